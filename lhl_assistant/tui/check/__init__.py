"""The tab that checks a plan: the map of the 25 løsninger, what is wrong, and the passages that show it."""
