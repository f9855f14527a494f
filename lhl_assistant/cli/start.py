"""The entry point: so little that Ctrl+C is met in words from the first moment, and the app paints at once."""

import sys


def main() -> None:
    """Run ``lhl``; cancelled while it was still loading, it says so and exits 130.

    Without arguments, in a terminal, it is the app that is wanted: the commands are then not loaded.
    """
    try:
        if len(sys.argv) == 1 and sys.stdin.isatty() and sys.stdout.isatty():
            from lhl_assistant.tui.run import run as app

            sys.exit(app())
        from lhl_assistant.cli.main import main as run

        run()
    except KeyboardInterrupt:
        print("Avbrutt.", file=sys.stderr)
        sys.exit(130)
