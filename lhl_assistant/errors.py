"""What can go wrong in words that a planner can act on.

Every message is one plain Norwegian sentence that says what is wrong and what to do. The faces print it and exit with
the error's code; nothing else is shown.
"""


class PlannerError(Exception):
    """Something the planner can mend. ``exit_code`` is the command's exit status (DESIGN: 2, 3 or 4)."""

    exit_code = 3

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InputUnusable(PlannerError):
    """A file or text that was given could not be used (3)."""


class LibraryUnavailable(PlannerError):
    """A library, an index or a model is missing, damaged or busy (4)."""

    exit_code = 4
