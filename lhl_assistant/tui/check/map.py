"""The map: five innsatsområder with five løsninger each, every cell with its verdict by sign, colour and word."""

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widgets import Static

from lhl_assistant.export import check_words as words
from lhl_assistant.tui.check.signs import OF_VERDICT
from lhl_assistant.tui.phrase import form

if TYPE_CHECKING:
    from lhl_assistant.plan.check.model import AreaVerdict, SolutionVerdict
    from lhl_assistant.tui.check.work import Check

_COLUMNS, _TALL, _WIDEST = 5, 34, 26
_LINES = 2
"""The lines that a løsning's name may take where the window is tall."""


class VerdictMap(Static, can_focus=True):
    """Arrows move among the cells. ``Marked``: another one is; ``Beyond``: one went down out of the map."""

    class Marked(Message):
        """Another cell is marked."""

    class Chosen(Message):
        """A cell was clicked."""

    class Beyond(Message):
        """One step further down than the last row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(0, -1)", "", show=False),
        Binding("right", "move(0, 1)", "", show=False),
        Binding("up", "move(-1, 0)", "", show=False),
        Binding("down", "move(1, 0)", "", show=False),
    ]
    auto_links = False
    at: reactive[tuple[int, int]] = reactive((0, 0), init=False)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._check: Check | None = None

    def on_mount(self) -> None:
        """Follow the form."""
        self.watch(self.app, "form", self._draw)

    def on_resize(self) -> None:
        """Cells as wide as there is room for."""
        self._draw()

    def on_focus(self) -> None:
        """The mark is strong where the keys go."""
        self._draw()

    def on_blur(self) -> None:
        """Weaker elsewhere."""
        self._draw()

    def show(self, check: "Check") -> None:
        """Show what was found, with the first cell marked."""
        self._check = check
        self.set_reactive(VerdictMap.at, (0, 0))
        self._draw()

    @property
    def marked(self) -> "SolutionVerdict | None":
        """The løsning of the marked cell."""
        return self._check.checked.areas[self.at[0]].solutions[self.at[1]] if self._check else None

    def watch_at(self) -> None:
        """Draw the mark, and tell."""
        self._draw()
        self.post_message(self.Marked())

    def action_move(self, down: int, right: int) -> None:
        """One cell on; beyond the last row there is the list."""
        row, column = self.at[0] + down, self.at[1] + right
        if row >= _COLUMNS:
            self.post_message(self.Beyond())
        else:
            self.at = (max(0, row), min(max(0, column), _COLUMNS - 1))

    def action_choose(self, row: int, column: int) -> None:
        """Mark a cell that was clicked, and open it."""
        self.focus()
        self.at = (row, column)
        self.post_message(self.Chosen())

    def _draw(self) -> None:
        if self._check is not None:
            self.update(Content("\n").join(self._lines(self._check)))

    def _lines(self, check: "Check") -> Iterator[Content]:
        width = min(_WIDEST, max(13, self.size.width // _COLUMNS))
        for row, area in enumerate(check.checked.areas):
            yield self._heading(area, check, width * _COLUMNS)
            yield self._row(row, [self._verdict(s, width) for s in area.solutions])
            if self.app.size.height >= _TALL:
                names = [check.reform.solution(s.number).name.in_(form(self)) for s in area.solutions]
                laid = [
                    wrap(name, width - 2, max_lines=_LINES, placeholder=" …", break_long_words=False) for name in names
                ]
                for line in range(max(map(len, laid))):
                    cells = [f" {lines[line]}" if line < len(lines) else "" for lines in laid]
                    yield self._row(row, [Content.styled(_fit(cell, width), "$quiet") for cell in cells])
        if self.app.size.height < _TALL and self.marked is not None:
            marked = check.reform.solution(self.marked.number)
            yield Content.styled(_fit(f"{marked.number} {marked.name.in_(form(self))}", width * _COLUMNS), "$quiet")

    def _heading(self, area: "AreaVerdict", check: "Check", width: int) -> Content:
        sign, colour = OF_VERDICT[area.verdict]
        verdict = words.verdict(area.verdict).in_(form(self))
        name = f"{area.number} {check.reform.area(area.number).name.in_(form(self))}"
        name = _fit(name, width - len(verdict) - 3)
        return Content.assemble((name, "bold"), (f" {sign} {verdict}", f"bold {colour}"))

    def _row(self, row: int, cells: list[Content]) -> Content:
        marked = "$chosen-foreground on $chosen-background" if self.has_focus else "on $picked-background"
        drawn = [
            (Content(cell.plain).stylize(marked) if self.has_focus else cell.stylize(marked))
            if (row, column) == self.at
            else cell
            for column, cell in enumerate(cells)
        ]
        clicked = [
            cell.stylize(Style.from_meta({"@click": f"choose({row}, {column})"})) for column, cell in enumerate(drawn)
        ]
        return Content("").join(clicked)

    def _verdict(self, found: "SolutionVerdict", width: int) -> Content:
        sign, colour = OF_VERDICT[found.verdict]
        word = words.verdict(found.verdict).in_(form(self))
        return Content.assemble((_fit(f" {sign} {found.number} {word}", width), colour))


def _fit(text: str, width: int) -> str:
    """``text`` in exactly ``width`` columns, the last one empty."""
    cut = text if len(text) < width else f"{text[: width - 2]}…"
    return cut.ljust(width)
