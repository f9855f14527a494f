"""The participants' words that a plan carries, looked through before the plan is written out."""

from dataclasses import replace

from lhl_assistant.plan.document.model import Plan
from lhl_assistant.said import Said
from lhl_assistant.workshop.privacy.finds import NAMES, finds, masked


def told(plan: Plan) -> list[Said]:
    """One sentence for each find in the contributions that stand under a strategy: under which, what, and its kind."""
    known = {c.id: c.words for c in plan.contributions}
    sentences = []
    for strategy in plan.strategies:
        ids = (*strategy.contributions, *(id for m in strategy.measures for id in m.contributions))
        for words in (known[id] for id in dict.fromkeys(ids) if id in known):
            for find in finds(words):
                part, kind = words[find.start : find.end], NAMES[find.kind]
                sentences.append(
                    Said(
                        f"Innspill bak {strategy.id}: «{part}» – {kind.nb}.",
                        f"Innspel bak {strategy.id}: «{part}» – {kind.nn}.",
                    )
                )
    return sentences


def hidden(plan: Plan) -> Plan:
    """``plan`` with what was found in its contributions blacked out."""
    return replace(plan, contributions=tuple(replace(c, words=masked(c.words)) for c in plan.contributions))
