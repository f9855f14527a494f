"""Which reader a file is for: by what it begins with and, for what is only text, by its name."""

import zipfile
from collections.abc import Callable
from io import BytesIO

from lhl_assistant.sources.reading import refusals
from lhl_assistant.sources.reading.archive import entries
from lhl_assistant.sources.reading.model import Raw

READABLE = tuple(
    ".pdf .docx .docm .dotx .pptx .pptm .ppsx .odt .odp .ods .xlsx .xlsm .csv .tsv .html .htm .xhtml .eml .msg .rtf "
    ".md .markdown .txt".split()
)
"""The endings of the files that can be read."""

Read = Callable[[bytes, Callable[[int, int], None]], Raw]
"""Makes Raw of a file's bytes; it may tell (pages done, pages in all)."""

_TEXT = frozenset(".csv .tsv .html .htm .xhtml .eml .md .markdown .txt".split())
_OPEN = "application/vnd.oasis.opendocument."
_OLE, _RTF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"


def reader_for(name: str, data: bytes) -> Read:
    """The reader for a file called ``name``. Raises InputUnusable for what cannot or should not be read."""
    ending = _ending(name)
    if b"%PDF-" in data[:1024]:
        from lhl_assistant.sources.reading.pdf.document import read

        return read
    if data.startswith(b"PK\x03\x04"):
        return _of_archive(name, data)
    if data.startswith(_OLE):
        return _of_compound(name, ending, data)
    if data.startswith(_RTF):
        return _kreuzberg("application/rtf")
    if ending in _TEXT:
        return _of_text(name, ending, data)
    if ending in READABLE:
        raise refusals.not_what_it_says(name, ending[1:])
    raise refusals.unknown(name)


def is_text(name: str) -> bool:
    """Whether a file of this name holds text, by its ending."""
    return _ending(name) in _TEXT


def _ending(name: str) -> str:
    return name[name.rfind(".") :].lower() if "." in name else ""


def _of_archive(name: str, data: bytes) -> Read:
    names = entries(name, data)
    if "word/document.xml" in names:
        from lhl_assistant.sources.reading import word

        return _at_once(word.read)
    if "ppt/presentation.xml" in names:
        from lhl_assistant.sources.reading import slides

        return slides.read
    if "xl/workbook.xml" in names:
        from lhl_assistant.sources.reading import workbook

        return _at_once(workbook.read)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        mime = archive.read("mimetype")[:100].decode("ascii", "replace").strip() if "mimetype" in names else ""
    if mime.startswith(_OPEN):
        from lhl_assistant.sources.reading import open_document

        return _at_once(lambda content: open_document.read(content, mime.removesuffix("-template")))
    raise refusals.archive(name)


def _of_compound(name: str, ending: str, data: bytes) -> Read:
    """The reader for Microsoft's older file form, in which letters and encrypted documents still come."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise refusals.locked(name)
    if "__properties_version1.0".encode("utf-16-le") in data:
        from lhl_assistant.sources.reading import mail

        return _at_once(mail.outlook)
    newer = {".doc": "docx", ".xls": "xlsx", ".ppt": "pptx"}.get(ending, "docx")
    raise refusals.outdated(name, newer)


def _of_text(name: str, ending: str, data: bytes) -> Read:
    from lhl_assistant.sources.reading import text

    if text.looks_binary(data):
        raise refusals.not_text(name)
    match ending:
        case ".csv" | ".tsv":
            from lhl_assistant.sources.reading import sheet

            return _at_once(sheet.read)
        case ".html" | ".htm" | ".xhtml":
            from lhl_assistant.sources.reading import web

            return _at_once(web.read)
        case ".eml":
            from lhl_assistant.sources.reading import mail

            return _at_once(mail.letter)
        case ".md" | ".markdown":
            return _at_once(text.markdown)
        case _:
            return _at_once(text.plain_text)


def _kreuzberg(mime: str) -> Read:
    from lhl_assistant.sources.reading import office

    return _at_once(lambda data: office.read(data, mime))


def _at_once(read: Callable[[bytes], Raw]) -> Read:
    return lambda data, _: read(data)
