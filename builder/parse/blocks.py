"""Nodes of the outline to blocks of the model."""

from collections.abc import Mapping
from typing import get_args

from builder.model.attributes import Attributes, CalloutKind, Evidence
from builder.model.block import (
    EVERYWHERE,
    Block,
    Callout,
    Case,
    Column,
    Columns,
    Example,
    Figure,
    Generated,
    GeneratedKind,
    Group,
    Listing,
    QuizSlot,
    Step,
    Text,
    Video,
    Where,
)
from builder.model.diagnostic import Diagnostic, Rule
from builder.model.place import Place
from builder.model.prose import NOTHING
from builder.model.quiz import Question, Quiz
from builder.parse.addresses import Addresses, near
from builder.parse.aside import Aside, without_heading
from builder.parse.listings import QUIZ_BLOCK, Listings
from builder.parse.outline import Box, Node, Pause, Picture, Run, Shortcode
from builder.parse.rules.meaning import (
    DOUBLED_ID,
    NO_ALT,
    NO_CAPTIONS,
    NO_SUCH_PICTURE,
    NO_SUCH_QUIZ,
    UNKNOWN_GRADE,
    UNKNOWN_WHEN,
)
from builder.parse.rules.structure import LOOSE_COLUMN, UNKNOWN_CALLOUT, WIDTH
from builder.parse.typist import Definitions, Typist
from builder.parse.written_question import written_question
from builder.render.asked import drawn
from builder.render.widths import width_class

GRADES: tuple[Evidence, ...] = tuple(grade for grade in get_args(Evidence) if grade)
PLACES: tuple[Where, ...] = get_args(Where)
CALLOUTS: tuple[CalloutKind, ...] = get_args(CalloutKind)
GENERATED: tuple[GeneratedKind, ...] = get_args(GeneratedKind)


