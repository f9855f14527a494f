"""A plan's file: read, changed and saved so that no word of the planner's is lost.

Saving is one rename in the file's own folder, after the version before it has been put in the history. What was
changed by hand since it was read is never overwritten.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from pydantic import TypeAdapter, ValidationError
from ruamel.yaml.comments import CommentedMap

from lhl_assistant import atomic
from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.document import history, quick, tree
from lhl_assistant.plan.document.ids import numbered
from lhl_assistant.plan.document.mistakes import Mistake, PlanUnusable, of_references, of_values, unknown_fields
from lhl_assistant.plan.document.model import SCHEMA, Plan
from lhl_assistant.said import Said

_ADAPTER = TypeAdapter(Plan)
_SLOTS = frozenset(("ansvar", "tidsrom", "kostnad"))
_WAIT_SECONDS = 10
_HEAD = """\
# Dette er planen. Du kan rette alt her i et skriveprogram; felt og kommentarer du legger til selv, blir stående.
# [k1] i en tekst viser til henvisning k1 nederst. [FYLL INN: …] er noe bare kommunen vet.
# Eldre utgaver ligger i mappen som heter det samme som filen, med «.historikk» til slutt.
"""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan and the text it was read from (``remarks``: fields that are not known)."""

    path: Path
    plan: Plan
    text: str
    remarks: tuple[Mistake, ...] = ()


def read(path: Path) -> PlanFile:
    """The plan in the file at ``path``; strategies, measures and the like that have no id are given one.

    Raises InputUnusable where it cannot be read, PlanUnusable, by line, where something in it is wrong.
    """
    return _parsed(path, _content(path))


def create(path: Path, plan: Plan) -> PlanFile:
    """Write a new plan. Raises InputUnusable where there is a file already or none can be written."""
    root = CommentedMap()
    tree.update(root, _values(plan), _SLOTS)
    text = _HEAD + tree.render(root)
    with _writing(path):
        if path.exists():
            raise taken(path)
        _write(path, text)
    return _parsed(path, text)


def taken(path: Path) -> InputUnusable:
    """What is said where a new plan would replace a file."""
    return InputUnusable(
        Said(
            f"Filen «{path}» finnes allerede. Velg et annet navn med --fil, eller flytt den.",
            f"Fila «{path}» finst frå før. Vel eit anna namn med --fil, eller flytt ho.",
        )
    )


def save(file: PlanFile, plan: Plan) -> PlanFile:
    """Write ``plan`` where ``file`` was read; only what differs is changed.

    Raises InputUnusable where the file was changed meanwhile: then it stands as it is, and ``plan`` is in the history.
    """
    root, before = tree.parse(file.text, file.path.name), _values(file.plan)
    tree.give_ids(root, before)
    tree.update(root, {name: v for name, v in _values(plan).items() if v != before[name]}, _SLOTS)
    text = tree.render(root) if numbered(plan) != file.plan else file.text
    after = _parsed(file.path, text)
    if text == file.text:
        return after
    _replace(file, text)
    return after


def restore(path: Path, version: Path) -> PlanFile:
    """Put ``version``, one of the plan's history, in the place of the plan; what stood there, sound or not, is kept.

    Raises InputUnusable, PlanUnusable where the version cannot be used.
    """
    text = _content(version)
    after = _parsed(path, text)
    with _writing(path):
        if path.exists():
            history.keep(path, _content(path))
        _write(path, text)
    return after


def _replace(file: PlanFile, text: str) -> None:
    """Write ``text`` where ``file`` was read, if it still reads so; keep what stood there."""
    with _writing(file.path):
        now = _content(file.path)
        if now != file.text:
            kept = history.keep(file.path, text)
            raise InputUnusable(
                Said(
                    f"Planen «{file.path.name}» er endret av andre siden den ble åpnet, og er ikke overskrevet. "
                    f"Det du ville lagre, ligger i {kept}.",
                    f"Planen «{file.path.name}» er endra av andre sidan han vart opna, og er ikkje overskriven. "
                    f"Det du ville lagre, ligg i {kept}.",
                )
            )
        history.keep(file.path, now)
        _write(file.path, text)


def _write(path: Path, text: str) -> None:
    """Write whole or not at all; who may read the file stays as it was, or as for any new file."""
    new = not path.exists()
    mode = 0o644 if new else path.stat().st_mode & 0o777
    atomic.write(path.resolve(), text.encode())
    path.chmod(mode)


def _values(plan: Plan) -> dict[str, Any]:
    return dict(_ADAPTER.dump_python(numbered(plan), by_alias=True))


def _parsed(path: Path, text: str) -> PlanFile:
    """The plan in ``text``: quickly where nothing is wrong or unknown, else by way of the tree, which knows lines."""
    values = quick.values(text)
    if values is not None and _of_this_version(values) and not any(unknown_fields(values)):
        try:
            plan = _ADAPTER.validate_python(values)
        except ValidationError:
            return _judged(path, text)
        if not any(of_references(plan, values, text)):
            return PlanFile(path, numbered(plan), text)
    return _judged(path, text)


def _judged(path: Path, text: str) -> PlanFile:
    root = tree.parse(text, path.name)
    if not _of_this_version(root):
        raise InputUnusable(
            Said(
                f"Planen «{path.name}» er laget av en nyere utgave av programmet. Oppdater programmet først.",
                f"Planen «{path.name}» er laga av ei nyare utgåve av programmet. Oppdater programmet først.",
            )
        )
    try:
        plan = _ADAPTER.validate_python(root)
    except ValidationError as error:
        raise PlanUnusable(path.name, of_values(error.errors(), root)) from error
    if wrong := list(of_references(plan, root, text)):
        raise PlanUnusable(path.name, wrong)
    return PlanFile(path, numbered(plan), text, tuple(unknown_fields(root)))


def _of_this_version(values: Mapping[str, Any]) -> bool:
    version = str(values.get("skjema", SCHEMA))
    return not version.isdecimal() or int(version) <= SCHEMA


def _content(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise InputUnusable(
            Said(
                f"Planen «{path}» kan ikke leses. Lag en med «lhl utkast ny», eller velg den med --fil.",
                f"Planen «{path}» kan ikkje lesast. Lag ein med «lhl utkast ny», eller vel han med --fil.",
            )
        ) from error
    except UnicodeDecodeError as error:
        raise InputUnusable(
            Said(
                f"Planen «{path.name}» er ikke lagret som UTF-8-tekst. Lagre den slik først.",
                f"Planen «{path.name}» er ikkje lagra som UTF-8-tekst. Lagre han slik først.",
            )
        ) from error


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """One writer of this plan at a time; the lock dies with its process. Raises InputUnusable where none can write."""
    try:
        history.folder(path).mkdir(parents=True, exist_ok=True)
        with FileLock(history.folder(path) / ".lås", timeout=_WAIT_SECONDS):
            yield
    except (OSError, Timeout) as error:
        raise InputUnusable(
            Said(
                f"Planen «{path}» kan ikke lagres. Sjekk at du har tilgang til mappen, og at disken har plass.",
                f"Planen «{path}» kan ikkje lagrast. Sjekk at du har tilgang til mappa, og at disken har plass.",
            )
        ) from error
