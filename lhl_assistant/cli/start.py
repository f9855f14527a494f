"""The entry point: so little that Ctrl+C is met in words from the first moment."""

import sys


def main() -> None:
    """Run ``lhl``; cancelled while it was still loading, it says so and exits 130."""
    try:
        from lhl_assistant.cli.main import main as run

        run()
    except KeyboardInterrupt:
        print("Avbrutt.", file=sys.stderr)
        sys.exit(130)
