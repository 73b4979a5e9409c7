"""What was measured on pages, as findings: said in words, with places in the source, the same thing only once."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from builder.model.diagnostic import Diagnostic, Rule
from builder.visual.rules import RULE_OF
from builder.visual.sources import Sources

SAID = {
    "over": "{what} runs over the {side} edge of its room by {by} pixels",
    "overlap": "{what} and “{other}” lie over each other",
    "clipped": "{what} is cut off by its box",
    "contrast": "{what} has a contrast of {ratio} to 1, and needs {least}",
    "small": "{what} is {size} pixels high, and needs {least}",
    "target": "{what} is {width} by {height} pixels, and needs {least} by {least}",
    "font": "{what} is painted in {font}, a font of this machine, and not in {family}",
    "lost": "the picture {file} cannot be shown",
    "refused": '`style="{style}"` has no effect on the audience\'s pages',
    "sideways": "{what} makes the page {by} pixels wider than the screen",
    "axe": "{what}: {help} ({rule})",
    "complaint": "the page says: {text}",
    "network": "the page asks for {text}",
}


class Seen(NamedTuple):
    """Something found: its kind and what was measured; the page's name (a lesson's id and the like), how the page was
    looked at in words, and the picture of it."""

    kind: str
    told: dict[str, Any]
    page: str
    how: str
    picture: PurePosixPath | None = None


def findings(seen: Iterable[Seen], sources: Sources, folder: str) -> list[Diagnostic]:
    """One finding for each rule and line: the first that was seen, and how many more there are."""
    first: dict[tuple[Any, Rule], tuple[Seen, str]] = {}
    more: dict[tuple[Any, Rule], set[str]] = {}
    for one in seen:
        rule = RULE_OF[one.kind]
        if one.kind in ("complaint", "network") or (one.kind == "lost" and "ids" not in one.told):
            at, title = sources.whole(one.page), ""
        else:
            at, title = sources.find(one.page, one.told["ids"], one.told.get("style") or one.told["text"])
        key = (at, rule)
        words = worded(one)
        if key in first:
            more.setdefault(key, set()).add(words)
            if one.picture and not first[key][0].picture:
                first[key] = (first[key][0]._replace(picture=one.picture), first[key][1])
        else:
            first[key] = (one, f"{title}, {one.how}: {words}" if title else f"{one.how}: {words}")
    found = []
    for (at, rule), (one, message) in first.items():
        others = len(more.get((at, rule), set()) - {worded(one)})
        hint = rule.instead + (f" Picture: {folder}/{one.picture}" if one.picture else "")
        found.append(Diagnostic(rule, at, message + (f" (and {others} more)" if others else ""), hint))
    return found


def worded(one: Seen) -> str:
    """What was measured, in words."""
    text = one.told.get("text", "")
    what = f"“{text}”" if text else f"<{one.told.get('tag', 'element')}>"
    kind = one.kind
    if kind == "target" and "width" not in one.told:
        return f"{what} is too small to be pressed"
    if kind == "lost" and "file" not in one.told:
        return f"the file {text} is not there"
    return SAID[kind].format_map({"what": what, **one.told})
