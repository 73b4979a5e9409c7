"""Short names such as D-MER stay on one line, and nothing else is touched."""

import pytest

from builder.parse.markdown.typography import typeset
from builder.render.unbroken import unbroken

KEPT = '<span class="unbroken">D-MER</span>'


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("D-MER and <em>D-MER</em>", f"{KEPT} and <em>{KEPT}</em>"),
        ("وD-MER", f"و{KEPT}"),
        ('<a href="D-MER.html" title="D-MER">D-MER</a>', f'<a href="D-MER.html" title="D-MER">{KEPT}</a>'),
        ("<code>D-MER</code> <pre>a\nD-MER</pre>", "<code>D-MER</code> <pre>a\nD-MER</pre>"),
        ("COVID-19, let-down, A-B, AD-MER, D-MERs, x_D-MER", "COVID-19, let-down, A-B, AD-MER, D-MERs, x_D-MER"),
    ],
)
def test_only_names_in_text_are_kept_together(html: str, made: str) -> None:
    """Not in tags, not in what is shown letter by letter, not within longer words, and never twice."""
    assert unbroken(html) == made
    assert unbroken(made) == made


def test_lessons_and_course_yaml_keep_to_one_rule() -> None:
    """What a lesson says went through the converter already: drawn again, it stays as it is."""
    said = typeset("<p>D-MER is a reflex.</p>", "en")
    assert said == f"<p>{KEPT} is a reflex.</p>"
    assert unbroken(said) == said
