"""Settings, quizzes and lists made from their own schemas: mostly as they should be, here and there as nobody would."""

import json
from typing import Any

from hypothesis import strategies as st

from builder.read.schemas import Schema

TEXTS = [
    "Words", "A *b* `c` $x^2$", "[@heise2011]", "![A](x.svg)", "שלום", "مرحبا", "你好", "e\u0301",
    "👩\u200d👧", "", " ", "\n", "a\n\nb\n", "- a\n- b", "[[milk ‖ MER]] and [[(a)‖b]]", "‖", "_____",
    "## Slide", "<b>x</b>", "&lt;", "\\", "\u202eabc", "\x1b[31m",
    "y" * 1500, "true", "null", "~", "10", "-1", "1e400", "0x1F", "2:30", "2026-11-22", "2026-13-45", "80%", "en",
    "he", "de-AT", "post-test", "onset", "timing", "lesson", "lesson#a", "post-test#onset", "a4", "x.svg",
    "../../x", "https://example.org", "C:\\x", "a/b", "#", ".", "-", "A", "B", "12pt",
    "3mm",
]  # fmt: skip
WRONG_TEXTS = [
    "[a](#b)", "[[]]", "[[", "::: notes\nx\n:::", "<script>", "{{ x }}", "javascript:x", "(?P<x>", "[", "(", "^(a+)+$",
]  # fmt: skip
NUMBERS = [0, 1, 2, 3, 5, 40, 80, 100, 101, -1, 0.5, 1e300, -1e300, 10**17, 10**40, 1e-9, 600, 601]
OTHERS: list[Any] = [
    None, True, False, [], {}, [[]], [None], {"": None}, "2026-11-22", 7, -1, 1.5, "x", ["x"],
    {"a": "b"}, [[[[[]]]]],
]  # fmt: skip
KEYS = ["a", "heise2011", "L101", "exit", "two", "ink", "שלום", ""]
LEAVES = {
    "boolean": st.booleans(), "null": st.none(), "string": st.sampled_from(TEXTS + WRONG_TEXTS),
    "number": st.sampled_from(NUMBERS), "integer": st.sampled_from([one for one in NUMBERS if isinstance(one, int)]),
}  # fmt: skip
CLEAN = [
    r"^[0-9]{4}-",
    r"^[A-Za-z0-9][A",
    r"^[-+]?[0-9]",
    r"^(100",
    r"^[0-9]{1,4} ?(s",
    r"^[a-z]{2,3}",
    r"^[0-9]{1,2}(pt)",
    r"^[0-9]{1,2}(\.",
]
FITTING = [
    ["2026-11-22", "2025-01-01", "0000-00-00", "9999-99-99", "2026-02-30"],
    ["a", "b", "onset", "timing", "post-test", "lesson", "calm", "A.b_c-1"],
    ["5", "0.5", "-2,5", "999999999999999.999999999999999"], ["80%", "100", "0", "33.3 %"],
    ["45m", "90s", "1h", "9999h", "0", "60 min"], ["en", "he", "ar", "de-AT", "zh-Hant-TW", "xx"],
    ["12pt", "14", "99pt", "0"], ["3mm", "0", "99.99 mm"],
]  # fmt: skip
PATTERNS = dict(zip(CLEAN, FITTING, strict=True))


right = st.sampled_from(TEXTS)


@st.composite
def values(draw: st.DrawFn, schema: Schema, odd: int = 24) -> Any:
    """A value as a schema wants it; one in `odd` is something else."""
    if odd and not draw(st.integers(0, odd)):
        return draw(st.sampled_from(OTHERS))
    if "oneOf" in schema:
        return draw(values(draw(st.sampled_from(schema["oneOf"])), odd))
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return draw(st.sampled_from(schema["enum"]))
    if "pattern" in schema:
        fitting = next((some for start, some in PATTERNS.items() if schema["pattern"].startswith(start)), TEXTS)
        return draw(st.sampled_from(fitting))
    kinds = schema.get("type", "object")
    kind = kinds if isinstance(kinds, str) else draw(st.sampled_from([kinds[0], *kinds]))
    if kind == "array":
        least = schema.get("minItems", 0)
        length = draw(st.integers(least, least + 2))
        return [draw(values(schema.get("items", {}), odd)) for _ in range(length)]
    if kind == "object":
        return draw(mappings(schema, odd))
    return draw(right if kind == "string" and not odd else LEAVES[kind])


@st.composite
def mappings(draw: st.DrawFn, schema: Schema, odd: int) -> dict[str, Any]:
    """A mapping with what it must have and some of what it may; one in `odd` lacks something or has too much."""
    known: dict[str, Schema] = schema.get("properties", {})
    wanted = list(schema.get("required", ()))
    if "anyOf" in schema:
        wanted += draw(st.sampled_from([choice["required"] for choice in schema["anyOf"]]))
    optional = [key for key in known if key not in wanted]
    if optional:
        wanted += draw(st.lists(st.sampled_from(optional), max_size=4, unique=True))
    other = schema.get("additionalProperties")
    made: dict[str, Any] = {key: draw(values(known[key], odd)) for key in wanted}
    if isinstance(other, dict):
        names = draw(st.lists(st.sampled_from(KEYS), max_size=3, unique=True))
        made |= {key: draw(values(other, odd)) for key in names}
    if made and odd and not draw(st.integers(0, odd * 2)):
        del made[draw(st.sampled_from(sorted(made)))]
    if odd and not draw(st.integers(0, odd * 2)):
        made[draw(st.sampled_from(["nope", "titel", "", "id", "type", "תג"]))] = draw(st.sampled_from(OTHERS))
    return made


def documents(schema: Schema, *always: str) -> st.SearchStrategy[str]:
    """Whole files by a schema, as flow YAML: JSON is YAML. `always` are keys that a course cannot do without."""
    whole = {**schema, "required": [*schema.get("required", ()), *always]} if always else schema
    odds = st.sampled_from([0, 0, 80, 12])
    return odds.flatmap(lambda odd: values(whole, odd)).map(lambda made: json.dumps(made, ensure_ascii=False) + "\n")


def quizzes(schema: Schema) -> st.SearchStrategy[str]:
    """Quizzes in which all that must fit together does, so that they are drawn."""
    return values(schema, 0).map(fitted).map(lambda made: json.dumps(made, ensure_ascii=False))


def fitted(quiz: dict[str, Any]) -> dict[str, Any]:
    """A quiz whose questions have ids of their own, one right option, and lead to what is there."""
    for key in ("id", "ask", "draw", "pretest_of", "ignore", "pass"):
        quiz.pop(key, None)
    waiting = list(quiz.setdefault("questions", [{"type": "reflection", "stem": "Words"}]))
    for number, question in enumerate(waiting):
        waiting += question.get("parts", ())
        there = {"objective": "timing", "see": "lesson", "image": "x.svg", "alt": "A curve"}
        question |= {"id": f"q{number}", **{key: value for key, value in there.items() if key in question}}
        question.pop("choose", None)
        for index, option in enumerate((*question.get("options", ()), *question.get("reason", ()))):
            option |= {"id": f"o{index}", "text": f"Option {index} {option['text']}", "correct": index == 0}
            option.pop("credit", None)
    return quiz
