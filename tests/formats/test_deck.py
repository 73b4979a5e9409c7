"""Decks as HTML: what is on them, what is not, and that they grow no faster than their slides."""

import re
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest

from builder import formats
from builder.formats import deck
from builder.model.attributes import Attributes
from builder.model.block import Generated
from builder.model.course import Objective, Review
from builder.render.slides import fullness, layout_of, shown
from formats.small import SLIDES, course, kit, made, slide, text

PAGE = "small/slides/lesson.html"


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in made(deck.outputs(course(), kit(tmp_path))).items()}


def ids(page: str) -> list[str]:
    return re.findall(r'<section id="([^"]+)"', page)


def section(page: str, id_: str) -> str:
    found = re.search(rf'<section id="{id_}".*?</section>', page, re.DOTALL)
    assert found
    return found[0]


def test_a_format_is_registered_by_being_there() -> None:
    assert {"deck", "home"} <= set(formats.names())
    assert formats.load("deck") is deck
    with pytest.raises(KeyError):
        formats.load("nothing")


def test_slides_stand_in_one_row_with_what_every_deck_has(pages: dict[str, str]) -> None:
    written = ["one", "two", "case", "poll", "cols", "say"]
    expected = ["deck-title", "deck-disclosures", "deck-agenda", *written, "deck-references"]
    assert ids(pages[f"site/{PAGE}"]) == expected
    assert pages[f"site/{PAGE}"].count("<section") == len(expected)


def test_the_audience_gets_no_notes(pages: dict[str, str]) -> None:
    site = pages[f"site/{PAGE}"]
    for word in ("Say it slowly", "Trap: haste", "Mostly none", "Only if asked", 'class="notes"', "Cut this slide"):
        assert word not in site


def test_the_presenter_gets_notes_cuts_facilitation_and_hidden_slides(pages: dict[str, str]) -> None:
    own = pages[f"presenter/{PAGE}"]
    assert "Cut this slide" in section(own, "two")
    assert "Say it slowly" in section(own, "two")
    assert "Trap: haste" in section(own, "case")
    assert "Mostly none." in section(own, "poll")
    assert 'data-visibility="uncounted"' in section(own, "backup")
    assert 'data-timing="0"' in section(own, "backup")
    assert re.findall(r'<section id="([^"]+)"', own)[-1] == "backup", "it stands after the last slide of the talk"


def test_slides_without_a_time_share_what_the_section_has_left(pages: dict[str, str]) -> None:
    times = dict(re.findall(r'<section id="([^"]+)"[^>]*data-timing="(\d+)"', pages[f"site/{PAGE}"]))
    assert times["one"] == "60"
    assert sum(map(int, times.values())) == 300
    assert sum(one.seconds for one in shown(course().lessons[0], hidden=False)) == 300


def test_sources_stand_at_the_foot_and_once_in_full(pages: dict[str, str]) -> None:
    site = pages[f"site/{PAGE}"]
    assert 'class="sources"><a href="#/ref-heise2011"><b>1</b>' in section(site, "one")
    assert site.count('id="ref-heise2011"') == 1
    assert "<sup" not in section(site, "say"), "a paragraph of nothing but citations is left to the foot"


def test_a_long_list_of_sources_is_split(tmp_path: Path) -> None:
    cites = tuple(f"extra{n:02d}" for n in range(60))
    placed = slide("sources", Generated("references"), title="Sources")
    cited = course(slide("one", text("<p>x</p>"), cites=cites), placed)
    page = made(deck.outputs(cited, kit(tmp_path)))[f"site/{PAGE}"].decode()
    parts = [id_ for id_ in ids(page) if id_.startswith("sources")]
    assert len(parts) > 1
    assert "Sources (1 of" in section(page, "sources")
    for key in cites:
        assert page.count(f'id="ref-{key}"') == 1


def test_placed_blocks_are_not_added_again(tmp_path: Path) -> None:
    slides = (
        slide("t", attributes=Attributes(classes=("title-slide",))),
        slide("d", Generated("disclosures")),
        slide("a", Generated("agenda")),
        slide("r", Generated("references")),
    )
    page = made(deck.outputs(course(*slides), kit(tmp_path)))[f"site/{PAGE}"].decode()
    assert ids(page) == ["t", "d", "a", "r"]
    assert "A small course" in section(page, "t")


def test_every_slide_says_its_number_and_that_nobody_has_reviewed(pages: dict[str, str], tmp_path: Path) -> None:
    site = pages[f"site/{PAGE}"]
    assert "1 / 10" in section(site, "deck-title")
    assert "10 / 10" in section(site, "deck-references")
    assert all("Not clinically reviewed" in section(site, id_) for id_ in ids(site))
    reviewed = course(review=Review("Dr Example", "2026-11-01", "2027-11-01"))
    again = made(deck.outputs(reviewed, kit(tmp_path)))[f"site/{PAGE}"].decode()
    assert "Not clinically reviewed" not in again
    assert "Dr Example" in again


def test_urgent_help_is_always_in_reach(pages: dict[str, str]) -> None:
    for tree in ("site", "presenter"):
        assert 'href="#dialog-help"' in pages[f"{tree}/{PAGE}"]
        assert "988" in pages[f"{tree}/{PAGE}"]


def test_a_number_for_help_is_called_by_pressing_it(pages: dict[str, str]) -> None:
    """Phones show a deck, too: on its slides and in the help that is always in reach."""
    for tree in ("site", "presenter"):
        assert '<bdi class="phone" dir="ltr"><a href="tel:988">988</a></bdi>' in pages[f"{tree}/{PAGE}"]


