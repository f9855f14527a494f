"""The workshop: before (agenda, questions, sheets), during (contributions, sorting, votes) and after (report, answers).

A workshop is one file, an append-only journal of acts (``journal/``); all else is worked out from it. Both faces go
through ``session.Session``, which puts every act on the disk before it is shown.
"""
