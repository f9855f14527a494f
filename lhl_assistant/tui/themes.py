"""Four looks: light, dark, high contrast (black, white and yellow), and one for a projector with air between the lines.

Contrast of text to its background is at least 7:1 in all of them and 15:1 in high contrast (tested).
"""

from textual.theme import Theme

from lhl_assistant.said import Said

NAMES = {
    "lyst": Said("lyst", "lyst"),
    "mørkt": Said("mørkt", "mørkt"),
    "kontrast": Said("høy kontrast", "høg kontrast"),
    "projektor": Said("projektor", "projektor"),
}
DEFAULT = "lyst"
SPACIOUS = "projektor"

THEMES = (
    Theme(
        name="lyst",
        dark=False,
        primary="#0b5394",
        secondary="#3d5a6c",
        accent="#0b5394",
        foreground="#1b2127",
        background="#ffffff",
        surface="#ffffff",
        panel="#eef2f5",
        boost="#e4eaef",
        success="#1c6b3c",
        warning="#7a4b00",
        error="#9c1c1c",
        variables={
            "quiet": "#404a53",
            "picked-background": "#dce9f6",
            "mark-background": "#fdf0b8",
            "mark-foreground": "#1b2127",
            "line": "#c5ced6",
            "chosen-background": "#0b5394",
            "chosen-foreground": "#ffffff",
        },
    ),
    Theme(
        name="mørkt",
        dark=True,
        primary="#8ec7ff",
        secondary="#a9bccb",
        accent="#8ec7ff",
        foreground="#e6eaee",
        background="#12171c",
        surface="#12171c",
        panel="#1d242b",
        boost="#2a333c",
        success="#8fd6a5",
        warning="#f2c46d",
        error="#ffa8a0",
        variables={
            "quiet": "#b3bec8",
            "picked-background": "#1f3346",
            "mark-background": "#4d4319",
            "mark-foreground": "#fff6d6",
            "line": "#3c4751",
            "chosen-background": "#8ec7ff",
            "chosen-foreground": "#0c1116",
        },
    ),
    Theme(
        name="kontrast",
        dark=True,
        primary="#ffff00",
        secondary="#ffffff",
        accent="#ffff00",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        boost="#000000",
        success="#ffffff",
        warning="#ffff00",
        error="#ffff00",
        variables={
            "quiet": "#ffffff",
            "picked-background": "#003a70",
            "mark-background": "#ffff00",
            "mark-foreground": "#000000",
            "line": "#ffffff",
            "chosen-background": "#ffff00",
            "chosen-foreground": "#000000",
        },
    ),
    Theme(
        name="projektor",
        dark=False,
        primary="#003e7e",
        secondary="#1f3442",
        accent="#003e7e",
        foreground="#000000",
        background="#ffffff",
        surface="#ffffff",
        panel="#ffffff",
        boost="#e4eaef",
        success="#0d4f28",
        warning="#5c3700",
        error="#7d0f0f",
        variables={
            "quiet": "#26303a",
            "picked-background": "#cfe2f5",
            "mark-background": "#ffe97a",
            "mark-foreground": "#000000",
            "line": "#5b6975",
            "chosen-background": "#003e7e",
            "chosen-foreground": "#ffffff",
        },
    ),
)
