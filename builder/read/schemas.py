"""The shape of each YAML file as authors write it, as JSON Schema (draft 2020-12).

One description serves both sides: `validate.py` reads files by it, and `lactern schema NAME` prints it for editors.
Only the keywords that `validate.py` knows are used. Text fields also admit numbers and booleans, because
`version: 1.0` and `text: true` are text to an author; the file's own characters are kept.
"""

from typing import Any

from builder.model.prints import INKS, LAYOUTS, PAPERS

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number", "boolean"]}
TEXT_OR_NULL: Schema = {"type": ["string", "number", "boolean", "null"]}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
PERCENT: Schema = {
    "type": ["string", "number"],
    "pattern": r"^(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?) ?%?$",
    "examples": ["80%"],
}
CREDIT: Schema = {**PERCENT, "pattern": r"^-?(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?) ?%?$", "examples": ["50%", "-50%"]}
LENGTH: Schema = {
    "type": ["string", "number", "null"],
    "pattern": r"^[0-9]{1,4} ?(s|m|min|h)?$",
    "examples": ["90s", "8m"],
}
ID: Schema = {"type": ["string", "number"], "pattern": r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", "examples": ["let-down"]}
DATE: Schema = {"type": ["string", "null"], "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "examples": ["2026-11-23"]}
DECIMAL: Schema = {
    "type": ["string", "number"],
    "pattern": r"^[-+]?[0-9]{1,15}([.,][0-9]{1,15})?$",
    "examples": ["0.5"],
}
TEXTS: Schema = {"type": "array", "items": TEXT}
BLOOM: Schema = {"type": "string", "enum": ["remember", "understand", "apply", "analyse", "evaluate", "create"]}


def record(required: tuple[str, ...] = (), **properties: Schema) -> Schema:
    """An object with these keys and no others. `from_` and the like lose their underscore, `_` becomes `-`."""
    named = {key.rstrip("_").replace("__", "-"): value for key, value in properties.items()}
    return {"type": "object", "properties": named, "required": list(required), "additionalProperties": False}


def several(item: Schema, least: int = 0) -> Schema:
    """A list, with at least so many entries."""
    return {"type": "array", "items": item, "minItems": least}


def word(*known: str) -> Schema:
    """One of a closed list of words."""
    return {"type": "string", "enum": list(known)}


def choice(*known: str) -> Schema:
    """One of a closed list, in which some are numbers."""
    return {"type": ["string", "number"], "enum": [*known, *(int(one) for one in known if one.isdigit())]}


IGNORE: Schema = {"type": "object", "additionalProperties": TEXT_OR_NULL}

OPTION = record(("text",), id=ID, text=TEXT, correct=FLAG, feedback=TEXT, fixed=FLAG, credit=CREDIT)
ITEM = record(("text",), id=ID, text=TEXT)
OPTIONS = several(OPTION, 2)

COMMON: dict[str, Schema] = {
    "id": ID, "type": TEXT, "pool": ID, "objective": ID, "bloom": BLOOM, "stem": TEXT, "hints": TEXTS,
    "explain": TEXT, "see": TEXT, "must_pass": FLAG, "points": {"type": "number", "minimum": 0}, "image": TEXT,
    "alt": TEXT, "decorative": FLAG,
}  # fmt: skip


def question(kind: str, required: tuple[str, ...], partial: tuple[str, ...] = (), **properties: Schema) -> Schema:
    """One question type: its own keys beside those that all share."""
    own = {key.rstrip("_"): value for key, value in properties.items()}
    if partial:
        own["partial"] = word(*partial)
    return {
        "type": "object",
        "properties": {**COMMON, "type": {"const": kind}, **own},
        "required": ["id", "type", "stem", *required],
        "additionalProperties": False,
    }


ALL = "all_or_nothing"
QUESTIONS: dict[str, Schema] = {
    "single": question("single", ("options",), (ALL,), options=OPTIONS),
    "multiple": question(
        "multiple", ("options",), (ALL, "every_decision", "halves"), options=OPTIONS,
        choose={"type": "integer", "minimum": 1},
    ),
    "true_false": question(
        "true_false", ("answer",), (ALL,), answer=FLAG, feedback=record((), true=TEXT, false=TEXT), reason=OPTIONS
    ),
    "short": question("short", (), ("best", ALL), accept=several(TEXT, 1), pattern={"type": "string"}),
    "numeric": question(
        "numeric", ("answer",), (ALL,),
        answer=record(("value",), value=DECIMAL, tolerance=DECIMAL, unit=TEXT),
    ),
    "match": question(
        "match", ("pairs",), ("per_pair", ALL),
        pairs=several(record(("left", "right"), id=ID, left=TEXT, right=TEXT), 2),
        distractors=several({"oneOf": [TEXT, ITEM]}),
    ),
    "order": question("order", ("items",), (ALL, "per_pair"), items=several({"oneOf": [TEXT, ITEM]}, 2)),
    "cloze": question("cloze", ("text",), ("per_gap", ALL), text=TEXT),
    "matrix": question(
        "matrix", ("columns", "rows"), ("per_row", ALL),
        columns=several({"oneOf": [TEXT, ITEM]}, 2),
        rows=several(record(("text", "column"), id=ID, text=TEXT, column=TEXT), 1),
    ),
    "hotspot": question(
        "hotspot", ("image", "regions"), (ALL,),
        regions=several(
            record(
                ("label", "coords"), id=ID, shape=word("rect", "circle", "poly"),
                coords=several({"type": "number", "minimum": 0, "maximum": 100}, 3),
                label=TEXT, correct=FLAG, feedback=TEXT,
            ), 2,
        ),
    ),
    "reflection": question(
        "reflection", (), (), model_answer=TEXT, lines={"type": "integer", "minimum": 1, "maximum": 40}
    ),
    "scale": question(
        "scale", ("from", "to"), (), from_={"type": "integer"}, to={"type": "integer"}, labels=TEXTS, na=FLAG
    ),
    "poll": question("poll", ("options",), (), options=OPTIONS, answer=ID, expect=TEXT),
}  # fmt: skip
QUESTIONS["case"] = question("case", ("parts",), ("sum",), parts=several({"oneOf": list(QUESTIONS.values())}, 1))
QUESTION: Schema = {"oneOf": list(QUESTIONS.values())}

QUIZ = record(
    ("title",),
    id=ID,
    title=TEXT,
    intro=TEXT,
    mode=word("practice", "exam", "survey"),
    pass_=PERCENT,
    attempts=COUNT,
    feedback=word("immediate", "end", "never"),
    retry=word("missed", "all", "none"),
    shuffle={"oneOf": [FLAG, record((), questions=FLAG, options=FLAG)]},
    certainty=word("off", "optional", "required"),
    time_limit=LENGTH,
    draw={
        "type": "object",
        "additionalProperties": several(record(("pool", "pick"), pool=ID, pick={"type": "integer", "minimum": 1}), 1),
    },
    ask=ID,
    pretest_of=ID,
    defaults=record((), points={"type": "number", "minimum": 0}, partial=TEXT),
    seed=TEXT,
    questions=several(QUESTION, 1),
    ignore=IGNORE,
)
QUIZ["anyOf"] = [{"required": ["questions"]}, {"required": ["pretest_of"]}]

APPROVAL = record(
    ("statement",),
    statement=TEXT,
    body=TEXT,
    number=TEXT,
    from_=DATE,
    until=DATE,
    credits=several(record(("kind", "amount"), kind=TEXT, amount={"type": ["string", "number"]}), 1),
)
COURSE = record(
    ("title", "language"),
    id=ID,
    title=TEXT,
    subtitle=TEXT,
    language={"type": "string", "pattern": r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "examples": ["en"]},
    date=DATE,
    version=TEXT,
    theme=ID,
    level=TEXT,
    audience=TEXTS,
    people=several(record(("name",), id=ID, name=TEXT, credentials=TEXT, role=TEXT, disclosure=TEXT_OR_NULL, bio=TEXT)),
    objectives=several(record(("id", "text"), id=ID, bloom=BLOOM, text=TEXT)),
    review=record((), by=TEXT_OR_NULL, date=DATE, due=DATE),
    help=record(
        ("emergency",),
        emergency=TEXT,
        lines=several(record(("name", "number"), name=TEXT, number=TEXT, region=TEXT, note=TEXT)),
        note=TEXT,
        local=several(record(("name",), name=TEXT, number=TEXT, region=TEXT, note=TEXT)),
    ),
    reading=record((), grade={"type": "number", "minimum": 0}, lix={"type": "number", "minimum": 0}),
    completion=record((), viewed=FLAG, quiz=ID, pass_=PERCENT, evaluation=ID, attempts=COUNT),
    credit=record((), body=TEXT, kind=TEXT, minutes=COUNT, areas=TEXTS, approval={"oneOf": [TEXT_OR_NULL, APPROVAL]}),
    provider=record(("name",), name=TEXT, address=TEXT, web=TEXT, contact=TEXT, responsible=TEXT),
    content_note=TEXT,
    code_statement=TEXT,
    event=TEXT,
    place=TEXT,
    subject=word("clinical", "other"),
    draft=FLAG,
    lessons=several(TEXT),
    handout=record(
        (),
        layouts=several(choice(*LAYOUTS), 1),
        papers=several(word(*PAPERS), 1),
        cut=COUNT,
        hidden=FLAG,
        ink=word(*INKS),
        bleed={"type": ["string", "number"], "pattern": r"^[0-9]{1,2}(\.[0-9]{1,2})? ?(mm)?$"},
    ),
    ignore=IGNORE,
)

LESSON = record(
    (),
    id=ID,
    title=TEXT,
    subtitle=TEXT,
    minutes={"type": "integer", "minimum": 1, "maximum": 600},
    objectives=several(ID),
    tags=TEXTS,
    draft=FLAG,
    ignore=IGNORE,
)

SHEET = record(
    (),
    id=ID,
    title=TEXT,
    subtitle=TEXT,
    audience=TEXT,
    pages=COUNT,
    paper__size={"type": "string", "pattern": r"^[0-9]{1,2}(pt)?$", "examples": ["12pt"]},
    type__size={"type": "string", "pattern": r"^[0-9]{1,2}(pt)?$", "examples": ["12pt"]},
    large__print=FLAG,
    sources=several(TEXT),
    link=TEXT,
    link__text=TEXT,
    draft=FLAG,
    tags=TEXTS,
    ignore=IGNORE,
)

NUMBERS: Schema = {"type": ["string", "number"]}
REFERENCE = record(
    ("title",),
    id=ID,
    type=TEXT,
    title=TEXT,
    author=several(record((), family=TEXT, given=TEXT, literal=TEXT)),
    container__title=TEXT,
    issued=record((), date__parts=several(several(NUMBERS, 1), 1)),
    volume=TEXT,
    issue=TEXT,
    page=TEXT,
    publisher=TEXT,
    DOI=TEXT,
    PMID=TEXT,
    PMCID=TEXT,
    ISBN=TEXT,
    URL=TEXT,
    note=TEXT,
    language=TEXT,
    genre=TEXT,
    number=TEXT,
    edition=TEXT,
    accessed=record((), date__parts=several(several(NUMBERS, 1), 1)),
)
REFERENCES: Schema = {"type": "object", "additionalProperties": REFERENCE}

GLOSSARY: Schema = several(record(("term", "text"), id=ID, term=TEXT, text=TEXT, also=TEXTS, forms=TEXTS))

TOKENS: Schema = {"type": "object", "additionalProperties": TEXT}
THEME = record(
    ("title",),
    title=TEXT,
    light=TOKENS,
    dark=TOKENS,
    contrast=TOKENS,
    contrast__dark=TOKENS,
    scale=TOKENS,
    css=TOKENS,
)


def published(name: str, schema: Schema) -> Schema:
    """A schema with its heading, as editors want it."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"lactern {name}"}
    return {**head, **schema}


SCHEMAS: dict[str, Schema] = {
    name: published(name, schema)
    for name, schema in (
        ("course", COURSE), ("quiz", QUIZ), ("theme", THEME), ("references", REFERENCES), ("lesson", LESSON),
        ("sheet", SHEET), ("glossary", GLOSSARY),
    )
}  # fmt: skip
