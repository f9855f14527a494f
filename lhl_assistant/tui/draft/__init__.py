"""The tab where a plan is drafted: its tree, its texts, suggestions with their sources, and what is still missing."""
