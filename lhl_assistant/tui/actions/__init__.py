"""What the planner can do: one object each, behind key, footer, palette, help and the list in ``docs/``."""
