"""Questions in a table: CSV with a heading line, as spreadsheets save it.

Columns: `question` (or `stem`), options as `a`, `b`, `c` … (or `option 1` …), `answer` (letters, numbers or the words
of the right options), and if wanted `type`, `feedback a` …, `explain`, `points`, `objective`, `pool`, `hint`.
"""

import csv
import io
import re
import unicodedata

from builder.imports.imported import Ids, Imported, Lost, Pools, Question, Quiz, one_line, plain, text_of

NAMES = ("csv",)
ENDINGS = ("csv", "tsv")
ASKS = ("question", "stem", "text", "question text", "prompt", "question stem", "questiontext", "item")
ANSWERS = (
    "answer", "correct", "correct answer", "key", "right", "correctanswer", "correct option", "correctoption",
    "right answer", "answer key", "correct choice", "correct ans", "solution", "answers", "correct answers",
)  # fmt: skip
INDEXED = ("correctindex", "correct index", "answerindex", "answer index")
"""Columns that count options from 0."""
OPTION = re.compile(r"(?:option|choice|answer|opt|op|distractor)?[\s_-]*([a-j]|10|[1-9])")
LABELS = re.compile(r"\b(?:options?|choices?|answers?)\b:?")
LETTER = re.compile(r"\(?([a-j]|10|[1-9])[.):]*")
BOTH = re.compile(r"\(?([A-Ja-j]|10|[1-9])[.):](?!\d)\s*(\S.*)", re.DOTALL)
"""A letter with the option's own words: `B. On waking`."""
TOLD = re.compile(r"(?:feedback|explanation|rationale)[\s_-]*([a-j]|10|[1-9])")
CARRIED = {
    "explain": "explain", "explanation": "explain", "feedback": "explain", "rationale": "explain", "note": "explain",
    "objective": "objective", "pool": "pool", "category": "pool", "topic": "pool", "subject": "pool",
}  # fmt: skip


def looks_like(text: str) -> bool:
    """Whether the first line names a question and an answer."""
    head = [_name(one) for one in re.split(r"[,;\t]", text.splitlines()[0])] if text.strip() else []
    return any(name in head for name in ASKS)


def read(data: bytes, name: str) -> Imported:
    """A question for each row."""
    text = text_of(data)
    first = text.splitlines()[0] if text.strip() else ""
    between = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text), delimiter=between)
    head = [_name(cell) for cell in next(rows, [])]
    ids, pools, made, lost = Ids(), Pools(), list[Question](), list[Lost]()
    unknown = [cell for cell in head if cell and not _known(cell)]
    held: dict[str, list[str]] = {cell: [] for cell in unknown}
    for cells in rows:
        row = {key: cell.strip() for key, cell in zip(head, cells, strict=False) if cell.strip()}
        for key in held.keys() & row.keys():
            held[key].append(row[key])
        if rest := [cell.strip() for cell in cells[len(head) :] if cell.strip()]:
            lost.append(
                Lost(rows.line_num, f"cells without a column: {', '.join(rest)[:80]}", "Look at the row again.")
            )
        if row:
            made += _question(row, rows.line_num, ids, pools, lost)
    for cell, values in held.items():
        some = ", ".join(dict.fromkeys(values))
        lost.append(Lost(1, f"the column “{cell}” ({some[:80]})" if some else f"the empty column “{cell}”"))
    return Imported(quizzes=(Quiz(name, tuple(made)),) if made else (), lost=tuple(lost))


def _name(cell: str) -> str:
    """A column's name, however it is written."""
    return re.sub(r"\s*\(.*?\)\s*$", "", one_line(cell.strip("\ufeff\"' ")).casefold().replace("_", " "))


def _known(cell: str) -> bool:
    names = {
        *ASKS,
        *ANSWERS,
        *INDEXED,
        *CARRIED,
        "type",
        "points",
        "marks",
        "hint",
        "tolerance",
        "unit",
        "id",
        "question id",
    }
    return cell in names or bool(OPTION.fullmatch(cell) or TOLD.fullmatch(cell))


