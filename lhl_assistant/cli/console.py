"""The terminal: streams that can take any character, widths, and text made safe to print."""

import codecs
import sys
import unicodedata

import click
from rich.console import Console

from lhl_assistant.cli.voice import spoken
from lhl_assistant.safe import safe
from lhl_assistant.said import Said

__all__ = ["out", "ready", "safe", "say", "tell"]

_COMFORTABLE = 100
_PLAIN = {
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "–": "-", "—": "-", "−": "-", "«": '"', "»": '"',
    "“": '"', "”": '"', "’": "'", "…": "...", "·": "|", "›": ">", "•": "*", "→": "->", "§": "par.", "\u00a0": " ",
    "─": "-", "│": "|", "é": "e",
}  # fmt: skip


def ready() -> None:
    """Make both streams print every character: one that the console's encoding lacks gets its plain spelling."""
    codecs.register_error("lhl-plain", _plainly)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="lhl-plain")


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(_PLAIN.get(c) or _ascii(c) for c in lost), error.end


def _ascii(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return decomposed or "?"


class _Answers(Console):
    """rich's console, but a reader that closes the pipe early is told to the caller and not to the exit code."""

    def on_broken_pipe(self) -> None:
        """Let ``main`` end quietly."""
        raise BrokenPipeError


def out() -> Console:
    """The console for answers: as wide as the window, but no wider than is good to read."""
    console = _Answers(highlight=False, markup=False, emoji=False, safe_box=True)
    console.width = min(console.width, _COMFORTABLE)
    return console


def say(sentence: Said | str) -> None:
    """A sentence to the planner on stderr, where it does not mix with data."""
    print(safe(spoken(sentence)), file=sys.stderr)


def tell(sentence: Said | str) -> None:
    """What was asked for, on stdout, in the planner's form."""
    click.echo(safe(spoken(sentence)))
