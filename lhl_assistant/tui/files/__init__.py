"""Naming a file or a folder: by typing, by completion, by pasting or dropping it into the window."""
