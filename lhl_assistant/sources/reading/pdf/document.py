"""PDF documents, page by page."""

from collections.abc import Callable

import pypdfium2 as pdfium

from lhl_assistant.sources import plain
from lhl_assistant.sources.plain_lines import content_lines
from lhl_assistant.sources.reading.model import Raw


def read(data: bytes, progress: Callable[[int, int], None]) -> Raw:
    """The text of the pages. Raises pdfium's errors for a damaged file."""
    with pdfium.PdfDocument(data) as document:
        texts = []
        for number, page in enumerate(document, start=1):
            texts.append(page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\ufffe", "-"))
            progress(number, len(document))
        title = document.get_metadata_value("Title")
    text = "\f".join(texts)
    marked = plain.compose(content_lines(text))
    return Raw(marked + "\f" * (text.count("\f") - marked.count("\f")), paged=True, title=title or plain.title(text))
