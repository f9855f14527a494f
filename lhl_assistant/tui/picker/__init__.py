"""Choosing one of many by typing a part of it."""