class Blocks:
    """Builds the blocks of one file. Questions written in the lesson gather in `questions`."""

    def __init__(
        self,
        typist: Typist,
        addresses: Addresses,
        quizzes: Mapping[str, Quiz],
        definitions: Definitions,
        own_quiz: str,
        listings: Listings,
    ) -> None:
        self._typist = typist
        self._addresses = addresses
        self._quizzes = quizzes
        self._definitions = definitions
        self._own_quiz = own_quiz
        self._listings = listings
        self.questions: list[Question] = []
        self.noticed: list[Diagnostic] = []

    def of(self, nodes: tuple[Node, ...], aside: Aside, steps: bool = False) -> tuple[Block, ...]:
        """The blocks of some nodes; notes and prose go aside; after a pause all belongs to the next step."""
        done: list[Block] = []
        step: list[Block] | None = None
        for node in nodes:
            if isinstance(node, Pause):
                if step:
                    done.append(Step(tuple(step)))
                step = []
                continue
            block = self.one(node, aside, steps)
            if block is not None:
                (done if step is None else step).append(block)
        if step:
            done.append(Step(tuple(step)))
        return tuple(done)

    def one(self, node: Node, aside: Aside, steps: bool) -> Block | None:
        """One node's block; None for what goes aside or is faulty."""
        match node:
            case Run():
                return Text(self._typist.prose(node.text, node.at, steps, self._definitions))
            case Picture():
                return self._figure(node)
            case Shortcode():
                return self._shortcode(node)
            case Box():
                return self._box(node, aside, steps)
            case Pause():
                return None

    def heading(self, title: str, at: Place) -> tuple[Block, ...]:
        """A heading of a sheet as running text."""
        return (Text(self._typist.prose(f"## {title}", at)),)

    def when(self, attributes: Attributes, at: Place) -> frozenset[Where]:
        """The outputs that `when=` names; everywhere without it."""
        said = attributes.get("when").replace(",", " ").split()
        if not said:
            return EVERYWHERE
        unknown = [word for word in said if word.lstrip("-") not in PLACES]
        for word in unknown:
            self._fault(UNKNOWN_WHEN, at, f"“{word}” is no output", near(word, list(PLACES)), word)
        wanted = frozenset(place for place in PLACES if place in said)
        banned = frozenset(place for place in PLACES if f"-{place}" in said)
        return (wanted or EVERYWHERE) - banned

    def evidence(self, attributes: Attributes, at: Place) -> Evidence:
        """The grade that `evidence=` names."""
        said = attributes.get("evidence")
        for grade in GRADES:
            if grade == said:
                return grade
        if said:
            self._fault(UNKNOWN_GRADE, at, f"“{said}” is no grade of evidence", near(said, list(GRADES)), said)
        return ""

    def _box(self, box: Box, aside: Aside, steps: bool) -> Block | None:
        attributes, at = box.attributes, box.at
        when = self.when(attributes, at)
        if box.kind == "notes":
            aside.notes.extend(self.of(box.nodes, aside))
            return None
        if box.kind == "prose":
            aside.prose.extend(self.of(box.nodes, aside))
            return None
        if box.kind == "example":
            return self._example(box, steps, when)
        if box.kind == "columns":
            return self._columns(box, aside, steps, when)
        if box.kind == "case":
            own = aside if aside.sample else Aside()
            title, nodes = without_heading(box.nodes)
            blocks = self.of(nodes, own, steps)
            if own is aside:
                return Case(attributes.get("title") or title, blocks, (), attributes, when, at)
            aside.prose.extend(own.prose)
            return Case(attributes.get("title") or title, blocks, tuple(own.notes), attributes, when, at)
        if box.kind == "quiz" or "quiz" in attributes.classes:
            return self._question(box, when)
        if box.kind.startswith("callout"):
            kind = next((k for k in CALLOUTS if box.kind == f"callout-{k}"), None)
            if kind is None:
                hint = near(box.kind, [f"callout-{k}" for k in CALLOUTS])
                self._fault(UNKNOWN_CALLOUT, at, f"“{box.kind}” is no known callout", hint)
                return None
            return Callout(kind, attributes.get("title"), self.of(box.nodes, aside, steps), attributes, when, at)
        if box.kind == "column":
            self._fault(LOOSE_COLUMN, at, "this column stands in no columns block")
        steps = steps or box.kind == "incremental" or attributes.has("incremental")
        named = box.kind in attributes.classes or not box.kind
        classes = attributes.classes if named else (box.kind, *attributes.classes)
        blocks = self.of(box.nodes, aside, steps)
        return Group(blocks, attributes._replace(classes=classes), self.evidence(attributes, at), when, at)

    def _example(self, box: Box, steps: bool, when: frozenset[Where]) -> Block:
        own = Aside(sample=True)
        source = Listing(box.source, keyed=QUIZ_BLOCK.search(box.source) is not None, at=box.at)
        blocks = self.of(box.nodes, own, steps)
        return Example(source, blocks, tuple(own.notes), tuple(own.prose), box.attributes, when, box.at)

    def _columns(self, box: Box, aside: Aside, steps: bool, when: frozenset[Where]) -> Block:
        columns = []
        for node in box.nodes:
            if isinstance(node, Box) and node.kind == "column":
                width = self._width(node.attributes, node.at)
                columns.append(Column(width, self.of(node.nodes, aside, steps), node.attributes))
            else:
                self._fault(LOOSE_COLUMN, node.at, "only ::: {.column} blocks may stand directly in columns")
        if not columns:
            self._fault(LOOSE_COLUMN, box.at, "this columns block has no ::: {.column} in it")
        return Columns(tuple(columns), box.attributes, when, box.at)

    def _figure(self, node: Picture) -> Block | None:
        attributes = node.attributes
        decorative = attributes.has("decorative")
        if not node.alt.strip() and not decorative:
            self._fault(NO_ALT, node.at, f"“{node.target}” has no alternative text")
        target = self._addresses.picture(node.target, node.at)
        if isinstance(target, Diagnostic):
            self.noticed.append(target)
            return None
        return Figure(
            target.removeprefix("asset:"),
            "" if decorative else node.alt.strip(),
            self._typist.inline(node.caption, node.at) if node.caption else NOTHING,
            self._width(attributes, node.at),
            attributes.get("credit"),
            attributes.get("licence") or attributes.get("license"),
            decorative,
            attributes,
            self.when(attributes, node.at),
            node.at,
        )

    def _width(self, attributes: Attributes, at: Place) -> str:
        """The share of the room that `width=` asks for; nothing where it asks for anything else."""
        said = attributes.get("width")
        if said and not width_class(said):
            self._fault(WIDTH, at, f"“{said}” is no width in percent", words=said)
            return ""
        return said

    def _shortcode(self, code: Shortcode) -> Block | None:
        when = self.when(code.attributes, code.at)
        for kind in GENERATED:
            if code.name == kind:
                return Generated(kind, when, code.at)
        if code.name == "source":
            found = self._listings.of(code, when)
            if isinstance(found, Diagnostic):
                self.noticed.append(found)
                return None
            return found
        target = code.words[0] if code.words else ""
        if code.name == "video":
            return self._video(code, target, when)
        return self._quiz(code, target, when)

    def _quiz(self, code: Shortcode, target: str, when: frozenset[Where]) -> Block | None:
        name, _, wanted = target.partition("#")
        quiz = self._quizzes.get(name)
        if quiz is None:
            self._fault(NO_SUCH_QUIZ, code.at, f"there is no quiz “{name}”", near(name, list(self._quizzes)), name)
            return None
        draw = code.attributes.get("draw")
        if wanted:
            question = quiz.find(wanted)
            if question is None:
                known = [q.id for q in quiz.questions]
                missing = f"quiz “{name}” has no question “{wanted}”"
                self._fault(NO_SUCH_QUIZ, code.at, missing, near(wanted, known), wanted)
                return None
            return QuizSlot(quiz, (question,), code.name == "poll", "", when, code.at)
        if draw and draw not in quiz.draws:
            missing = f"quiz “{name}” has no draw “{draw}”"
            self._fault(NO_SUCH_QUIZ, code.at, missing, near(draw, list(quiz.draws)), draw)
            return None
        asked = drawn(quiz, draw) if draw else quiz.questions
        return QuizSlot(quiz, asked, code.name == "poll", draw, when, code.at)

    def _video(self, code: Shortcode, target: str, when: frozenset[Where]) -> Block | None:
        found: dict[str, str] = {}
        if not target:
            self._fault(NO_SUCH_PICTURE, code.at, "this video names no file")
            return None
        files = ((key, code.attributes.get(key)) for key in ("captions", "poster", "transcript"))
        for key, address in (("film", target), *files):
            if not address:
                continue
            asset = self._addresses.picture(address, code.at)
            if isinstance(asset, Diagnostic):
                self.noticed.append(asset)
                return None
            found[key] = asset.removeprefix("asset:")
        if "captions" not in found:
            self._fault(NO_CAPTIONS, code.at, "this video has no captions")
        title, url = code.attributes.get("title"), code.attributes.get("url")
        return Video(
            found.get("film", ""), found.get("captions", ""), title, found.get("poster", ""), url,
            found.get("transcript", ""), when, code.at,
        )  # fmt: skip

    def _question(self, box: Box, when: frozenset[Where]) -> Block | None:
        got = written_question(box, self._typist)
        if isinstance(got, Diagnostic):
            self.noticed.append(got)
            return None
        if any(got.id == earlier.id for earlier in self.questions):
            self._fault(DOUBLED_ID, box.at, f"this lesson has another question “{got.id}”")
        self.questions.append(got)
        quiz = Quiz(self._own_quiz, "", (got,), at=box.at)
        return QuizSlot(quiz, (got,), False, "", when, box.at)

    def _fault(self, rule: Rule, at: Place, said: str, hint: str = "", words: str = "") -> None:
        self.noticed.append(Diagnostic(rule, at, said, hint or rule.instead, words=words))
