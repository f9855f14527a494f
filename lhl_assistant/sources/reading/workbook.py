"""Excel workbooks: each sheet that is shown under its name; hidden sheets are left out and told."""

import zipfile
from io import BytesIO

from lhl_assistant.sources.model import fold
from lhl_assistant.sources.reading import office, xml
from lhl_assistant.sources.reading.model import Raw
from lhl_assistant.sources.reading.parts import Heading, Part, markdown, words

_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def read(data: bytes) -> Raw:
    """The shown sheets' tables. Raises kreuzberg's and lxml's errors for a damaged file."""
    result = office.extracted(data, _MIME)
    unseen = _hidden_sheets(data)
    shown: list[Part] = []
    hidden: list[Part] = []
    into = shown
    for part in office.parts(result.content):
        if isinstance(part, Heading):
            into = hidden if fold(part.text) in unseen else shown
        into.append(part)
    return Raw(markdown(shown), title=office.property_of(result, "title", "subject"), hidden=(words(hidden),))


def _hidden_sheets(data: bytes) -> frozenset[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        book = xml.parsed(archive.read("xl/workbook.xml"))
    sheets = book.iter("{*}sheet")
    return frozenset(fold(s.get("name", "")) for s in sheets if s.get("state", "visible") != "visible")
