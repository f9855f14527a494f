"""``lhl`` without a command."""

from lhl_assistant.tui.app import Assistant


def run() -> int:
    """Run the app until the planner quits; returns the exit code."""
    app = Assistant()
    app.run()
    return app.return_code or 0
