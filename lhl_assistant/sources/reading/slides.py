"""Presentations: a slide is a page, its title a heading; what is not shown to an audience is left out and told.

By python-pptx and not kreuzberg, which tells neither slides nor list items apart, nor hidden slides from shown ones.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from lhl_assistant.sources.reading.model import MOST_PAGES, Raw, TooLong
from lhl_assistant.sources.reading.parts import Heading, Item, Paragraph, Part, Table, markdown, words
from lhl_assistant.sources.reading.suggest import names_nothing

_BESIDE = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE)
_LISTS = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
_SMALLEST = Pt(3)


def read(data: bytes, progress: Callable[[int, int], None]) -> Raw:
    """The slides' text and notes, the title and the year of the last change. Raises what a damaged file makes it."""
    deck = Presentation(BytesIO(data))
    slides = list(deck.slides)
    if len(slides) > MOST_PAGES:
        raise TooLong(MOST_PAGES)
    hidden: list[str] = []
    pages: list[str] = []
    for number, slide in enumerate(slides, start=1):
        reading = _Reading(deck.slide_width or 0, deck.slide_height or 0)
        found = list(reading.parts(slide))
        if slide._element.get("show") == "0":
            hidden.append(words(found))
            found = []
        pages.append(markdown(found))
        hidden += reading.hidden
        progress(number, len(slides))
    properties = deck.core_properties
    first = next((name for slide in slides if (name := _title(slide))), None)
    return Raw(
        "\n\n\f".join(pages),
        paged=True,
        title=first if names_nothing(properties.title) else properties.title,
        year=properties.modified.year if properties.modified else None,
        hidden=tuple(hidden),
    )


def _title(slide: Slide) -> str:
    title = slide.shapes.title
    return " ".join(title.text_frame.text.split()) if title is not None else ""


class _Reading:
    """The reading of one slide; ``hidden`` gathers what an audience would not see."""

    def __init__(self, width: int, height: int) -> None:
        self.hidden: list[str] = []
        self._width, self._height = width, height

    def parts(self, slide: Slide) -> Iterator[Part]:
        """The title, the shapes in the slide's own order, and the notes."""
        yield Heading(_title(slide), 2)
        title = slide.shapes.title
        for shape in slide.shapes:
            if title is None or shape.shape_id != title.shape_id:
                yield from self._shape(shape)
        notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
        if notes is not None and notes.text.strip():
            yield Heading("Notater", 3)
            yield from (Paragraph(text) for p in notes.paragraphs if (text := _line(p.text)))

    def _shape(self, shape: BaseShape) -> Iterator[Part]:
        known: Any = shape
        kind = known.placeholder_format.type if shape.is_placeholder else None
        if kind in _BESIDE:
            return
        found = list(self._content(known, kind in _LISTS))
        if self._is_shown(shape):
            yield from found
        else:
            self.hidden.append(words(found))

    def _content(self, shape: Any, listed: bool) -> Iterator[Part]:
        if hasattr(shape, "shapes"):
            for inner in shape.shapes:
                yield from self._shape(inner)
        elif getattr(shape, "has_table", False):
            yield Table(tuple(tuple(_line(cell.text) for cell in row.cells) for row in shape.table.rows))
        elif shape.has_text_frame:
            yield from self._text(shape.text_frame, listed)

    def _text(self, frame: TextFrame, listed: bool) -> Iterator[Part]:
        numbers: dict[int, int] = {}
        for paragraph in frame.paragraphs:
            text, level = self._seen(paragraph), paragraph.level
            numbers = {deep: count for deep, count in numbers.items() if deep <= level}
            match _bullet(paragraph):
                case "number":
                    numbers[level] = numbers.get(level, 0) + 1
                    yield Item(text, level, f"{numbers[level]}.")
                case "mark":
                    yield Item(text, level)
                case "" if listed and len(frame.paragraphs) > 1:
                    yield Item(text, level)
                case _:
                    yield Paragraph(text)

    def _seen(self, paragraph: _Paragraph) -> str:
        """The paragraph's text less what is written too small to be read."""
        small = [run for run in paragraph.runs if run.font.size is not None and run.font.size < _SMALLEST]
        self.hidden += [run.text for run in small if run.text.strip()]
        for run in small:
            run.text = ""
        return _line(paragraph.text)

    def _is_shown(self, shape: BaseShape) -> bool:
        """Whether a shape is neither hidden nor wholly beside the slide."""
        if any(named.get("hidden") in ("1", "true") for named in shape._element.iter("{*}cNvPr")):
            return False
        if not self._width or None in (shape.left, shape.top, shape.width, shape.height):
            return True
        across = -shape.width < shape.left < self._width
        return across and -shape.height < shape.top < self._height


def _bullet(paragraph: _Paragraph) -> str:
    """What the paragraph itself says of its bullet: "number", "mark", "none", or "" where it says nothing."""
    for tag, kind in (("buAutoNum", "number"), ("buChar", "mark"), ("buBlip", "mark"), ("buNone", "none")):
        if paragraph._p.find(f"{{*}}pPr/{{*}}{tag}") is not None:
            return kind
    return ""


def _line(text: str) -> str:
    return " ".join(text.split())
