"""The shape of the files that learners hand in, as JSON Schema: results with a name, evaluations without one.

The browser writes them (`web/src/results.js`), `lactern collect` reads them, and `lactern schema` prints their shape.
"""

from builder.read.schemas import SCHEMAS, Schema, published, several

VERSION = 1


def whole(**properties: Schema) -> Schema:
    """An object with all of these keys and no others."""
    return {
        "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False,
    }  # fmt: skip


WORDS: Schema = {"type": "string"}
YES_NO: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 100}
POINTS: Schema = {"type": "number"}
MOMENT: Schema = {"type": "string", "pattern": r"^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z)?$"}
DAY: Schema = {"type": "string", "pattern": r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"}
CHECKSUM: Schema = {"type": "string", "pattern": r"^sha256:[0-9a-f]{64}$"}
COURSE = whole(id=WORDS, title=WORDS, version=WORDS, language=WORDS)

RESULTS = whole(
    lactern={"type": "string", "enum": ["results"]},
    v={"type": "integer", "minimum": 1, "maximum": VERSION},
    course=COURSE,
    learner=whole(name={"type": "string", "pattern": r"\S"}, licence=WORDS),
    serial={"type": "string", "pattern": r"^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$"},
    self_reported=YES_NO,
    minutes=COUNT,
    complete=YES_NO,
    begun=MOMENT,
    completed=MOMENT,
    completed_on=DAY,
    made=MOMENT,
    parts=whole(asked=YES_NO, read=COUNT, of=COUNT),
    test=whole(asked=YES_NO, passed=YES_NO),
    evaluation=whole(asked=YES_NO, filled_in=YES_NO),
    quizzes=several(
        whole(
            id=WORDS,
            title=WORDS,
            passed=YES_NO,
            best=SHARE,
            best_longer_than_planned=YES_NO,
            attempts=several(
                whole(
                    attempt=COUNT,
                    at=MOMENT,
                    percent=SHARE,
                    points=POINTS,
                    of=POINTS,
                    passed=YES_NO,
                    longer_than_planned=YES_NO,
                ),
                1,
            ),
            objectives=several(whole(id=WORDS, text=WORDS, points=POINTS, of=POINTS, percent=SHARE)),
        )
    ),
    checksum=CHECKSUM,
)

EVALUATION = whole(
    lactern={"type": "string", "enum": ["evaluation"]},
    v={"type": "integer", "minimum": 1, "maximum": VERSION},
    course=COURSE,
    quiz=whole(id=WORDS, title=WORDS),
    on=DAY,
    answers=several(whole(id=WORDS, asks=WORDS, said=WORDS, response={})),
    checksum=CHECKSUM,
)

HANDED_IN: dict[str, Schema] = {
    "results": published("results", RESULTS),
    "evaluation": published("evaluation", EVALUATION),
}
PUBLISHED: dict[str, Schema] = {**SCHEMAS, **HANDED_IN}
