"""The conversation, its sources beside it, and the line to write on."""
