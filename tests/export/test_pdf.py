"""PDF: what PDF/UA-1 asks is read back from the file, not taken on trust."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from lhl_assistant.errors import InputUnusable
from lhl_assistant.export.document import Document, Figure
from lhl_assistant.export.write import write
from tests.export.material import ALT, SVG, document


@pytest.fixture
def written(whole: Document, tmp_path: Path) -> Iterator[pikepdf.Pdf]:
    write(whole, tmp_path / "plan.pdf")
    with pikepdf.open(tmp_path / "plan.pdf") as file:
        yield file


def elements(node: Any) -> Iterator[Any]:
    """All structure elements below ``node``, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


def test_the_file_says_that_it_is_accessible_and_in_what_language(whole: Document, written: pikepdf.Pdf) -> None:
    with written.open_metadata() as facts:
        assert facts["pdfuaid:part"] == "1"
        assert facts["dc:title"] == whole.title
    assert written.Root.MarkInfo.Marked
    assert str(written.Root.Lang) == {"nb": "nb-NO", "nn": "nn-NO"}[whole.language]
    assert written.Root.ViewerPreferences.DisplayDocTitle


def test_headings_tables_lists_links_and_pictures_are_tagged(written: pikepdf.Pdf) -> None:
    found = [(str(e.S), e) for e in elements(written.Root.StructTreeRoot)]
    kinds = {kind for kind, _ in found}
    assert {"/H1", "/H2", "/Table", "/THead", "/TH", "/TR", "/TD", "/L", "/LI", "/Link", "/Figure"} <= kinds
    assert [str(e.Alt) for kind, e in found if kind == "/Figure"] == [ALT]
    assert sum(kind == "/Table" for kind, _ in found) == 1
    assert len(written.pages) > 4


def test_no_font_is_borrowed_from_the_machine(written: pikepdf.Pdf) -> None:
    names = {str(o.BaseFont) for o in written.objects if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o}
    assert names
    assert all("SourceSans3" in name for name in names)


def test_a_picture_that_cannot_be_drawn_is_told_of_and_nothing_is_written(tmp_path: Path) -> None:
    broken = Document("Plan", "nb", (Figure(SVG[:40], "svg", "alt", "Befolkning"),))
    for name in ("plan.pdf", "plan.docx"):
        with pytest.raises(InputUnusable):
            write(broken, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_name_that_says_no_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputUnusable, match=r"må ende på \.docx, \.pdf eller \.md"):
        write(document("nb"), tmp_path / "plan.odt")
