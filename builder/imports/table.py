"""Questions in a table: CSV with a heading line, as spreadsheets save it.

Columns: `question` (or `stem`), options as `a`, `b`, `c` … (or `option 1` …), `answer` (letters, numbers or the words
of the right options), and if wanted `type`, `feedback a` …, `explain`, `points`, `objective`, `pool`, `hint`.
"""

import csv
import io
import re

from builder.imports.imported import Ids, Imported, Lost, Question, Quiz, one_line, plain, pool_id

NAMES = ("csv",)
ENDINGS = ("csv", "tsv")
ASKS = ("question", "stem", "text", "question text")
ANSWERS = ("answer", "correct", "correct answer", "key", "right")
OPTION = re.compile(r"(?:option|choice|answer)?\s*([a-h]|[1-8])")
TOLD = re.compile(r"feedback\s*([a-h]|[1-8])")
CARRIED = {"explain": "explain", "explanation": "explain", "objective": "objective", "pool": "pool", "category": "pool"}


def looks_like(text: str) -> bool:
    """Whether the first line names a question and an answer."""
    head = [one.strip().casefold() for one in re.split(r"[,;\t]", text.splitlines()[0])] if text.strip() else []
    return any(name in head for name in ASKS)


def read(data: bytes, name: str) -> Imported:
    """A question for each row."""
    text = data.decode("utf-8-sig", errors="replace")
    first = text.splitlines()[0] if text.strip() else ""
    between = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text), delimiter=between)
    head = [one_line(cell).casefold() for cell in next(rows, [])]
    ids, made, lost = Ids(), list[Question](), list[Lost]()
    unknown = [cell for cell in head if cell and not _known(cell)]
    lost += [Lost(1, f"the column “{cell}”", "Its values were left out.") for cell in unknown]
    for cells in rows:
        row = {key: cell.strip() for key, cell in zip(head, cells, strict=False) if cell.strip()}
        if row:
            made += _question(row, rows.line_num, ids, lost)
    return Imported(quizzes=(Quiz(name, tuple(made)),) if made else (), lost=tuple(lost))


def _known(cell: str) -> bool:
    names = {*ASKS, *ANSWERS, *CARRIED, "type", "points", "hint", "tolerance", "unit", "id"}
    return cell in names or bool(OPTION.fullmatch(cell) or TOLD.fullmatch(cell))


def _question(row: dict[str, str], line: int, ids: Ids, lost: list[Lost]) -> list[Question]:
    stem = next((row[key] for key in ASKS if key in row), "")
    answer = next((row[key] for key in ANSWERS if key in row), "")
    if not stem:
        lost.append(Lost(line, "a row without a question", "Write it by hand."))
        return []
    form = _form(row, answer, lost, line)
    if form is None:
        return []
    question: Question = {"id": ids(row.get("id", "") or stem, "question"), "type": form.pop("type")}
    slugs = {CARRIED[key]: value for key, value in row.items() if key in CARRIED}
    for key in ("pool", "objective"):
        if key in slugs:
            question[key] = pool_id(slugs[key])
    question |= {"stem": plain(one_line(stem)), **form}
    question |= {"hints": [plain(one_line(row["hint"]))]} if "hint" in row else {}
    question |= {"explain": plain(one_line(slugs["explain"]))} if "explain" in slugs else {}
    if re.fullmatch(r"\d+([.,]\d+)?", row.get("points", "")):
        question["points"] = float(row["points"].replace(",", "."))
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
    if re.fullmatch(r"[-+]?\d+([.,]\d+)?", answer) and said in ("", "numeric", "number", "numerical"):
        made_answer = {"value": float(answer.replace(",", "."))}
        if re.fullmatch(r"\d+([.,]\d+)?", row.get("tolerance", "")):
            made_answer["tolerance"] = float(row["tolerance"].replace(",", "."))
        return {"type": "numeric", "answer": made_answer | ({"unit": row["unit"]} if "unit" in row else {})}
    if answer:
        return {"type": "short", "accept": [one_line(part) for part in re.split(r"[;|]", answer) if part.strip()]}
    return {"type": "reflection"}


def _letter(said: str) -> str:
    return "abcdefgh"[int(said) - 1] if said.isdigit() else said


def _rights(answer: str, options: dict[str, str]) -> set[str]:
    """The letters of the right options, named by letter, number or their own words."""
    words = {one_line(text).casefold(): letter for letter, text in options.items()}
    if one_line(answer).casefold() in words:
        return {words[one_line(answer).casefold()]}
    found = set()
    for part in re.split(r"[,;|&\s]+|\band\b", answer.casefold()):
        part = part.strip(" .)")
        if part in options or (part.isdigit() and 0 < int(part) < 9 and _letter(part) in options):
            found.add(part if part in options else _letter(part))
    by_words = {words[one] for one in (one_line(part).casefold() for part in re.split(r"[;|]", answer)) if one in words}
    return found or by_words
