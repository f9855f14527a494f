"""A library as the planner has it: opened to be asked, and made from its sources."""
