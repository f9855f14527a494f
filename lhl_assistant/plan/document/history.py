"""Earlier versions of a plan, in a folder beside it: ``plan.yaml`` has ``plan.historikk``.

A version is a file named by the moment (UTC) it was kept and eight digits of its content's hash; the same content is
not kept twice in a row. Nothing here is ever deleted: the planner may.
"""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from lhl_assistant import atomic

_MOMENT = "%Y-%m-%dT%H%M%S.%fZ"


def folder(plan: Path) -> Path:
    """Where the versions of the plan at ``plan`` lie."""
    return plan.with_name(f"{plan.stem}.historikk")


def versions(plan: Path) -> list[Path]:
    """The versions kept, oldest first."""
    return sorted(folder(plan).glob(f"[0-9]*{plan.suffix}"))


def keep(plan: Path, text: str) -> Path:
    """Keep ``text`` as a version and return its file, on the disk before this returns."""
    digest = sha256(text.encode()).hexdigest()[:8]
    last = versions(plan)[-1:]
    if last and last[0].stem.endswith(digest):
        return last[0]
    moment = datetime.now(UTC).strftime(_MOMENT)
    file = folder(plan) / f"{moment}-{digest}{plan.suffix}"
    atomic.write(file, text.encode())
    return file


def moment(version: Path) -> datetime:
    """When a version was kept."""
    return datetime.strptime(version.stem.rsplit("-", 1)[0], _MOMENT).replace(tzinfo=UTC)
