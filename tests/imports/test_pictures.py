"""Pictures of decks: what lies beside the file comes along, all else is told; nothing that runs gets in."""

from base64 import b64decode
from pathlib import Path

import pytest

from builder.imports.project import Bundle, bundle
from imports.test_questions import PNG

SAFE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>'


def brought(folder: Path, deck: str, **pictures: bytes) -> Bundle:
    """A deck with pictures beside it (`a__svg` is a.svg), imported."""
    for name, data in pictures.items():
        (folder / name.replace("__", ".")).write_bytes(data)
    (folder / "talk.md").write_text(deck, "utf-8")
    return bundle(folder / "talk.md", "c", lambda path: False)


def lesson(made: Bundle) -> str:
    return next(data.decode() for path, data in made.files.items() if path.endswith(".md"))


def told(made: Bundle) -> str:
    return "\n".join(one.what for one in made.lost)


def test_two_of_one_name_stay_two(tmp_path: Path) -> None:
    """In two folders; the same picture twice is one; a query and a percent sign are no part of the name."""
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a b.svg").write_text(SAFE + f"<!-- {folder} -->", "utf-8")
    made = brought(tmp_path, "# A\n\n![x](one/a%20b.svg)\n\n![y](<two/a b.svg>)\n\n![z](./one/a%20b.svg?raw=true)\n")
    assert sorted(made.files) == ["slides/c/01-a.md", "slides/c/img/a-b-2.svg", "slides/c/img/a-b.svg"]
    text = lesson(made)
    assert [part in text for part in ("![x](img/a-b.svg)", "![y](img/a-b-2.svg)", "![z](img/a-b.svg)")] == [True] * 3


def test_one_without_words_keeps_the_gap_in_sight(tmp_path: Path) -> None:
    """Its file's name stands for them, which `lactern check` warns of (A202), and the project builds."""
    made = brought(tmp_path, "# A\n\n![](a.svg)\n", a__svg=SAFE.encode())
    assert "![a.svg](img/a.svg)" in lesson(made)
    assert "what the picture “a.svg” shows: it has no alternative text" in told(made)


def test_one_that_is_missing_leaves_its_words_and_a_comment(tmp_path: Path) -> None:
    """The author sees where it stood, readers do not; nobody is asked for words of a picture that is not there."""
    made = brought(tmp_path, "# A\n\n![A curve](a.svg)\n\n![](b.svg)\n\n[![logo](c.png)](https://example.org)\n")
    assert "*A curve*<!-- a picture is missing here: a.svg -->" in lesson(made)
    assert "b.svg -->" in lesson(made)
    assert "![" not in lesson(made)
    assert "no alternative text" not in told(made)
    assert told(made).count("which is not beside the file") == 3


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("../../../../etc/passwd.png", "outside the folder"),
        ("/etc/hosts.png", "outside the folder"),
        ("..%2F..%2Fsecret.png", "outside the folder"),
        ("https://example.org/x.png", "the picture https://example.org/x.png"),
        ("//example.org/x.png", "the picture //example.org/x.png"),
        ("data:image/png;base64,AAAA", "written into the file as data"),
        ("javascript:alert(1)", "the picture javascript:alert"),
        ("film.mp4", "the film “film.mp4”"),
        ("drawing.pdf", "the picture “drawing.pdf”"),
        ("script.svg", "which is left out"),
        ("broken.png", "damaged or not what its name says"),
        ("x" * 300 + ".png", "cannot be opened"),
    ],
)
def test_what_is_not_taken(tmp_path: Path, address: str, why: str) -> None:
    """Each is told plainly, and leaves its words."""
    (tmp_path / "deck").mkdir()
    (tmp_path / "secret.png").write_bytes(b64decode(PNG))
    script = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>x()</script></svg>'
    made = brought(tmp_path / "deck", f"# A\n\n![Words]({address})\n", script__svg=script, broken__png=b"<html>")
    assert not [path for path in made.files if "/img/" in path]
    assert why in told(made)
    assert "*Words*" in lesson(made)


def test_a_huge_picture_is_left_out(tmp_path: Path) -> None:
    """A file of 31 MB is told, and not read."""
    with (tmp_path / "big.png").open("wb") as file:
        file.truncate(31_000_000)
    made = brought(tmp_path, "# A\n\n![Words](big.png)\n")
    assert "which is 31 MB" in told(made)
    assert list(made.files) == ["slides/c/01-a.md"]
