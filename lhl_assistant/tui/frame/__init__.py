"""The lines around every pane: the tabs above, the keys below."""
