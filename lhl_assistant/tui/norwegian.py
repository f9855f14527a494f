"""An app that speaks Norwegian in both forms; what its widgets need to know of it."""

from textual.app import App
from textual.reactive import var

from lhl_assistant.said import Form


class Norwegian(App[None]):
    """``form`` is what the planner reads; widgets watch it."""

    form: var[Form] = var[Form]("nb")
