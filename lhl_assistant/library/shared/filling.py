"""A folder of documents into the shared library, by as many processes and machines as there are.

PostgreSQL hands the work out. A process locks one waiting document, reads and embeds it, and in the same transaction
puts it in and notes that it is done: whatever dies in between gives the lock, and the document, back. Documents are
known by their content, so that several machines may see one folder under different names.
"""

import multiprocessing
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from multiprocessing.process import BaseProcess
from os import getpid
from pathlib import Path

import psycopg
from pgvector.psycopg import register_vector
from psycopg.types.json import Jsonb

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import InputUnusable, LibraryUnavailable, PlannerError
from lhl_assistant.library.facts import Facts, describe
from lhl_assistant.library.files import files
from lhl_assistant.library.shared.engines import filling_engine
from lhl_assistant.library.shared.publishing import Into, municipality, prepare, put
from lhl_assistant.said import Said
from lhl_assistant.search.build import Progress
from lhl_assistant.search.shared.connecting import Connection, connected
from lhl_assistant.search.shared.failures import passing, unavailable
from lhl_assistant.sources.hashes import file_hash
from lhl_assistant.sources.reading.reader import Reader, reader

_LOOK_SECONDS = 0.5
_TRIES, _WAIT_SECONDS = 10, 1.0

_ENLIST = """
insert into lhl.work (municipality, scope, content, path) values (%s, %s, %s, %s) on conflict do nothing
"""
_NEXT = """
select content from lhl.work
where municipality = %s and scope = %s and state = 'waiting' and content = any(%s)
order by content limit 1 for update skip locked
"""
_FINISH = """
update lhl.work set state = %s, source = %s, said = %s, path = %s, worker = %s, finished = clock_timestamp()
where municipality = %s and scope = %s and content = %s
"""
_OUTDATE = """
delete from lhl.work
where municipality = %s and scope = %s and path = %s and content <> %s and state <> 'waiting'
"""
_COUNT = """
select count(*) filter (where state <> 'waiting'), count(*) from lhl.work
where municipality = %s and scope = %s and content = any(%s)
"""
_REFUSED = """
select path, said from lhl.work
where municipality = %s and scope = %s and content = any(%s) and state = 'refused' order by path
"""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be put where: the server's address, whose documents, who sees them, and the files by content."""

    address: str
    municipality: str
    scope: str
    files: Mapping[str, Path]
    folder: Path


@dataclass(frozen=True, slots=True)
class Filled:
    """How many documents are in the library, and those that could not be used, each with why."""

    done: int
    refused: tuple[tuple[str, Said], ...]


def enlist(address: str, folder: Path, draft: bool = False) -> Job:
    """Write down what in ``folder`` is to be done; what was written down before, here or elsewhere, stays as it is.

    Raises InputUnusable for a folder without documents, LibraryUnavailable.
    """
    found = {file_hash(f): f for _, there in files([folder]) for f in there if f.is_file()}
    if not found:
        raise InputUnusable(
            Said(
                f"«{folder}» har ingen filer som kan leses. Velg en annen mappe.",
                f"«{folder}» har ingen filer som kan lesast. Vel ei anna mappe.",
            )
        )
    with connected(address) as connection:
        own = municipality(connection)
        job = Job(address, own, own if draft else "", found, folder)
        with connection.transaction(), connection.cursor() as cursor:
            cursor.executemany(_ENLIST, [(own, job.scope, c, _path(job, f)) for c, f in found.items()])
    return job


