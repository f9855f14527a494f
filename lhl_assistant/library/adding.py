"""Documents into the own library, and kept up with as they change."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from lhl_assistant.errors import InputUnusable
from lhl_assistant.library.facts import Facts, describe, kept
from lhl_assistant.library.files import files
from lhl_assistant.library.making import in_step
from lhl_assistant.library.writing import commit, note, writing
from lhl_assistant.said import Said
from lhl_assistant.search.build import Progress
from lhl_assistant.search.libraries import Layout
from lhl_assistant.sources.hashes import file_hash, text_hash
from lhl_assistant.sources.model import Original
from lhl_assistant.sources.own import Known, OwnSources
from lhl_assistant.sources.reading.model import Reading
from lhl_assistant.sources.reading.reader import Reader, reader


class What(StrEnum):
    """What became of a file."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of ``file``: the source that it now is, or why it could not be used."""

    file: Path
    what: What
    known: Known | None = None
    refused: Said | None = None


@dataclass(frozen=True, slots=True)
class Watching:
    """Who is told how far the work has come, and may stop it by raising: nothing is then changed."""

    reading: Progress | None = None
    indexing: Progress | None = None


_UNWATCHED, _NOTHING_SAID = Watching(), Facts()


def add(
    paths: Sequence[Path], at: Layout, facts: Facts = _NOTHING_SAID, watching: Watching = _UNWATCHED
) -> list[Outcome]:
    """Add every document that ``paths`` stand for: files, folders, patterns; one outcome a file, in their order.

    All that can be read go in together; ``facts`` hold for each of them. A file that was added before and has changed
    replaces what it was. Raises LibraryUnavailable where the library is busy or cannot be written; nothing is then
    changed.
    """
    outcomes: list[Outcome] = []
    wanted: list[Path] = []
    for path, found in files(paths):
        wanted += found
        if not found:
            outcomes.append(Outcome(path, What.REFUSED, refused=_nothing_in(path)))
    with writing(at.home) as own:
        batch = _Batch(own.all_known())
        with reader() as opened:
            for number, file in enumerate(wanted):
                batch.take(file, facts, opened)
                if watching.reading is not None:
                    watching.reading(number + 1, len(wanted))
        batch.carry_out(own, at, watching.indexing)
    return outcomes + batch.outcomes


def update(ids: Sequence[str], at: Layout, watching: Watching = _UNWATCHED) -> list[Outcome]:
    """Read the files of the sources ``ids`` again, or of all where there are none; only what changed is taken in.

    One outcome a source. What the planner has said of a source holds on. A file that is gone is refused, and its source
    stays. Raises InputUnusable for an unknown id, LibraryUnavailable as ``add``.
    """
    with writing(at.home) as own:
        known = {k.id: k for k in own.all_known()}
        if missing := [id for id in ids if id not in known]:
            raise InputUnusable(not_found(missing))
        batch = _Batch(list(known.values()))
        wanted = [known[id] for id in ids] or list(known.values())
        with reader() as opened:
            for number, source in enumerate(wanted):
                batch.again(source, opened)
                if watching.reading is not None:
                    watching.reading(number + 1, len(wanted))
        batch.carry_out(own, at, watching.indexing)
    return batch.outcomes


def adopt(
    file: Path, original: Original, at: Layout, watching: Watching = _UNWATCHED, facts: Facts = _NOTHING_SAID
) -> Outcome:
    """Add ``file`` as the original that the catalogue names, in place of an earlier copy of it. Raises as ``add``."""
    with writing(at.home) as own:
        batch = _Batch(own.all_known())
        with reader() as opened:
            batch.take(file, facts, opened, original)
        batch.carry_out(own, at, watching.indexing)
    return batch.outcomes[0]


def not_found(ids: Sequence[str]) -> Said:
    """The sentence for ids that are not among the own sources."""
    named = ", ".join(ids)
    return Said(
        f"Fant ikke disse blant dine egne kilder: {named}. Se «lhl kilder list».",
        f"Fann ikkje desse blant dine eigne kjelder: {named}. Sjå «lhl kilder list».",
    )