def _question(row: dict[str, str], line: int, ids: Ids, pools: Pools, lost: list[Lost]) -> list[Question]:
    stem = next((row[key] for key in ASKS if key in row), "")
    answer = next((row[key] for key in ANSWERS if key in row), "")
    if indexed := next((row[key] for key in INDEXED if row.get(key, "").isdigit()), ""):
        answer = str(int(indexed) + 1)
    if not stem:
        lost.append(Lost(line, "a row without a question", "Write it by hand."))
        return []
    form = _form(row, answer, lost, line)
    if form is None:
        return []
    question: Question = {
        "id": ids(row.get("id", "") or row.get("question id", "") or stem, "question"),
        "type": form.pop("type"),
    }
    slugs = {CARRIED[key]: value for key, value in row.items() if key in CARRIED}
    if "pool" in slugs:
        question["pool"] = pools(slugs["pool"])
    if "objective" in slugs:
        lost.append(
            Lost(line, f"the objective “{slugs['objective'][:80]}”", "List it in course.yaml, and name its id here.")
        )
    question |= {"stem": plain(one_line(stem)), **form}
    question |= {"hints": [plain(one_line(row["hint"]))]} if "hint" in row else {}
    question |= {"explain": plain(one_line(slugs["explain"]))} if "explain" in slugs else {}
    points = row.get("points", "") or row.get("marks", "")
    if re.fullmatch(r"\d+([.,]\d+)?", points):
        question["points"] = float(points.replace(",", "."))
    return [question]


def _form(row: dict[str, str], answer: str, lost: list[Lost], line: int) -> Question | None:
    options = {_letter(found[1]): value for key, value in row.items() if (found := OPTION.fullmatch(key))}
    told = {_letter(found[1]): value for key, value in row.items() if (found := TOLD.fullmatch(key))}
    said = row.get("type", "").casefold()
    if options and len(options) > 1:
        rights = _rights(answer, options)
        if not rights:
            lost.append(Lost(line, f"a question whose answer “{answer}” is none of its options", "Write it by hand."))
            return None
        made: list[Question] = []
        for letter, text in sorted(options.items()):
            option: Question = {"text": plain(one_line(text))}
            option |= {"correct": True} if letter in rights else {}
            made.append(option | ({"feedback": plain(one_line(told[letter]))} if letter in told else {}))
        several = len(rights) > 1 or said in ("multiple", "multiple response", "checkbox")
        return {"type": "multiple" if several else "single", "options": made}
    if answer.casefold() in ("true", "false"):
        return {"type": "true_false", "answer": answer.casefold() == "true"}
    if re.fullmatch(r"[-+]?[1-9]\d{0,2}(,\d{3})+", answer):
        lost.append(
            Lost(line, f"a question whose answer “{answer}” may be a thousand or a fraction", "Write it by hand.")
        )
        return None
    if re.fullmatch(r"[-+]?\d+([.,]\d+)?", answer) and said in ("", "numeric", "number", "numerical"):
        made_answer = {"value": float(answer.replace(",", "."))}
        if re.fullmatch(r"\d+([.,]\d+)?", row.get("tolerance", "")):
            made_answer["tolerance"] = float(row["tolerance"].replace(",", "."))
        return {"type": "numeric", "answer": made_answer | ({"unit": row["unit"]} if "unit" in row else {})}
    if answer:
        return {"type": "short", "accept": [one_line(part) for part in re.split(r"[;|]", answer) if part.strip()]}
    return {"type": "reflection"}


def _letter(said: str) -> str:
    return "abcdefghij"[int(said) - 1] if said.isdigit() else said


def _rights(answer: str, options: dict[str, str]) -> set[str]:
    """The letters of the right options, named by their own words, by letter or by number.

    A cell is read as letters only where it is made of nothing else: there is an “a” in most sentences, and a guessed
    key turns a question round. Nothing is found where a part of the cell names no option, or more than one.
    """
    words: dict[str, set[str]] = {}
    for letter, text in options.items():
        words.setdefault(_bare(text), set()).add(letter)
    for parts in ([answer], re.split(r"[;|\n]", answer), answer.split(",")):
        named = [words.get(_bare(part), set()) for part in parts if _bare(part)]
        if named and all(len(letters) == 1 for letters in named):
            return set[str]().union(*named)
        if any(named):
            return set()
    said = [part for part in re.split(r"[,;|&\s]+|\band\b", LABELS.sub(" ", answer.casefold())) if part]
    letters = [one for part in said if (one := LETTER.fullmatch(part))]
    if (both := BOTH.fullmatch(answer)) and words.get(_bare(both[2])) == {_letter(both[1].casefold())}:
        return {_letter(both[1].casefold())}
    found = {_letter(one[1]) for one in letters} if len(letters) == len(said) else set()
    return found if found <= options.keys() else set()


def _bare(said: str) -> str:
    """Words without what differs between two ways of typing them: capitals, quotation marks, brackets, stops."""
    folded = unicodedata.normalize("NFKC", re.sub(r"[\"'`´‘-‟«»‹›()\[\]¿¡]", "", said)).casefold()
    return one_line(re.sub(r"[.,;:!?…](?!\d)", " ", re.sub(r"[‐-―−]", "-", folded)))