def test_pages_need_no_network_and_no_inline_script(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        if name.endswith(".html"):
            assert not re.search(r'(?:src|href)="(?:https?:)?//(?!doi\.org)', page)
            assert not re.search(r"\son\w+=", page)
            assert all('type="application/json"' in tag or "src=" in tag for tag in re.findall(r"<script[^>]*>", page))
            assert 'type="module"' not in page


def test_a_deck_carries_only_the_scripts_it_needs(tmp_path: Path) -> None:
    def scripts(page: bytes) -> list[str]:
        first, *rest = re.findall(r'src="[./]*assets/(\w+)-', page.decode())
        assert first == "early", "settings come before anything is painted"
        return rest

    asking = made(deck.outputs(course(), kit(tmp_path)))
    assert scripts(asking[f"site/{PAGE}"]) == ["slidequiz", "deck"]
    assert scripts(asking[f"presenter/{PAGE}"]) == ["slidequiz", "speaker", "deck"]
    plain = made(deck.outputs(course(slide("one", text("<p>x</p>"))), kit(tmp_path)))
    assert scripts(plain[f"site/{PAGE}"]) == ["deck"]
    assert b"slidequiz-" in asking[f"site/{PAGE}"].partition(b"<body")[0]
    assert b"slidequiz-" not in plain[f"site/{PAGE}"]
    for part in (b"speaker-", b"?speaker", b"lactern-speaker-words"):
        assert part in plain[f"presenter/{PAGE}"]
        assert part not in plain[f"site/{PAGE}"]


def test_single_file_holds_everything(tmp_path: Path) -> None:
    found = made(deck.outputs(course(), kit(tmp_path, single_file=True)))
    assert list(found) == [f"site/{PAGE}", f"presenter/{PAGE}"]
    page = found[f"site/{PAGE}"].decode()
    assert "<script defer src" not in page
    assert page.index("<script>/* deck.js */") > page.index('id="lactern-words"'), (
        "a script inside runs where it stands"
    )


def test_ids_are_used_once_and_tags_are_closed(pages: dict[str, str]) -> None:
    for tree in ("site", "presenter"):
        checker = Tags()
        checker.feed(pages[f"{tree}/{PAGE}"])
        assert checker.open == []
        assert len(checker.ids) == len(set(checker.ids))


def test_a_slide_may_be_called_as_the_decks_own_parts_are(tmp_path: Path) -> None:
    """`#help` is a slide, and the urgent help opens all the same."""
    names = ("help", "menu", "search", "wave", "next", "section")
    html = made(deck.outputs(course(*(slide(name, text("<p>a</p>")) for name in names)), kit(tmp_path)))[f"site/{PAGE}"]
    found = re.findall(r'\bid="([^"]+)"', html.decode())
    assert sorted(found) == sorted(set(found))
    assert set(names) <= set(found)


def test_a_slide_may_be_called_by_a_number(tmp_path: Path) -> None:
    """Reveal.js takes a plain number in an address for how many slides to go: `#/2024` would lead to the last one."""
    slides = (slide("2024", text('<p><a href="lesson:lesson#988">a</a></p>')), slide("988", text("<p>b</p>")))
    html = made(deck.outputs(course(*slides), kit(tmp_path)))[f"site/{PAGE}"].decode()
    assert [name for name in ids(html) if name.strip("0123456789") == ""] == []
    assert {"s.2024", "s.988"} <= set(ids(html))
    assert 'href="#/s.988"' in html


def test_layouts_come_from_the_author_then_from_what_is_there() -> None:
    by_id = {s.id: s for s in SLIDES}
    assert layout_of(by_id["say"], by_id["say"].blocks) == "statement"
    assert layout_of(by_id["case"], by_id["case"].blocks) == "case"
    assert layout_of(by_id["poll"], by_id["poll"].blocks) == "poll"
    assert layout_of(by_id["cols"], by_id["cols"].blocks) == "columns"
    assert layout_of(by_id["one"], by_id["one"].blocks) == "text"
    assert layout_of(slide("e"), ()) == "title-only"


def test_full_slides_get_smaller_type() -> None:
    words = "A line that is about as long as lines on slides are when they are well made."
    order = ["airy", "roomy", "", "dense", "denser", "densest"]
    steps = [order.index(fullness((text(f"<li>{words}</li>" * n),))) for n in range(1, 12)]
    assert steps[0] == 0
    assert steps[-1] == len(order) - 1
    assert steps == sorted(steps)


def test_short_names_are_not_broken_at_their_hyphen(tmp_path: Path) -> None:
    one = slide("one", Generated("objectives"))
    page = made(deck.outputs(course(one, objectives=(Objective("o", "Describe D-MER."),)), kit(tmp_path)))
    assert 'Describe <span class="unbroken">D-MER</span>.' in section(page[f"site/{PAGE}"].decode(), "one")


@pytest.mark.slow
def test_three_thousand_slides_are_drawn_in_a_second(tmp_path: Path) -> None:
    many = course(*(slide(f"s{n}", text("<ul><li>One</li><li>Two</li></ul>")) for n in range(3000)))
    tools = kit(tmp_path)
    list(deck.outputs(course(), tools))
    start = time.perf_counter()
    list(deck.outputs(many, tools))
    assert time.perf_counter() - start < 2.0


class Tags(HTMLParser):
    """Which elements are left open, and which ids there are."""

    VOID = frozenset(("meta", "link", "input", "br", "img", "use", "path", "hr", "source", "track"))

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            while self.open and self.open[-1] in ("li", "p", "dt", "dd") and self.open[-1] != tag:
                self.open.pop()
            assert self.open.pop() == tag
