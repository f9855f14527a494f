"""What was done in a workshop, in the planner's words: «stemt 3f2a1b»."""

from collections.abc import Mapping
from datetime import datetime

from lhl_assistant.said import Said
from lhl_assistant.workshop.journal.acts import Act, Heard, Joined, KeptApart, Undone
from lhl_assistant.workshop.journal.ids import code

DONE: dict[str, Said] = {
    "setup": Said("planlagt", "planlagt"),
    "said": Said("sagt", "sagt"),
    "reworded": Said("skrevet om", "skrive om"),
    "suggested": Said("sortert", "sortert"),
    "placed": Said("flyttet", "flytta"),
    "joined": Said("lagt sammen", "lagt saman"),
    "apart": Said("holdt hver for seg", "halde kvar for seg"),
    "voted": Said("stemt", "røysta"),
    "proposed": Said("foreslått", "foreslått"),
    "linked": Said("koblet til planen", "kopla til planen"),
    "answered": Said("besvart", "svart på"),
    "exported": Said("skrevet til fil", "skrive til fil"),
    "undone": Said("tatt tilbake", "teke tilbake"),
    "deleted": Said("slettet", "sletta"),
}
"""The word for each act, by its name in the journal."""


def told(act: Act, known: Mapping[str, Act]) -> Said:
    """What ``act`` did, and the codes of the contributions it was about; ``known`` are the log's acts by id."""
    if isinstance(act, Undone) and act.of in known:
        back = told(known[act.of], known)
        return Said(f"{DONE[act.act].nb}: {back.nb}", f"{DONE[act.act].nn}: {back.nn}")
    about = ", ".join(map(code, _about(act)))
    done = DONE[act.act]
    return Said(f"{done.nb} {about}".rstrip(), f"{done.nn} {about}".rstrip())


def moment(act: Act) -> str:
    """When it was done, by this machine's clock; as it is written where that is no time."""
    try:
        return f"{datetime.fromisoformat(act.at).astimezone():%d.%m.%Y %H:%M:%S}"
    except ValueError:
        return act.at


def _about(act: Act) -> tuple[str, ...]:
    if isinstance(act, Heard):
        return (act.id,)
    of = getattr(act, "of", ())
    return (*(of if isinstance(of, tuple) else (of,)), *((act.also,) if isinstance(act, (Joined, KeptApart)) else ()))
