"""A document in a scrolling window: only the lines in sight are painted, so a long one moves as lightly as a short."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from lhl_assistant.safe import safe
from lhl_assistant.sources.model import Span

if TYPE_CHECKING:
    from lhl_assistant.tui.reading.lines import Line

_STYLES = {"heading": "bold $primary", "text": "", "cell": "", "source": "$quiet", "blank": ""}
_NONE: Mapping[str, str] = MappingProxyType({})
_MARKED = "$mark-foreground on $mark-background"
_SPACE = re.compile(r"\s+")
_CONTEXT = 3


class Reader(ScrollView, can_focus=True):
    """Shows a text, or what of it lies within a span, with a quote marked."""

    WIDEST = 88

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = ""
        self._within: Span | None = None
        self._quote: Span | None = None
        self._lines: list[Line] = []
        self._laid: int = 0
        self._summary = False
        self._titles = _NONE
        self._painted: dict[int, Strip] = {}

    def show(
        self,
        text: str,
        within: Span | None = None,
        quote: Span | None = None,
        summary: bool = False,
        titles: Mapping[str, str] = _NONE,
    ) -> None:
        """Show ``text`` at the quote's place, else from its beginning.

        ``summary`` for one of our own, with the ``titles`` of the originals that it rests on, by id.
        """
        self._summary, self._titles = summary, titles
        self._text, self._within, self._quote = text, within, quote
        self._lay_out()
        self._to_quote()
        self.call_after_refresh(self._to_quote)

    def _to_quote(self) -> None:
        self.scroll_to(0, self._home(), animate=False)

    def _home(self) -> int:
        return max(0, self._first_marked() - _CONTEXT)

    def on_resize(self) -> None:
        """Lay the text out for the new width, and stay at the same place in it: at the quote until one has left it."""
        self._painted.clear()
        if not self._text or self._room() == self._laid:
            return
        top = round(self.scroll_y)
        at = self._lines[min(top, len(self._lines) - 1)].start if self._lines else 0
        at_quote = self._laid <= 1 or top in (0, self._home())
        self._lay_out()
        there = next((i for i, line in enumerate(self._lines) if line.end >= at), 0)
        self.scroll_to(0, self._home() if at_quote else there, animate=False)

    @property
    def told(self) -> str:
        """All that it shows, line by line."""
        return "\n".join(
            safe(line.lead) + (safe(line.said) or self._told(line.start, line.end)) for line in self._lines
        )

    def _room(self) -> int:
        return max(1, min(self.WIDEST, self.scrollable_content_region.width - 1))

    def _lay_out(self) -> None:
        from lhl_assistant.tui.reading.lines import lines

        self._laid = self._room()
        self._lines = lines(self._text, self._laid, self._within, self._summary, self._titles)
        self._painted.clear()
        self.virtual_size = Size(self._laid, len(self._lines))
        self.refresh()

    def _first_marked(self) -> int:
        if self._quote is None:
            return 0
        return next((i for i, line in enumerate(self._lines) if line.end > self._quote.start), 0)

    def render_line(self, y: int) -> Strip:
        """The line that is in sight at ``y``."""
        at = y + round(self.scroll_y)
        if at not in self._painted:
            content = self._content(self._lines[at]) if at < len(self._lines) else Content()
            self._painted[at] = Visual.to_strips(self, content, self.size.width, 1, self.visual_style)[0]
        return self._painted[at]

    def notify_style_update(self) -> None:
        """Paint anew when the look changes."""
        super().notify_style_update()
        self._painted.clear()

    def _content(self, line: "Line") -> Content:
        if line.said:
            return Content.styled(safe(line.said), _STYLES[line.kind])
        quote = self._quote or Span(0, 0)
        start, end = (min(max(at, line.start), line.end) for at in (quote.start, quote.end))
        pieces = [
            (self._told(line.start, start), ""),
            (self._told(start, end), _MARKED),
            (self._told(end, line.end), ""),
        ]
        return Content.assemble((safe(line.lead), "$quiet"), *(p for p in pieces if p[0])).stylize_before(
            _STYLES[line.kind]
        )

    def _told(self, start: int, end: int) -> str:
        return safe(_SPACE.sub(" ", self._text[start:end]).replace("**", ""))
