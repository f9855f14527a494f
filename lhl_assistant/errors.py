"""What can go wrong in words that a planner can act on.

Every message is one plain Norwegian sentence, in bokmål and nynorsk, that says what is wrong and what to do. The faces
print it in the planner's form and exit with the error's code; nothing else is shown.
"""

from lhl_assistant.said import Said


class PlannerError(Exception):
    """Something the planner can mend. ``exit_code`` is the command's exit status (DESIGN: 2, 3 or 4).

    ``said`` is the sentence; where one string is given, both forms read alike.
    """

    exit_code = 3

    def __init__(self, said: Said | str) -> None:
        self.said = Said(said, said) if isinstance(said, str) else said
        super().__init__(self.said.nb)

    @property
    def message(self) -> str:
        """The sentence in bokmål."""
        return self.said.nb


class InputUnusable(PlannerError):
    """A file or text that was given could not be used (3)."""


class LibraryUnavailable(PlannerError):
    """A library, an index or a model is missing, damaged or busy (4)."""

    exit_code = 4
