"""A document as it is read on the screen, with a place in it marked."""
