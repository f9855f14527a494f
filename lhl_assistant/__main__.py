"""``python -m lhl_assistant`` is ``lhl``."""

from lhl_assistant.cli.start import main

if __name__ == "__main__":
    main()
