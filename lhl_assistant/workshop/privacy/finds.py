"""What may not be exported unseen: numbers, addresses, and what looks like a named person's health."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lhl_assistant.said import Said
from lhl_assistant.workshop.privacy import contact, health, identity
from lhl_assistant.workshop.state import State

Kind = Literal["identity", "maybe-identity", "phone", "mail", "health"]

NAMES: dict[Kind, Said] = {
    "identity": Said("fødselsnummer", "fødselsnummer"),
    "maybe-identity": Said("kan være et fødselsnummer med skrivefeil", "kan vere eit fødselsnummer med skrivefeil"),
    "phone": Said("telefonnummer", "telefonnummer"),
    "mail": Said("e-postadresse", "e-postadresse"),
    "health": Said("ser ut som helsen til en som er navngitt", "ser ut som helsa til ein som er namngjeven"),
}


@dataclass(frozen=True, slots=True)
class Find:
    """A find in a text: the characters from ``start`` to ``end``."""

    kind: Kind
    start: int
    end: int


def finds(text: str) -> list[Find]:
    """All finds in ``text``, in order; what is part of a longer find is not told twice."""
    found = [Find("identity" if valid else "maybe-identity", *span) for span, valid in identity.numbers(text)]
    taken = [(f.start, f.end) for f in found]
    found += [Find("mail", *span) for span in contact.mails(text)]
    found += [Find("phone", *span) for span in contact.phones(text) if not _within(span, taken)]
    found += [Find("health", *span) for span in health.named(text)]
    return sorted(found, key=lambda f: (f.start, f.end))


def in_workshop(state: State) -> Iterator[tuple[Said, str, Find]]:
    """All finds in what people wrote in the workshop and a document of it can show: where, the text, and the find.

    The words stand verbatim beside their edited form, and the facilitator's proposals, the reasons of the answers and
    the plan's sentences beside the words: a number in any of them is as open.
    """
    for where, text in _written(state):
        for find in finds(text):
            yield where, text, find


def _written(state: State) -> Iterator[tuple[Said, str]]:
    yield Said("Navnet på verkstedet", "Namnet på verkstaden"), state.setup.title
    for one in state.spoken:
        contribution = Said(f"Innspill {one.code}", f"Innspel {one.code}")
        yield contribution, one.text
        if one.edited and one.edited != one.text:
            yield contribution, one.edited
        if one.answer:
            yield Said(f"Svaret på {one.code}", f"Svaret på {one.code}"), one.answer.why
        for text in dict.fromkeys(link.text for link in one.links):
            yield Said(f"Planen der {one.code} står", f"Planen der {one.code} står"), text
    for number, proposal in enumerate(state.proposals, 1):
        yield Said(f"Ordstyrerens forslag {number}", f"Forslag {number} frå ordstyraren"), proposal.text


def masked(text: str) -> str:
    """``text`` with what was found in it blacked out; of a named person's health the name is."""
    for find in sorted(finds(text), key=lambda f: -f.start):
        text = text[: find.start] + "█" * 5 + text[find.end :]
    return text


def _within(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)
