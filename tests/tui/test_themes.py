"""Every look can be read by those who see poorly."""

import pytest
from textual.color import Color
from textual.theme import Theme

from lhl_assistant.tui.themes import THEMES


def contrast(front: str, back: str) -> float:
    """WCAG's contrast ratio of two colours."""
    light, dark = sorted((_luminance(front), _luminance(back)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(name: str) -> float:
    parts = [v / 255 for v in Color.parse(name).rgb]
    red, green, blue = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_text_stands_out_from_what_is_behind_it(theme: Theme) -> None:
    least = 15 if theme.name == "kontrast" else 7
    own, v = theme.background or "", theme.variables
    for front in (theme.foreground, theme.primary, theme.warning, v["quiet"]):
        assert contrast(front or "", own) >= least
        assert contrast(front or "", theme.panel or "") >= (15 if theme.name == "kontrast" else 6.5)
    assert contrast(v["mark-foreground"], v["mark-background"]) >= 7
    assert contrast(v["chosen-foreground"], v["chosen-background"]) >= 7
    assert contrast(theme.foreground or "", v["picked-background"]) >= 7
    assert contrast(v["quiet"], v["picked-background"]) >= 6.5
