"""Pictures of the app, for the documentation and to be looked at; chromium paints them.

``python -m scripts.make_pictures`` renews those in ``docs/bilder``; with a folder it writes there a page of each screen
(``scripts/scenes.py``; all, or those named after the folder) at two sizes, in four looks and both forms. Look at them.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from PIL import Image
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.themes import NAMES
from scripts import scenes
from scripts.scenes import SCENES, Scene

SIZES = ((80, 24), (140, 40))
DOCUMENTED: dict[str, tuple[Scene, tuple[int, int], str, str]] = {
    "app-spor": (scenes.cited, (140, 40), "lyst", "nb"),
    "app-kilde-smal": (scenes.cited, (80, 24), "mørkt", "nn"),
    "app-kilder": (scenes.reading, (140, 40), "lyst", "nb"),
    "app-utkast": (scenes.draft_suggestions, (140, 40), "lyst", "nb"),
    "app-sjekk": (scenes.finding, (140, 40), "lyst", "nb"),
    "app-verksted": (scenes.workshop, (100, 30), "lyst", "nb"),
}
_CELL = 12.2, 24.4
"""Width and height of a character in the pictures, in pixels, and room around them for the frame."""
_WIDTH = 960
_COLOURS = 64


async def _pictured(size: tuple[int, int], form: str, wanted: dict[str, Scene], looks: list[str], out: Path) -> None:
    """An SVG of each screen in each look."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"LHL_HOME": f"{home}/lhl", "HOME": home}
        Path(home, "lhl").mkdir()
        Path(home, "lhl", "app.json").write_text(f'{{"form": "{form}"}}', encoding="utf-8")
        Path(home, "lhl", "innstillinger.json").write_text(f'{{"form": "{form}"}}', encoding="utf-8")
        app = Assistant()
        async with app.run_test(size=size) as pilot:
            await scenes.ready(pilot)
            for name, scene in wanted.items():
                await scenes.closed(pilot)
                await scene(pilot)
                for look in looks:
                    await _take(pilot, look, out / f"{name}-{size[0]}-{look}-{form}.svg")


async def _take(pilot: Pilot[None], look: str, file: Path) -> None:
    pilot.app.theme = look
    await pilot.pause(0.3)
    file.write_text(pilot.app.export_screenshot(title="lhl"), encoding="utf-8")


def _painted(page: str, file: Path, width: int, height: int) -> None:
    """The page as a PNG."""
    html = file.with_suffix(".html")
    html.write_text(page, encoding="utf-8")
    shot = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--screenshot={file}"]
    subprocess.run(
        [*shot, f"--window-size={width},{height}", html.absolute().as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    html.unlink()
    with Image.open(file) as image:
        image.convert("RGB").quantize(_COLOURS).save(file, optimize=True)


def _sheet(name: str, size: tuple[int, int], folder: Path) -> None:
    """One page with a screen in all looks, bokmål on the left."""
    shots = [f"{name}-{size[0]}-{look}-{form}.svg" for look, form in product(NAMES, ("nb", "nn"))]
    tall = round(_WIDTH * (size[1] * _CELL[1] + 60) / (size[0] * _CELL[0] + 20))
    images = "".join(f'<img src="{shot}" width={_WIDTH} style="float:left">' for shot in shots)
    page = f"<body style='margin:0'>{images}"
    _painted(page, folder / f"{name}-{size[0]}.png", 2 * _WIDTH, len(NAMES) * tall)


def _document(folder: Path) -> None:
    for name, (scene, size, look, form) in DOCUMENTED.items():
        with tempfile.TemporaryDirectory() as out:
            asyncio.run(_pictured(size, form, {name: scene}, [look], Path(out)))
            shot = next(Path(out).glob("*.svg"))
            width, height = (round(n * cell) for n, cell in zip(size, _CELL, strict=True))
            page = f"<body style='margin:0'>{shot.read_text(encoding='utf-8')}"
            _painted(page, folder / f"{name}.png", width + 20, height + 60)
            print(folder / f"{name}.png")


def main() -> None:
    """Write them."""
    for widget in (Input, TextArea):
        vars(widget)["cursor_blink"]._default = False
    if len(sys.argv) == 1:
        _document(Path(__file__).parent.parent / "docs" / "bilder")
        return
    folder, names = Path(sys.argv[1]), sys.argv[2:] or list(SCENES)
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {name: SCENES[name] for name in SCENES if name in names}
    for size, form in product(SIZES, ("nb", "nn")):
        asyncio.run(_pictured(size, form, wanted, list(NAMES), folder))
    for name, size in product(wanted, SIZES):
        _sheet(name, size, folder)
        print(folder / f"{name}-{size[0]}.png")


if __name__ == "__main__":
    main()
