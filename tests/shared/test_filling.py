"""A folder of documents goes in exactly once, whoever does it and whoever dies."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import InputUnusable
from lhl_assistant.library.shared.filling import Job, enlist, work
from lhl_assistant.search.shared.connecting import complete
from tests.shared.server import Server

_PATIENCE = 30.0


def documents(folder: Path, count: int) -> None:
    folder.mkdir(exist_ok=True)
    for n in range(count):
        text = f"# Handlebuss {n}\n\n## Pris\n\nEn tur med handlebuss nummer {n} koster {30 + n} kroner.\n"
        (folder / f"buss {n}.md").write_text(text * (1 + n % 3), encoding="utf-8")


def job(library: Server, folder: Path) -> Job:
    return enlist(complete(library.address("lesja_redaktor")), folder)


def there(library: Server) -> list[str]:
    rows = library.run("select name from lhl.source where municipality = 'Lesja' order by name")
    return [str(name) for (name,) in rows]


@pytest.fixture(autouse=True)
def _empty(library: Server) -> None:
    library.run("delete from lhl.source where municipality = 'Lesja'", "delete from lhl.work", "delete from lhl.change")


def _work(job: Job) -> None:
    from lhl_assistant.embedding.light import LightEngine

    work(job, LightEngine(threads=1))


def finished(library: Server, worker: str) -> int:
    """How many documents a worker has done: "own" is this process, "other" another."""
    sign = "=" if worker == "own" else "<>"
    ((count,),) = library.run(
        f"select count(*) from lhl.work where state = 'done' and split_part(worker, ':', 2)::int {sign} {os.getpid()}"
    )
    return int(str(count))


def wait_until(reached: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not reached() and time.monotonic() < end:
        time.sleep(0.01)


def test_two_workers_of_which_one_is_killed_do_every_document_once(
    library: Server, folder: Path, engine: Engine
) -> None:
    documents(folder, 16)
    whole = job(library, folder)
    victim = multiprocessing.get_context("spawn").Process(target=_work, args=(whole,))
    victim.start()
    wait_until(lambda: finished(library, "other") > 0)
    with ThreadPoolExecutor() as pool:
        survivor = pool.submit(work, whole, engine)
        wait_until(lambda: finished(library, "own") > 0)
        assert victim.pid is not None
        os.kill(victim.pid, signal.SIGKILL)
        victim.join()
        others = finished(library, "other")
        assert survivor.result(_PATIENCE) + others == 16
    assert 0 < others < 16
    assert there(library) == sorted(f"buss {n}.md" for n in range(16))
    twice = "select id from lhl.change where id like 'buss-%' and what = 'in' group by id having count(*) > 1"
    assert library.run(twice) == []
    assert work(job(library, folder), engine) == 0


def test_a_changed_document_takes_the_place_of_the_old_and_back_again(
    library: Server, folder: Path, engine: Engine
) -> None:
    documents(folder, 2)
    file = folder / "buss 0.md"
    first = file.read_text(encoding="utf-8")
    assert work(job(library, folder), engine) == 2
    file.write_text(first.replace("30 kroner", "99 kroner"), encoding="utf-8")
    assert work(job(library, folder), engine) == 1
    assert "99 kroner" in str(library.run("select text from lhl.source where name = 'buss 0.md'"))
    file.write_text(first, encoding="utf-8")
    assert work(job(library, folder), engine) == 1
    assert there(library) == ["buss 0.md", "buss 1.md"]
    assert "99 kroner" not in str(library.run("select text from lhl.source where name = 'buss 0.md'"))


def test_a_document_that_names_no_issuer_gets_its_publishers_name(
    library: Server, folder: Path, engine: Engine
) -> None:
    documents(folder, 1)
    work(job(library, folder), engine)
    assert library.run("select issuer from lhl.source where name = 'buss 0.md'") == [("Lesja",)]


def test_what_cannot_be_read_is_said_and_the_rest_goes_in(library: Server, folder: Path, engine: Engine) -> None:
    documents(folder, 1)
    (folder / "ødelagt.pdf").write_bytes(b"%PDF-1.7 ikke en pdf")
    assert work(job(library, folder), engine) == 2
    assert there(library) == ["buss 0.md"]
    ((path, said),) = library.run("select path, said ->> 'nb' from lhl.work where state = 'refused'")
    assert path == "ødelagt.pdf"
    assert "ødelagt.pdf" in str(said)


def test_a_folder_without_documents_is_refused(library: Server, folder: Path) -> None:
    folder.mkdir()
    with pytest.raises(InputUnusable, match="ingen filer"):
        job(library, folder)
