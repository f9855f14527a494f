"""Why nothing was fetched, in one sentence, and what the planner can do instead."""

import httpx

from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said


class Offline(InputUnusable):
    """No contact: the server's name has no address, or nothing answers there."""


def no_contact(url: str, stranger: bool) -> InputUnusable:
    """Nothing answers; or, for a ``stranger``, one that cannot prove who it is."""
    host = _host(url)
    if stranger:
        return _by_hand(f"{host} kan ikke vise hvem den er.", f"{host} kan ikkje vise kven han er.")
    return Offline(
        Said(
            f"Får ikke kontakt med {host}, så ingenting er hentet. Sjekk at maskinen er på nett, og prøv igjen.",
            f"Får ikkje kontakt med {host}, så ingenting er henta. Sjekk at maskina er på nett, og prøv igjen.",
        )
    )


def broke_off(url: str) -> InputUnusable:
    """It broke off, again and again."""
    host = _host(url)
    return InputUnusable(
        Said(
            f"Hentingen fra {host} stanset på veien. Prøv igjen, så fortsetter den der den slapp.",
            f"Hentinga frå {host} stansa på vegen. Prøv igjen, så held ho fram der ho slapp.",
        )
    )


def too_slow(url: str) -> InputUnusable:
    """It took longer than the rules allow."""
    host = _host(url)
    return InputUnusable(
        Said(
            f"Hentingen fra {host} tok for lang tid. Prøv igjen senere, så fortsetter den der den slapp.",
            f"Hentinga frå {host} tok for lang tid. Prøv igjen seinare, så held ho fram der ho slapp.",
        )
    )


def too_large(url: str) -> InputUnusable:
    """It is larger than the rules allow."""
    host = _host(url)
    return _by_hand(f"Det {host} sender, er for stort.", f"Det {host} sender, er for stort.")


def refused(url: str, status: int) -> InputUnusable:
    """The publisher says no."""
    host = _host(url)
    if status in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
        return _by_hand(
            f"{host} har ikke dokumentet på denne adressen lenger.",
            f"{host} har ikkje dokumentet på denne adressa lenger.",
        )
    return _by_hand(
        f"{host} vil ikke gi fra seg dokumentet ({status}).",
        f"{host} vil ikkje gje frå seg dokumentet ({status}).",
    )


def wrong_kind(url: str) -> InputUnusable:
    """It is not a document that can be read, or not what it says."""
    host = _host(url)
    return _by_hand(
        f"{host} sender noe annet enn dokumentet.",
        f"{host} sender noko anna enn dokumentet.",
    )


def not_https(url: str) -> InputUnusable:
    """The address, or one that it leads to, is not a secure one."""
    host = _host(url)
    return _by_hand(f"{host} fører til en usikret adresse.", f"{host} fører til ei usikra adresse.")


def circles(url: str) -> InputUnusable:
    """It sends us on and on."""
    host = _host(url)
    return _by_hand(f"{host} sender hentingen i ring.", f"{host} sender hentinga i ring.")


def forbidden(url: str) -> InputUnusable:
    """It leads to an address inside this house."""
    host = _host(url)
    return _by_hand(
        f"{host} fører til en adresse som ikke er på det åpne nettet.",
        f"{host} fører til ei adresse som ikkje er på det opne nettet.",
    )


def _by_hand(nb: str, nn: str) -> InputUnusable:
    return InputUnusable(
        Said(nb, nn)
        + Said(
            "Ingenting er hentet. Åpne adressen i nettleseren, lagre dokumentet og legg det til selv.",
            "Ingenting er henta. Opne adressa i nettlesaren, lagre dokumentet og legg det til sjølv.",
        )
    )


def _host(url: str) -> str:
    try:
        return httpx.URL(url).host or url
    except httpx.InvalidURL:
        return url
