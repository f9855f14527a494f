"""The app as ``lhl web`` starts it, one process for each browser window."""

import sys

from lhl_assistant.tui.run import run

sys.exit(run())