@dataclass(slots=True)
class _Batch:
    """What a change will put in and take out, as the files are read. ``renewed``: only path or file hash is new."""

    known: Sequence[Known]
    added: list[tuple[Known, str]] = field(default_factory=list)
    removed: set[str] = field(default_factory=set)
    renewed: list[Known] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def take(self, file: Path, facts: Facts, opened: Reader, original: Original | None = None) -> None:
        """Read ``file``, unless the same bytes or the same text are there already."""
        try:
            content = file_hash(file)
            if same := self._same(original, content=content):
                self._keep(same, file, content)
                return
            reading = opened.read(file)
        except OSError:
            self.outcomes.append(Outcome(file, What.REFUSED, refused=_unreadable(file)))
            return
        except InputUnusable as error:
            self.outcomes.append(Outcome(file, What.REFUSED, refused=error.said))
            return
        if same := self._same(original, text=text_hash(reading.text)):
            self._keep(same, file, content)
            return
        self._put(file, content, reading, facts, original)

    def carry_out(self, own: OwnSources, at: Layout, progress: Progress | None) -> None:
        """Make the change; an index that has fallen behind is brought into step also where there is none."""
        note(own, self.renewed)
        if self.added or not in_step(at, own):
            commit(own, at, self.added, self.removed, progress)

    def again(self, source: Known, opened: Reader) -> None:
        """Read the file of ``source`` once more."""
        file = Path(source.path or source.file)
        if not source.path or not file.is_file():
            self.outcomes.append(Outcome(file, What.REFUSED, source, _gone(source)))
            return
        original = None
        if source.original:
            s = source
            original = Original(s.original, s.title, s.issuer, s.year, s.status, s.kind, s.url)
        self.take(file, kept(source), opened, original)

    def _put(self, file: Path, content: str, reading: Reading, facts: Facts, original: Original | None) -> None:
        before = self._before(file, reading, original)
        if before is not None:
            facts = replace(kept(before), **facts.chosen())
            self.removed.add(before.id)
        known = describe(file, content, reading, facts, original)
        self.removed.discard(known.id)
        self.added.append((known, reading.text))
        self.outcomes.append(Outcome(file, What.NEW if before is None else What.CHANGED, known))

    def _before(self, file: Path, reading: Reading, original: Original | None) -> Known | None:
        """The source that a document takes the place of: from the same file, of the same text, the same original."""
        path, text = str(file.resolve()), text_hash(reading.text)
        for known in self.known:
            if known.path == path or known.text == text or (original is not None and known.original == original.id):
                return known
        return None

    def _same(self, original: Original | None, content: str = "", text: str = "") -> Known | None:
        for known in (*(k for k in self.known if k.id not in self.removed), *(k for k, _ in self.added)):
            fits = (content and known.content == content) or (text and known.text == text)
            if fits and (original is None or known.original == original.id):
                return known
        return None

    def _keep(self, same: Known, file: Path, content: str) -> None:
        moved = not Path(same.path).is_file() if same.path else True
        if moved or (same.path == str(file.resolve()) and same.content != content):
            self.renewed.append(same.model_copy(update={"path": str(file.resolve()), "content": content}))
        self.outcomes.append(Outcome(file, What.SAME, same))


def _nothing_in(path: Path) -> Said:
    return Said(
        f"«{path}» har ingen filer som kan leses. Velg en annen mappe eller et annet mønster.",
        f"«{path}» har ingen filer som kan lesast. Vel ei anna mappe eller eit anna mønster.",
    )


def _unreadable(file: Path) -> Said:
    return Said(
        f"«{file}» kan ikke leses. Sjekk at filen finnes og at du har tilgang.",
        f"«{file}» kan ikkje lesast. Sjekk at fila finst og at du har tilgang.",
    )


def _gone(source: Known) -> Said:
    return Said(
        f"«{source.path or source.file}», som {source.id} er lest fra, finnes ikke lenger. Kilden er som den var.",
        f"«{source.path or source.file}», som {source.id} er lesen frå, finst ikkje lenger. Kjelda er som ho var.",
    )
