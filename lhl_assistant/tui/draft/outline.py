"""The plan as a tree: chapters, under those of the five innsatsområder their strategies, under these their measures."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from lhl_assistant.safe import safe
from lhl_assistant.said import Form, Said

if TYPE_CHECKING:
    from lhl_assistant.plan.document.model import Link, Plan

_UNPLACED = Said("Uten innsatsområde", "Utan innsatsområde")
_GAP, _UNSURE = "□", "?"
REST = ""
"""The id of the branch for what belongs to none of the chapters."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the tree; ``id`` is that of the chapter, strategy or measure."""

    id: str
    line: str
    below: tuple["Branch", ...] = field(default=())


def branches(plan: "Plan", form: Form) -> list[Branch]:
    """The whole tree. A mark tells of gaps (□) and of a place in the reform that nobody has confirmed (?)."""
    from lhl_assistant.plan.document.gaps import gaps

    open_ = {gap.place for gap in gaps(plan)}
    areas = {c.area for c in plan.chapters if c.area is not None}
    found = []
    for chapter in plan.chapters:
        below = tuple(_planned(plan, open_, {chapter.area})) if chapter.area is not None else ()
        number = f"{chapter.area} " if chapter.area is not None else ""
        found.append(Branch(chapter.id, f"{_mark(chapter.id, open_)}{number}{chapter.title}", below))
    rest = tuple(_planned(plan, open_, {None, 1, 2, 3, 4, 5} - areas))
    return [*found, Branch(REST, _UNPLACED.in_(form), rest)] if rest else found


def _planned(plan: "Plan", open_: set[str], areas: set[int | None]) -> Iterator[Branch]:
    for s in plan.strategies:
        if (s.link.area if s.link else None) in areas:
            below = tuple(Branch(m.id, f"{_sure(m.link or s.link)}{_mark(m.id, open_)}{m.text}") for m in s.measures)
            yield Branch(s.id, f"{_sure(s.link)}{_mark(s.id, open_)}{s.text}", below)
    for m in plan.measures:
        if (m.link.area if m.link else None) in areas:
            yield Branch(m.id, f"{_sure(m.link)}{_mark(m.id, open_)}{m.text}")


def _sure(link: "Link | None") -> str:
    return "" if link is not None and link.confirmed_by else f"{_UNSURE} "


def _mark(id: str, open_: set[str]) -> str:
    return f"{_GAP} " if id in open_ else ""


class Outline(Tree[str]):
    """The tree on the screen. ``marked`` is the id of the marked line."""

    auto_expand = False

    def __init__(self, id: str | None = None) -> None:
        super().__init__("", id=id)
        self.show_root = False
        self.show_guides = False
        self.guide_depth = 2
        self._wanted: str | None = None

    @property
    def marked(self) -> str | None:
        """The id of the marked line, None where there is none."""
        return self.cursor_node.data if self.cursor_node is not None else None

    def show(self, plan: "Plan", form: Form) -> None:
        """Show the plan; what was folded and what was marked stays so."""
        folded = {n.data for n in self._all(self.root) if n.allow_expand and not n.is_expanded}
        marked = self._wanted or self.marked
        self.clear()
        for branch in branches(plan, form):
            self._grow(self.root, branch, folded)
        self.root.expand()
        self.mark(marked)

    def mark(self, id: str | None) -> None:
        """Mark the line of ``id``, else the first."""
        self._wanted = id
        self.call_after_refresh(self._move)

    def _move(self) -> None:
        nodes = list(self._all(self.root))
        found = next((n for n in nodes if n.data == self._wanted), nodes[0] if nodes else None)
        self._wanted = None
        if found is not None:
            parent = found.parent
            while parent is not None:
                parent.expand()
                parent = parent.parent
            self.call_after_refresh(self.move_cursor, found)

    def _grow(self, node: TreeNode[str], branch: Branch, folded: set[str | None]) -> None:
        if not branch.below:
            node.add_leaf(Text(safe(branch.line)), branch.id)
            return
        below = node.add(Text(safe(branch.line)), branch.id, expand=branch.id not in folded)
        for each in branch.below:
            self._grow(below, each, folded)

    def _all(self, node: TreeNode[str]) -> Iterator[TreeNode[str]]:
        for child in node.children:
            yield child
            yield from self._all(child)

    def render_label(self, node: TreeNode[str], base_style: Style, style: Style) -> Text:
        """The line as far as there is room for."""
        depth, at = 0, node.parent
        while at is not None:
            depth, at = depth + 1, at.parent
        text = super().render_label(node, base_style, style)
        text.no_wrap = True
        text.truncate(max(8, self.size.width - self.guide_depth * (depth - 1) - 2), overflow="ellipsis")
        return text
