"""A lesson as meant, written out for people: a tag for each noun, running text as its HTML."""

from collections.abc import Iterable, Iterator

from builder.model.attributes import Attributes
from builder.model.block import (
    EVERYWHERE,
    Block,
    Callout,
    Case,
    Columns,
    Example,
    Figure,
    Generated,
    Group,
    Listing,
    QuizSlot,
    Step,
    Text,
    Video,
)
from builder.model.course import Lesson, Slide
from builder.model.quiz import MultipleChoice, Question, SingleChoice

SAID = ("when", "time", "cut", "evidence", "objectives")  # shown as what they mean


def outline(lesson: Lesson) -> str:
    """The whole lesson. A section or slide tag only says what is not as usual."""
    lines: list[str] = []
    for section in lesson.sections:
        if section.title.html or section.id:
            about = {"seconds": section.seconds, "objectives": " ".join(section.objectives)}
            lines.append(tag("section", section.attributes._replace(id=section.id), section.when, about))
            lines.append("  " + section.title.html)
        for slide in section.slides:
            lines += slide_lines(slide)
    return "\n".join(lines) + "\n"


def slide_lines(slide: Slide) -> Iterator[str]:
    """One slide with what is on it and beside it."""
    about = {
        "seconds": slide.seconds, "cut": slide.cut, "hidden": slide.hidden, "evidence": slide.evidence,
        "objectives": " ".join(slide.objectives), "cites": " ".join(slide.cites),
    }  # fmt: skip
    yield tag("slide", slide.attributes._replace(id=slide.id), slide.when, about)
    if slide.title.html:
        yield "  " + slide.title.html
    yield from inside("on", slide.blocks)
    yield from inside("prose", slide.prose)
    yield from inside("notes", slide.notes)


def inside(name: str, blocks: Iterable[Block]) -> Iterator[str]:
    """Some blocks under a heading of their own, if there are any."""
    lines = [line for block in blocks for line in block_lines(block)]
    if lines:
        yield f"  {name}:"
        yield from ("    " + line for line in lines)


def block_lines(block: Block) -> Iterator[str]:
    """One block, and what stands in it indented."""
    match block:
        case Text():
            yield from block.prose.html.split("\n")
        case Step():
            yield from nested("step", block.blocks)
        case Callout():
            yield from nested(tag(f"callout {block.kind}", block.attributes, block.when), block.blocks)
        case Columns():
            yield tag("columns", block.attributes, block.when)
            for column in block.columns:
                yield from ("  " + line for line in nested(tag("column", column.attributes), column.blocks))
        case Case():
            yield from nested(tag(f"case “{block.title}”", block.attributes, block.when), block.blocks)
            if block.facilitator:
                yield from ("  " + line for line in nested("facilitator:", block.facilitator))
        case Group():
            yield from nested(tag("group", block.attributes, block.when, {"grade": block.evidence}), block.blocks)
        case Figure():
            about = {"credit": block.credit, "licence": block.licence, "decorative": block.decorative}
            kept = block.attributes._replace(values=(("width", block.width),) if block.width else ())
            yield tag(f"figure {block.asset} “{block.alt}”", kept, block.when, about)
            if block.caption.html:
                yield "  " + block.caption.html
        case Video():
            about = {"captions": block.captions, "title": block.title, "poster": block.poster, "url": block.url}
            yield tag(f"video {block.asset}", Attributes(), block.when, about)
        case QuizSlot():
            about = {"poll": block.poll, "draw": block.draw}
            yield tag(f"quiz {block.quiz.id}", Attributes(), block.when, about)
            for question in block.questions:
                yield from ("  " + line for line in question_lines(question))
        case Listing():
            yield from listing_lines(block)
        case Example():
            yield tag("example", block.attributes, block.when)
            yield from ("  " + line for line in listing_lines(block.source))
            for name, part in (("shown", block.blocks), ("prose", block.prose), ("notes", block.notes)):
                yield from ("  " + line for line in (nested(f"{name}:", part) if part else ()))
        case Generated():
            yield tag(f"generated {block.kind}", Attributes(), block.when)


def listing_lines(block: Listing) -> Iterator[str]:
    """Lines shown as they are written, each behind a bar."""
    name = f"listing “{block.name}”" if block.name else "listing"
    yield tag(name, Attributes(), block.when, {"kind": block.kind, "keyed": block.keyed})
    yield from ("  | " + line for line in block.text.split("\n"))


def question_lines(question: Question) -> Iterator[str]:
    """A question and, where it has them, its options."""
    yield f"{question.type} #{question.id}: {question.stem.html}"
    if isinstance(question.form, SingleChoice | MultipleChoice):
        for option in question.form.options:
            told = f" ({option.feedback.html})" if option.feedback.html else ""
            yield f"  [{'x' if option.correct else ' '}] {option.text.html}{told}"
    if question.explain.html:
        yield f"  explain: {question.explain.html}"


def nested(head: str, blocks: Iterable[Block]) -> Iterator[str]:
    """A head and the blocks below it, indented."""
    yield head
    for block in blocks:
        yield from ("  " + line for line in block_lines(block))


def tag(
    name: str, attributes: Attributes, when: Iterable[str] = EVERYWHERE, about: dict[str, object] | None = None
) -> str:
    """`name #id .class key=value`, leaving out what is empty, or as usual."""
    parts = [name]
    parts += [f"#{attributes.id}"] if attributes.id else []
    parts += [f".{name}" for name in attributes.classes]
    own = {key: value for key, value in attributes.values if key not in SAID}
    shown = {**own, **{key: value for key, value in (about or {}).items() if value not in (None, "", False, 0)}}
    parts += [key if value is True or value == "" else f'{key}="{value}"' for key, value in shown.items()]
    if frozenset(when) != EVERYWHERE:
        parts.append("when " + " ".join(sorted(when)))
    return " ".join(parts)
