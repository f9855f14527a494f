"""``lhl verksted kjør``: the workshop line by line, for screen readers, pipes and plain terminals."""

import copy
import sys
from collections.abc import Callable, Iterator

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import safe, say, tell
from lhl_assistant.cli.verksted_felles import TABLE, WHICH, opened, place, reform
from lhl_assistant.errors import InputUnusable, LibraryUnavailable, PlannerError
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said
from lhl_assistant.workshop.room import Room

_HELP = Said(
    """Skriv ett innspill på hver linje. Ellers:
  /område 3             still spørsmålet om område 3
  /angre                ta tilbake det siste
  /flytt KODE 2         flytt til område 2 (0 er utenfor)
  /rett KODE tekst      legg en redigert form ved siden av ordene
  /lik                  vis par som kan være like
  /lik KODE KODE        legg dem sammen; /ulik KODE KODE lar dem stå
  /stem KODE 7          så mange hender; /prikk KODE 7 er prikker
  /forslag 3 tekst: KODE KODE   en strategi med innspillene bak
  /andre                hva andre har gjort om dette
  /klokka  /vis  /slett KODE  /hjelp  /slutt""",
    """Skriv eitt innspel på kvar linje. Elles:
  /område 3             still spørsmålet om område 3
  /angre                ta tilbake det siste
  /flytt KODE 2         flytt til område 2 (0 er utanfor)
  /rett KODE tekst      legg ei redigert form ved sida av orda
  /lik                  vis par som kan vere like
  /lik KODE KODE        legg dei saman; /ulik KODE KODE lèt dei stå
  /stem KODE 7          så mange hender; /prikk KODE 7 er prikkar
  /forslag 3 tekst: KODE KODE   ein strategi med innspela bak
  /andre                kva andre har gjort om dette
  /klokka  /vis  /slett KODE  /hjelp  /slutt""",
)
_END = ("/slutt", "/avslutt")


@click.command(cls=norsk.Command, name="kjør", short_help="Hold møtet: skriv innspill, linje for linje.")
@WHICH
@TABLE
def kjoer(verksted: str | None, bord: str | None) -> None:
    """Skriv ett innspill på hver linje. Hver linje er lagret på disken før den blir vist. Skriv /hjelp for resten.

    Den store skjermen til rommet er i appen: «lhl», og så F5.
    """
    meeting = _Meeting(Room(opened(verksted, bord)), reform())
    say(_HELP)
    try:
        meeting.begin()
        for line in _lines():
            meeting.take(line)
            sys.stdout.flush()
    finally:
        meeting.end()


alias = copy.copy(kjoer)
alias.name, alias.hidden = "kjoer", True


def voted(votes: int) -> Said:
    """``1 stemme``, ``2 stemmer``."""
    one = votes == 1
    return Said(f"{votes} {'stemme' if one else 'stemmer'}", f"{votes} {'røyst' if one else 'røyster'}")


