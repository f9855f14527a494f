"""The terminal app: the same functions as the commands, for a planner who has never used a terminal program.

Each tab is a package with a ``Pane`` (``tui/pane.py``). To add one, say ``tui/draft/``:

1. write ``tui/draft/pane.py`` with a class that extends ``Pane``: it composes its widgets, names in ``ACTIONS`` what
   the planner can do there (one ``Action`` each, with a method ``action_<method>``), says in ``HOW`` how one works
   there, and puts the keyboard's focus right in ``enter``;
2. name it in ``TABS`` (``tui/tabs.py``): its id, function key, name, module, class and command.

The tab, its function key, the footer, the palette, F1 and ``docs/funksjoner.md`` follow from that. Where an action has
a command, that is its ``twins``; else ``alone`` says why not (and ``actions/apart.py`` why a command has no
place here). A text is a ``Said`` shown by a ``Phrase``, which follows when the planner switches between bokmål and
nynorsk; a widget that makes text of its own watches ``app.form``. Work that takes time goes through ``app.desk`` (what
needs the opened libraries) or a thread worker, never through the thread that paints. A module that is heavy to import
is imported there too, so that the first paint does not wait for it. Text from documents is never markup: pass it as
``Content(text)`` or with ``markup=False``.
"""
