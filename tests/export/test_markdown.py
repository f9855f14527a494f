"""Markdown out, and Markdown in."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lhl_assistant.export.document import Items, Mark, Paragraph, Run
from lhl_assistant.export.markdown import shown, write
from lhl_assistant.export.parse import blocks, inline, plain
from tests.export.material import SVG, document

anything = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), min_size=1)


def test_a_document_is_readable_and_its_picture_lies_beside_it(tmp_path: Path) -> None:
    file, picture = write(document("nn"), tmp_path / "plan.md")
    text = file.read_text(encoding="utf-8")
    assert picture.read_bytes() == SVG
    assert f"](<{picture.name}>)" in text
    assert "## Mat og måltider" in text
    assert "**[FYLL INN: antall kjøkken]**" in text
    assert "| Tiltak 0 | Kommunedirektøren | 2027 | kr 50 000 |" in text
    assert "## Kjelder\n\n[1] Meld. St. 15" in text


@given(anything)
def test_any_text_written_as_markdown_reads_back_as_itself(text: str) -> None:
    words = (Run("x " + text),)
    (back,) = blocks(shown(words))
    assert isinstance(back, Paragraph)
    assert plain(back.words) == plain(words)


def test_links_that_are_not_to_the_web_stay_text() -> None:
    words = inline("[a](javascript:x) [b](fil.docx) [c](https://example.no)")
    assert [w.link for w in words if isinstance(w, Run) and w.link] == ["https://example.no"]


def test_points_within_points_follow_the_one_they_belong_to() -> None:
    (points,) = blocks("- a [1]\n  - b\n- c\n")
    assert isinstance(points, Items)
    assert [plain(item) for item in points.items] == ["a [1]", "b", "c"]
    assert points.items[0][-1] == Mark(1)