def fill(job: Job, count: int, model: str | None, graphics: bool, progress: Progress | None = None) -> Filled:
    """Do ``job`` with ``count`` processes; returns when all of it is done, by whomever.

    ``progress`` is told (documents done, documents in all); what it raises ends the processes, and the work goes on
    from there the next time. Raises LibraryUnavailable where the server is gone for good.
    """
    with _processes(job, count, model, graphics) as workers, connected(job.address) as connection:
        while any(w.is_alive() for w in workers):
            time.sleep(_LOOK_SECONDS)
            if progress is not None:
                progress(*_counted(connection, job))
        done, whole = _counted(connection, job)
        if progress is not None:
            progress(done, whole)
        refused = tuple(
            (str(path), Said(**said)) for path, said in connection.execute(_REFUSED, (*_whose(job), [*job.files]))
        )
    if done < whole:
        raise LibraryUnavailable(
            Said(
                f"{whole - done} av {whole} dokumenter gjenstår. Kjør kommandoen igjen for å fortsette.",
                f"{whole - done} av {whole} dokument står att. Køyr kommandoen igjen for å halde fram.",
            )
        )
    return Filled(done - len(refused), refused)


def work(job: Job, engine: Engine) -> int:
    """Do what is waiting of ``job``, one document at a time, until nothing is; returns how many this process did.

    A connection that breaks is made anew, a few times. Raises LibraryUnavailable.
    """
    done, tries = 0, 0
    with reader() as opened:
        while True:
            try:
                with psycopg.connect(job.address, autocommit=True) as connection:
                    register_vector(connection)
                    while _one(connection, job, engine, opened):
                        done, tries = done + 1, 0
                    return done
            except psycopg.Error as error:
                tries += 1
                if not passing(error) or tries > _TRIES:
                    raise unavailable(error) from error
                time.sleep(_WAIT_SECONDS)


def _one(connection: Connection, job: Job, engine: Engine, opened: Reader) -> bool:
    """Do one document, wholly or not at all; whether there was one."""
    with connection.transaction():
        row = connection.execute(_NEXT, (*_whose(job), [*job.files])).fetchone()
        if row is None:
            return False
        content = str(row[0])
        file = job.files[content]
        path = _path(job, file)
        worker = f"{socket.gethostname()}:{getpid()}"
        try:
            reading = opened.read(file)
            known = describe(file, content, reading, Facts())
            prepared = prepare(known.source(reading.text), engine, name=path)
        except (InputUnusable, OSError) as error:
            said = error.said if isinstance(error, InputUnusable) else _unreadable(path)
            connection.execute(_FINISH, ("refused", None, Jsonb(asdict(said)), path, worker, *_whose(job), content))
            return True
        put(connection, [prepared], Into(job.municipality, job.scope))
        connection.execute(_OUTDATE, (*_whose(job), path, content))
        connection.execute(_FINISH, ("done", known.id, None, path, worker, *_whose(job), content))
        return True


@contextmanager
def _processes(job: Job, count: int, model: str | None, graphics: bool) -> Iterator[list[BaseProcess]]:
    """``count`` processes at work on ``job``; those still running when the block is left are ended."""
    spawn = multiprocessing.get_context("spawn")
    workers: list[BaseProcess] = [
        spawn.Process(target=_worker, args=(job, model, graphics), daemon=True) for _ in range(count)
    ]
    try:
        for worker in workers:
            worker.start()
        yield workers
    finally:
        for worker in workers:
            worker.terminate()
            worker.join()


def _worker(job: Job, model: str | None, graphics: bool) -> None:
    try:
        work(job, filling_engine(model, graphics))
    except (PlannerError, KeyboardInterrupt):
        raise SystemExit(1) from None


def _counted(connection: Connection, job: Job) -> tuple[int, int]:
    row = connection.execute(_COUNT, (*_whose(job), [*job.files])).fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)


def _whose(job: Job) -> tuple[str, str]:
    return job.municipality, job.scope


def _path(job: Job, file: Path) -> str:
    return file.resolve().relative_to(job.folder.resolve()).as_posix() if job.folder.is_dir() else file.name


def _unreadable(path: str) -> Said:
    return Said(
        f"«{path}» kan ikke leses. Sjekk at filen finnes og at du har tilgang.",
        f"«{path}» kan ikkje lesast. Sjekk at fila finst og at du har tilgang.",
    )
