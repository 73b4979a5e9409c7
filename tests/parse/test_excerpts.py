"""Lines of lessons and YAML files cut out, and what may not be published left out of them."""

import pytest

from builder.parse.excerpts import entry, keys, under, unexpected, unspoken

COURSE = """\
# how to write one
title: A course

# who
people:
- {name: A. Person}     # at the level of its key
- name: B. Person

help:
  emergency: your local number

  lines:
    - name: A line
      number: "1"
# of the end
handout: {layouts: [
  1, 6
]}
"""
QUIZ = """\
questions:
  - id: one
    stem: |
      Several lines

      of it.
    hints:
      - first
  # of the second
  - {id: two,
     type: short}

  -
    id: three
defaults: {points: 1}
"""


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ("title", "title: A course"),
        ("people", "people:\n- {name: A. Person}     # at the level of its key\n- name: B. Person"),
        ("help", 'help:\n  emergency: your local number\n\n  lines:\n    - name: A line\n      number: "1"'),
        ("help.lines", 'lines:\n  - name: A line\n    number: "1"'),
        ("handout", "handout: {layouts: [\n  1, 6\n]}"),
        ("emergency", None),
        ("help.nothing", None),
        ("title.more", None),
    ],
)
def test_a_key_with_all_that_belongs_to_it(key: str, lines: str | None) -> None:
    """Comments and empty lines behind it belong to what follows."""
    assert under(COURSE, key) == lines


def test_the_keys_of_a_file() -> None:
    assert keys(COURSE) == ["title", "people", "help", "handout"]


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        (2, "- id: one\n  stem: |\n    Several lines\n\n    of it.\n  hints:\n    - first"),
        (10, "- {id: two,\n   type: short}"),
        (14, "-\n  id: three"),
    ],
)
def test_an_entry_of_a_list(line: int, lines: str) -> None:
    assert entry(QUIZ, line) == lines


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("expect: Most say A, as ever", "expect: …"),
        ("expect: |\n  Most\n\n  say A.\nid: x", "expect: …\nid: x"),
        ("- expect: >\n    Most\n  id: x", "- expect: …\n  id: x"),
        ('{id: x, expect: "Most, say A", type: poll}', "{id: x, expect: …, type: poll}"),
        ("{id: x, expect: 'Most''s A', type: poll}", "{id: x, expect: …, type: poll}"),
        ("{id: x, expect: Most say A}", "{id: x, expect: …}"),
        (' expect: "Most\n   say A"}', " expect: …"),
        ("text: What do you expect: rain?", "text: What do you expect: …"),
        ("stem: Expected", "stem: Expected"),
    ],
)
def test_what_is_expected_of_a_poll_stays_with_the_presenter(written: str, shown: str) -> None:
    assert unexpected(written) == shown


def test_what_notes_hold_is_left_out() -> None:
    """Those of a slide and of a case; not the samples in an example, and not what only looks like notes, in code."""
    text = """\
## A slide

::: notes
Mine.

::: {.callout-tip}
Mine too.
:::
:::

:::: {.case title="A"}
::: {.notes}
And mine.
:::
::::

::::: example
::: notes
A sample.
:::
:::::

```
::: notes
code
:::
```

---
"""
    said = unspoken(text)
    assert "ine" not in said.replace("line", "")
    assert said.count("…") == 2
    assert "A sample." in said
    assert "code" in said
    assert said.count(":::") == text.count(":::") - 2  # those of the tip in the notes