def _lines() -> Iterator[str]:
    by_hand = sys.stdin.isatty()
    encoding = sys.stdin.encoding if by_hand else "utf-8"
    while True:
        if by_hand:
            print("> ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.buffer.readline()
        text = _decoded(line, encoding).strip("\ufeff \t\r\n")
        if not line or text.lower() in _END:
            return
        if text:
            yield text


def _decoded(line: bytes, encoding: str) -> str:
    """The line as the terminal writes, else as Windows' own programs do."""
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


class _Meeting:
    """The commands that begin with a slash, and plain lines, which are contributions."""

    def __init__(self, room: Room, vocabulary: Reform) -> None:
        self._room, self._reform = room, vocabulary
        self._form = room.state.setup.language
        self._question: int | None = None
        self._sorting = True

    def begin(self) -> None:
        """Say how many contributions there are already, and sort those that a power cut left unsorted."""
        if before := len(self._room.state.spoken):
            self._out(f"{before} innspill fra før.", f"{before} innspel frå før.")

    def end(self) -> None:
        """Sort what has not been sorted, and say how many there are."""
        self._try(self._room.sort_rest)
        self._out(
            f"{len(self._room.state.spoken)} innspill er lagret.", f"{len(self._room.state.spoken)} innspel er lagra."
        )

    def take(self, line: str) -> None:
        """One line: a command or a contribution. What is wrong is said, and the meeting goes on."""
        if "\N{REPLACEMENT CHARACTER}" in line:
            say(
                Said(
                    "Linjen har bokstaver som ikke kan leses, og er ikke lagret. Skriv den på nytt.",
                    "Linja har bokstavar som ikkje kan lesast, og er ikkje lagra. Skriv ho på nytt.",
                )
            )
            return
        self._try(lambda: self._command(line) if line.startswith("/") else self._said(line))

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except PlannerError as error:
            say(error.said)
            if isinstance(error, LibraryUnavailable) and not self._room.session.path.is_file():
                raise

    def _said(self, line: str) -> None:
        one = self._room.say(line, self._question)
        click.echo(safe(f"{one.code}  {one.text}"))
        sys.stdout.flush()
        if self._sorting:
            try:
                one = self._room.sort(one.id)
            except LibraryUnavailable as error:
                self._sorting = False
                say(error.said)
                return
            click.echo(f"        {place(one, self._reform, self._form)}")

    def _command(self, line: str) -> None:
        name, _, rest = line[1:].partition(" ")
        known = {
            "område": self._ask, "omrade": self._ask, "angre": self._undo, "flytt": self._move, "rett": self._reword,
            "lik": self._same, "ulik": self._apart, "stem": self._vote, "prikk": self._dots, "forslag": self._propose,
            "andre": self._others, "klokka": self._clock, "vis": self._show, "slett": self._delete, "hjelp": self._help,
        }  # fmt: skip
        do = known.get(name.lower())
        if do is None:
            raise InputUnusable(
                Said(
                    f"«/{name}» er ingen kommando. Skriv /hjelp for å se dem.",
                    f"«/{name}» er ingen kommando. Skriv /hjelp for å sjå dei.",
                )
            )
        do(rest.strip())

    def _ask(self, rest: str) -> None:
        from lhl_assistant.workshop.before.texts import material

        self._question = self._area(rest)
        asked = material().questions.area(self._question or 1).main if self._question else material().questions.apning
        click.echo(asked.in_(self._form))

    def _undo(self, _: str) -> None:
        from lhl_assistant.workshop.journal.words import told

        done = self._room.undo()
        if done is None:
            self._out("Det er ingenting å angre.", "Det er ingenting å angre.")
        else:
            words = getattr(done, "text", "")
            what = Said(words, words) if words else told(done, {})
            self._out(f"Tatt tilbake: {what.nb}", f"Teke tilbake: {what.nn}")

    def _move(self, rest: str) -> None:
        code, area = self._two(rest)
        changed = self._room.place(self._id(code), self._area(area))
        self._out(f"{code} er flyttet.", f"{code} er flytt.")
        for one in changed:
            moved = place(one, self._reform, self._form)
            self._out(f"{one.code} foreslås nå i {moved}.", f"{one.code} blir no foreslått i {moved}.")

    def _reword(self, rest: str) -> None:
        code, text = self._two(rest)
        self._room.session.reword(self._id(code), text)
        self._out(
            f"{code} har fått en redigert form. Ordene er tatt vare på.",
            f"{code} har fått ei redigert form. Orda er tekne vare på.",
        )

    def _same(self, rest: str) -> None:
        if not rest:
            pairs = list(self._room.pairs())[:10]
            for one, other in pairs:
                click.echo(safe(f"{one.code}  {one.text}\n{other.code}  {other.text}\n"))
            if not pairs:
                self._out("Ingen innspill ser like ut.", "Ingen innspel ser like ut.")
            return
        a, b = self._two(rest)
        self._room.session.join(self._id(a), self._id(b))
        self._out(f"{a} og {b} er lagt sammen. Begges ord står.", f"{a} og {b} er lagde saman. Orda til begge står.")

    def _apart(self, rest: str) -> None:
        a, b = self._two(rest)
        self._room.session.keep_apart(self._id(a), self._id(b))
        self._out(f"{a} og {b} står hver for seg.", f"{a} og {b} står kvar for seg.")

    def _vote(self, rest: str, way: str = "hands") -> None:
        code, votes = self._two(rest)
        self._room.session.vote(self._id(code), self._number(votes), way)
        count = voted(self._number(votes))
        self._out(f"{code}: {count.nb}.", f"{code}: {count.nn}.")

    def _dots(self, rest: str) -> None:
        self._vote(rest, "dots")

    def _propose(self, rest: str) -> None:
        area, text = self._two(rest)
        said, _, codes = text.rpartition(":")
        number = self._area(area)
        if not said or number is None:
            raise InputUnusable(
                Said(
                    "Skriv slik: /forslag 3 Felles middag hver uke: KODE KODE",
                    "Skriv slik: /forslag 3 Felles middag kvar veke: KODE KODE",
                )
            )
        self._room.session.propose(said, number, [self._id(code) for code in codes.split()])
        self._out("Forslaget er lagret.", "Forslaget er lagra.")

    def _others(self, rest: str) -> None:
        from lhl_assistant.cli.aloud import aloud
        from lhl_assistant.library.opening import searcher
        from lhl_assistant.workshop.elsewhere import elsewhere

        with searcher() as found:
            click.echo(safe(aloud(elsewhere(found, self._reform, self._question or 1, self._form, rest))))

    def _clock(self, _: str) -> None:
        from lhl_assistant.workshop.clock import now

        tell(now(self._room.state.setup, self._reform))

    def _show(self, _: str) -> None:
        for one in self._room.state.contributions:
            click.echo(safe(f"{one.code}  {one.text}  ({place(one, self._reform, self._form)})"))

    def _delete(self, rest: str) -> None:
        from lhl_assistant.workshop.after.linking import delete

        for told in delete(self._room.session, rest):
            say(told)

    def _help(self, _: str) -> None:
        tell(_HELP)

    def _id(self, code: str) -> str:
        return self._room.session.contribution(code).id

    def _area(self, text: str) -> int | None:
        number = self._number(text)
        if number > 5:
            raise InputUnusable(Said("Områdene er 1 til 5, og 0 er utenfor.", "Områda er 1 til 5, og 0 er utanfor."))
        return number or None

    def _number(self, text: str) -> int:
        if not text.isdecimal() or len(text) > 4:
            raise InputUnusable(Said(f"«{text}» er ikke et tall.", f"«{text}» er ikkje eit tal."))
        return int(text)

    def _two(self, rest: str) -> tuple[str, str]:
        first, _, second = rest.partition(" ")
        if not second.strip():
            raise InputUnusable(
                Said(
                    "Det mangler noe etter kommandoen. Skriv /hjelp.",
                    "Det manglar noko etter kommandoen. Skriv /hjelp.",
                )
            )
        return first, second.strip()

    def _out(self, nb: str, nn: str) -> None:
        click.echo(safe(Said(nb, nn).in_(self._form)))
