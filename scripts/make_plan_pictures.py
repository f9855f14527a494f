"""Pictures of a drafted plan's pages, in both forms, for the documentation: ``python -m scripts.make_plan_pictures``.

The plan is drafted anew with suggestions for every innsatsområde; its population is made up and says so. Needs poppler.
"""

import subprocess
import tempfile
from datetime import date
from pathlib import Path

from PIL import Image

from lhl_assistant.export.send import send
from lhl_assistant.plan.demography.fill import with_population
from lhl_assistant.plan.document.model import AgeGroups, Plan, Population
from lhl_assistant.plan.draft.opening import desk, proposed
from lhl_assistant.plan.draft.suggest import take
from lhl_assistant.plan.draft.write import new, write
from lhl_assistant.said import Form

_DAY = date(2026, 11, 22)
_HEADINGS: dict[Form, tuple[str, ...]] = {
    "nb": ("Befolkningen fram i tid", "Utfordringene i landet", "Handlingsplan"),
    "nn": ("Folketalet fram i tid", "Utfordringane i landet", "Handlingsplan"),
}
_MADE_UP: dict[Form, str] = {"nb": "tall laget for eksempelet", "nn": "tal laga for dømet"}
_YEARS = (AgeGroups(2026, 4300, 700, 300, 60, 2756), AgeGroups(2050, 3900, 850, 560, 190, 2400, True))
_TAKEN, _WIDTH, _BETWEEN, _COLOURS = 4, 524, 6, 96


def drafted(form: Form) -> Plan:
    """A plan of a made-up municipality."""
    with desk() as at:
        plan = write(new("Fjelldal", "2027–2030", form, at), at)
        for area in range(1, 6):
            of = [s for s in proposed(at) if s.area == area]
            for kind in ("strategi", "tiltak"):
                for suggestion in [s for s in of if s.kind == kind][:_TAKEN]:
                    plan = take(suggestion, plan, at.templates.measure, _DAY.isoformat())
        return with_population(plan, Population(_MADE_UP[form], _DAY.isoformat(), "", _YEARS))


def pages(form: Form, file: Path) -> list[Image.Image]:
    """The title, the population, an innsatsområde and the measures, as pictures."""
    subprocess.run(["pdftoppm", "-r", "72", "-png", file, file.with_suffix("")], check=True, timeout=120)
    shots = sorted(file.parent.glob(f"{file.stem}-*.png"))
    found = [shots[0]]
    for heading in _HEADINGS[form]:
        at = next(n for n in range(2, len(shots)) if heading in _words(file, n + 1))
        found.append(shots[at])
    return [Image.open(shot).convert("RGB") for shot in found]


def _words(file: Path, page: int) -> str:
    told = subprocess.run(
        ["pdftotext", "-f", str(page), "-l", str(page), file, "-"], check=True, capture_output=True, timeout=60
    )
    return told.stdout.decode()


def beside(shots: list[Image.Image]) -> Image.Image:
    """The pages in a row."""
    sized = [shot.resize((_WIDTH, round(shot.height * _WIDTH / shot.width))) for shot in shots]
    whole = Image.new("RGB", ((_WIDTH + _BETWEEN) * len(sized), sized[0].height), "#d8dee4")
    for number, shot in enumerate(sized):
        whole.paste(shot, (number * (_WIDTH + _BETWEEN), 0))
    return whole.quantize(_COLOURS)


def main() -> None:
    """Write them."""
    folder = Path(__file__).parent.parent / "docs" / "bilder"
    for form in ("nb", "nn"):
        with tempfile.TemporaryDirectory() as made:
            file = Path(made, "plan.pdf")
            send(drafted(form), file, _DAY, "plan", None)
            beside(pages(form, file)).save(folder / f"plan-{form}.png", optimize=True)
        print(folder / f"plan-{form}.png")


if __name__ == "__main__":
    main()
