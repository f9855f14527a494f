"""What a YAML text says; nearly all that the program reads of its own is YAML."""

from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml, where PyYAML was built with it: ten times as quick, and every command waits for it."""


def parsed(text: str) -> Any:
    """The values in ``text``. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=_LOADER)
