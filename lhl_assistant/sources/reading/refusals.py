"""Why a file was not read, in a sentence that names it and says what to do."""

from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said
from lhl_assistant.sources.reading.model import Locked, Scanned, TooLong

KINDS = Said(
    "PDF, Word, PowerPoint, Excel, OpenDocument, CSV, nettsider, e-post, Markdown og ren tekst",
    "PDF, Word, PowerPoint, Excel, OpenDocument, CSV, nettsider, e-post, Markdown og rein tekst",
)


def because(error: Exception, name: str) -> InputUnusable:
    """The sentence for what reading a file raised. What is not foreseen is damage: libraries raise what they like."""
    match error:
        case InputUnusable():
            return error
        case Scanned():
            return scanned(name)
        case Locked():
            return locked(name)
        case TooLong(pages=pages):
            return too_long(name, pages)
        case MemoryError():
            return too_much_memory(name)
        case _:
            return damaged(name)


def unknown(name: str) -> InputUnusable:
    """No reader for this kind of file."""
    return _refused(
        name, f"kan ikke leses. Disse kan leses: {KINDS.nb}", f"kan ikkje lesast. Desse kan lesast: {KINDS.nn}"
    )


def not_what_it_says(name: str, ending: str) -> InputUnusable:
    """The ending promises what the content is not."""
    return _refused(
        name,
        f"er ikke en {ending}-fil, eller den er skadet. Hent eller lagre den på nytt",
        f"er ikkje ei {ending}-fil, eller ho er skadd. Hent eller lagre ho på nytt",
    )


def not_text(name: str) -> InputUnusable:
    """Bytes where text was promised."""
    return _refused(
        name,
        "er ikke tekst. Lagre dokumentet som ren tekst eller Markdown først",
        "er ikkje tekst. Lagre dokumentet som rein tekst eller Markdown først",
    )


def damaged(name: str) -> InputUnusable:
    """The right kind, but broken."""
    return _refused(
        name,
        "er skadet eller ikke lastet helt ned. Hent eller lagre den på nytt",
        "er skadd eller ikkje lasta heilt ned. Hent eller lagre ho på nytt",
    )


def locked(name: str) -> InputUnusable:
    """Encrypted."""
    return _refused(
        name,
        "er låst med et passord. Lagre en kopi uten passord, og legg til den",
        "er låst med eit passord. Lagre ein kopi utan passord, og legg til han",
    )


def swollen(name: str) -> InputUnusable:
    """Packed to fill the memory of whoever opens it."""
    return _refused(
        name,
        "er pakket slik at den ville fylt minnet, og er ikke lest. Sjekk hvem den er fra",
        "er pakka slik at ho ville fylt minnet, og er ikkje lesen. Sjekk kven ho er frå",
    )


def archive(name: str) -> InputUnusable:
    """A zip file with whatever in it."""
    return _refused(
        name,
        "er et arkiv. Pakk det ut, og legg til dokumentene som ligger i det",
        "er eit arkiv. Pakk det ut, og legg til dokumenta som ligg i det",
    )


def outdated(name: str, newer: str) -> InputUnusable:
    """A form of before 2007."""
    return _refused(
        name,
        f"har et gammelt format. Åpne dokumentet, lagre det som {newer}, og legg til det",
        f"har eit gammalt format. Opne dokumentet, lagre det som {newer}, og legg til det",
    )


def absent(name: str) -> InputUnusable:
    """Not there, not a file, or not ours to read."""
    return _refused(
        name,
        "kan ikke leses. Sjekk at filen finnes og at du har tilgang",
        "kan ikkje lesast. Sjekk at fila finst og at du har tilgang",
    )


def empty(name: str) -> InputUnusable:
    """No text in it."""
    return _refused(name, "er tom. Velg en fil med tekst", "er tom. Vel ei fil med tekst")


def too_big(name: str, megabytes: int) -> InputUnusable:
    """More bytes than are read."""
    return _refused(
        name,
        f"er for stor (over {megabytes} MB). Del den i mindre filer",
        f"er for stor (over {megabytes} MB). Del ho i mindre filer",
    )


def too_long(name: str, pages: int) -> InputUnusable:
    """More text or pages than one source should have."""
    return _refused(
        name,
        f"er for lang (over {pages} sider). Del den i mindre filer",
        f"er for lang (over {pages} sider). Del ho i mindre filer",
    )


def too_slow(name: str) -> InputUnusable:
    """Patience ran out."""
    return _refused(
        name,
        "tar for lang tid å lese. Del dokumentet i mindre filer, eller lagre det på nytt",
        "tek for lang tid å lese. Del dokumentet i mindre filer, eller lagre det på nytt",
    )


def too_much_memory(name: str) -> InputUnusable:
    """The memory that reading may use did not do."""
    return _refused(
        name,
        "krever mer minne enn den får bruke. Del dokumentet i mindre filer, eller lagre det på nytt",
        "krev meir minne enn ho får bruke. Del dokumentet i mindre filer, eller lagre det på nytt",
    )


def scanned(name: str) -> InputUnusable:
    """Pictures of pages, and no OCR to read them with."""
    return _refused(
        name,
        "er skannet og har ingen tekst. Installer tesseract med norsk språk, eller lagre dokumentet med tekst",
        "er skanna og har ingen tekst. Installer tesseract med norsk språk, eller lagre dokumentet med tekst",
    )


def _refused(name: str, nb: str, nn: str) -> InputUnusable:
    return InputUnusable(Said(f"«{name}» {nb}.", f"«{name}» {nn}."))
