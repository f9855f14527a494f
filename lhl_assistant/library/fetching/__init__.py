"""Originals fetched from their publishers, on the planner's own machine and only when asked to."""
