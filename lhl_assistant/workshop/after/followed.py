"""What became of a contribution: its answer, and where in the plan it stands."""

from dataclasses import replace

from lhl_assistant.workshop.state import Contribution, State


def followed(one: Contribution, state: State) -> Contribution:
    """``one`` with each place in a plan once, as last linked, and its own answer or else that of those joined with it.

    Contributions that were joined say the same, so an answer to one of them is an answer to all who said it.
    """
    head = state.head(one.id) or one
    answers = (c.answer for c in (one, head, *head.also))
    links = {(link.plan, link.into): link for link in one.links}
    return replace(one, answer=next((a for a in answers if a), None), links=tuple(links.values()))
