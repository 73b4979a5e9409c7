"""Every finding stands where the author's eye should go, in the file that the author wrote."""

from support.project import Project


def test_includes_keep_their_own_places(project: Project) -> None:
    """What is wrong in a piece is said of the piece, at its own line, and the lesson goes on below it."""
    project.lesson("## A\n\n{{< include _p.md >}}\n\nAfter {.b}\n")
    project.file("slides/c/_p.md", "\nIn {.a} it.\n\n[@nobody]\n")
    assert project.found() == [
        "slides/c/01-lesson.md:5:7 L105 “{.b}” was not understood and would be shown",
        "slides/c/_p.md:2:4 L105 “{.a}” was not understood and would be shown",
        "slides/c/_p.md:4:3 R101 there is no source “nobody”",
    ]


def test_piece_included_twice(project: Project) -> None:
    """A fault in a piece that two lessons include is said once."""
    project.lesson("## A\n\n{{< include _p.md >}}\n").lesson("## B\n\n{{< include _p.md >}}\n", "02-b.md")
    project.file("slides/c/_p.md", "{.a}\n")
    assert project.found() == ["slides/c/_p.md:1:1 L105 “{.a}” was not understood and would be shown"]


def test_lines_count_from_the_top_of_the_file(project: Project) -> None:
    """Front matter, comments, byte-order mark and CRLF do not shift any line."""
    project.lesson(b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\n\r\n<!-- a\r\nb -->\r\n## B\r\n\r\n[@nobody]\r\n")
    assert project.found() == ["slides/c/01-lesson.md:9:3 R101 there is no source “nobody”"]


def test_second_use_is_found_second(project: Project) -> None:
    """The second link of two alike is pointed at where it stands."""
    project.lesson("## A\n\n[@nobody] and\nagain [@nobody]; nobody@example.org\n")
    assert project.found() == [
        "slides/c/01-lesson.md:3:3 R101 there is no source “nobody”",
        "slides/c/01-lesson.md:4:9 R101 there is no source “nobody”",
    ]


def test_key_inside_a_longer_key(project: Project) -> None:
    """A key that begins like another is not taken for it."""
    project.source().lesson("## A\n\n[@heise2011] [@heise201]\n")
    assert project.found() == ["slides/c/01-lesson.md:3:16 R101 there is no source “heise201”"]


def test_settings_have_places(project: Project) -> None:
    """A fault in front matter has its own line and column."""
    project.lesson("---\ntitle: A\nminutes: soon\n---\n\n## A\n")
    assert project.found() == ["slides/c/01-lesson.md:3:10 S105 a whole number belongs here, not “soon”"]


def test_footnote_definition_in_another_slide(project: Project) -> None:
    """A link that stands in a footnote's text is said of the slide that shows the footnote."""
    project.lesson("## A\n\nSaid[^1].\n\n## B\n\n[^1]: See [there](nope.md).\n")
    (only,) = project.found()
    assert only.startswith("slides/c/01-lesson.md:")
    assert only.endswith("L114 “nope.md” leads nowhere")
