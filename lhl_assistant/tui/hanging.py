"""A line of a list that is longer than there is room for: what follows stands under its words, not under its sign."""

from textwrap import wrap


def hung(text: str, width: int, indent: int) -> str:
    """``text`` in lines of ``width`` columns, of which all but the first begin with ``indent`` spaces.

    The first line is that much shorter, for the sign that stands before it.
    """
    return f"\n{' ' * indent}".join(wrap(text, max(indent + 8, width) - indent)) or text
