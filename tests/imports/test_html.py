"""HTML of others: what it says comes over, what it does never does."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.imports import gift, marp, moodle, pandoc, quarto, reveal_md, text2qti
from builder.imports.htmltext import markdown_of
from builder.imports.imported import Imported, Lesson, plain
from builder.imports.project import quiz_text
from builder.parse.markdown.converter import Converter, plain_words
from imports.decks import errors, text_of

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>press</a>",
    "<iframe src='https://example.org'></iframe>",
    "<svg onload=alert(1)><script>1</script></svg>",
    "<math><mtext></mtext><script>1</script></math>",
    "<object data='x'></object>",
    "<embed src='x'>",
    "<base href='//x'>",
    "<form action='https://example.org'><input name=a></form>",
    "<div onclick='x()'>words</div>",
    "<scr<script>ipt>x</script>",
    "<a href='data:text/html,<script>1</script>'>press</a>",
    "<p style='background:url(javascript:1)'>words</p>",
    "<!--[if IE]><script>1</script><![endif]-->",
    "<IMG SRC=JaVaScRiPt:alert(1)>",
    "<details ontoggle=x() open>words</details>",
    "[press](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "[press]: javascript:alert(1)\n\n[press]",
    "<javascript:alert(1)>",
    "<style>@import 'https://example.org'</style>",
    "<link rel=stylesheet href=//x>",
    "<meta http-equiv=refresh content=0>",
    "<video src=x onerror=alert(1)></video>",
    "<template><script>1</script></template>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<table><tr><td onclick=x()><script>1</script>cell</td></tr></table>",
    "<b onmouseover=x()>bold</b",
    "<img src='a.svg' onload='x()'",
)
RUNS = re.compile(
    r"<(?:script|iframe|object|embed|svg|style|link|meta|base|form|input|template|video)\b|<[^>]*\son\w+\s*=|"
    r"(?:href|src)\s*=\s*[\"']?\s*(?:javascript|data|vbscript):",
    re.IGNORECASE,
)


def shown(text: str) -> str:
    """A lesson's or a quiz's Markdown as the page has it, code and maths left out."""
    html = Converter().convert(re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL))[0]
    return re.sub(r"<(code|math)\b.*?</\1>", "", html, flags=re.DOTALL)


def texts(value: object) -> Iterator[str]:
    """All texts of a question."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("dialect", [reveal_md, marp, pandoc, quarto])
def test_nothing_in_a_deck_runs(tmp_path: Path, dialect: object, piece: str) -> None:
    """No tag that does anything, no handler, no address that is code."""
    brought = dialect.read(f"# A slide\n\nBefore {piece} after\n\n{piece}\n".encode(), "talk")  # type: ignore[attr-defined]
    assert not RUNS.search(shown(text_of(brought)))
    assert errors(tmp_path, brought) == []


@pytest.mark.parametrize("piece", HOSTILE)
def test_nothing_in_a_question_runs(piece: str) -> None:
    """In none of the forms that may hold HTML or Markdown."""
    escaped = re.sub(r"([~=#{}:])", r"\\\1", piece.replace("\\", "\\\\")).replace("\n", " ")
    files = {
        gift: f"::A::[html]Why {escaped}?{{=yes {escaped} ~no}}\n\n::B::[markdown]Why {escaped}?{{T}}",
        text2qti: f"1.  Why {' '.join(piece.split())}?\na)  {' '.join(piece.split())}\n*b) yes\n",
        moodle: f"<quiz><question type='truefalse'><name><text>A</text></name><questiontext "
        f"format='html'><text><![CDATA[x {piece}]]>"
        f"</text></questiontext><generalfeedback format='markdown'><text><![CDATA[{piece}]]></text></generalfeedback>"
        "<answer fraction='100'><text>true</text></answer></question></quiz>",
    }
    for dialect, text in files.items():
        for quiz in dialect.read(text.encode(), "x").quizzes:
            for question in quiz.questions:
                for said in texts(question):
                    assert not RUNS.search(shown(said)), dialect.__name__
            assert not re.search("[\ue000-\uf8ff]", quiz_text(quiz))


@pytest.mark.parametrize(
    "said", ["[@key]", "see [@a; @b]", "{.x}", "{#y} and {a=b}", "::: z", "## w", "{{< v >}}", "a](javascript:x) [b"]
)
def test_words_that_look_like_our_marks_stay_words(tmp_path: Path, said: str) -> None:
    """In plain words and in HTML of others."""
    lesson = f"## A\n\n{plain(said)}\n\n{markdown_of(f'<p>{said}</p>', [].append)}\n"
    assert errors(tmp_path, Imported((Lesson("A", f"---\ntitle: A\n---\n\n{lesson}"),))) == []
    assert not RUNS.search(shown(lesson))
    assert plain_words(Converter().convert(lesson)[0]).count(said) == 2


def test_words_that_look_like_tags_stay() -> None:
    """A type in brackets, a sign before a letter, and a word in angle brackets are words."""
    text = text_of(reveal_md.read(b"# A\n\nif a<b and List<T> or <name> then x < y\n", "talk"))
    assert "if a&lt;b and List&lt;T> or &lt;name> then x < y" in text


def test_blocks_of_html() -> None:
    """Tables, lists, quotations, code and maths are said in Markdown; a head over two columns cuts nothing off."""
    html = (
        "<table><tr><th "
        "colspan=2>Head</th></tr><tr><td>1</td><td>2</td></tr></table><p>x<br>y</p><pre><code>a &lt; b</code></pre>"
        "<p>\\(a^2\\) and H<sub>2</sub>O &lt;b&gt;</p>"
    )
    lost: list[str] = []
    said = markdown_of(html, lost.append, inline=False)
    assert "| Head |" in said
    assert "| 1 | 2 |" in said
    assert len(re.findall(r"(?<!\\)\|", said.split("\n")[0])) == 3
    assert "```\na < b\n```" in said
    assert "$a^2$ and H~2~O &lt;b>" in said
    assert lost == []


PIECES = st.sampled_from(
    (
        *HOSTILE,
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<",
        ">",
        "&lt;",
        "`",
        "``",
        "```\n",
        "$",
        "\\",
        "\n",
        "\n\n",
        "- ",
        "::: x",
        ":::",
        ":::: {.columns}",
        "::: {.column}",
        "{.a}",
        "[",
        "](",
        ")",
        "![",
        "<!--",
        "-->",
        "---\n",
        "# ",
        "## ",
        "words",
        "| a | b |\n",
        "|---|---|\n",
        "    code",
        "\t",
        "{{< x >}}",
        "[@a]",
        "[^1]",
        "[^1]: x\n",
        "Note: ",
        ". . .\n",
        "* x\n",
        "\ue200",
        "‖",
        "é",
        "+--+\n",
        "==",
        "~~",
        "\\begin{align}",
        "\\end{align}",
        "<table>",
        "<td>",
        "</table>",
        "<ul><li>",
        "</ul>",
        "<h2>",
        "</h2>",
        "<br>",
        "%",
    )
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sampled_from((reveal_md, marp, pandoc, quarto)))
def test_any_deck_becomes_a_lesson_without_an_error(pieces: list[str], dialect: object) -> None:
    """However its pieces are thrown together: no crash, no finding of error, nothing that runs."""
    from tempfile import TemporaryDirectory

    brought = dialect.read("".join(pieces).encode(), "talk")  # type: ignore[attr-defined]
    if brought.lessons:
        with TemporaryDirectory() as folder:
            assert errors(Path(folder), brought) == []
        assert not RUNS.search(shown(text_of(brought)))
