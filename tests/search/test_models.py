"""Another model: both libraries are built with it, searched together, and never mixed with the default's."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from lhl_assistant.cli.main import main
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.library.adding import add
from lhl_assistant.reform.model import Reform
from lhl_assistant.search.build import build
from lhl_assistant.search.check import complaints
from lhl_assistant.search.libraries import (
    LIBRARIES,
    Layout,
    choose_model,
    chosen_model,
    full_name,
    layout,
    open_libraries,
)
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.schema import identity
from tests.search.material import BUS, CHOIR, KITCHEN, material

BUNDLED, OWN = material(mat=KITCHEN, kor=CHOIR), material(buss=BUS)

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LHL_HOME", str(tmp_path / "hjem"))
    monkeypatch.setattr("lhl_assistant.embedding.sentence_transformers._hub_answers", lambda: False)
    return tmp_path / "hjem"


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """``lhl`` in this process, where torch is loaded already: the exit code and what is said."""

    def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["lhl", *arguments])
        with pytest.raises(SystemExit) as stop:
            main()
        return int(str(stop.value.code)), capsys.readouterr().err

    return run


def everything(folder: Path) -> dict[Path, bytes]:
    return {p: p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.suffix != ".lock"}


def test_both_libraries_speak_the_chosen_model(
    home: Path, tmp_path: Path, model_folder: Path, engine: Engine, reform: Reform
) -> None:
    at, default = (Layout(tmp_path / "følger med", home, model) for model in (str(model_folder), None))
    other = load_engine(str(model_folder))
    build(at.path("medfølgende"), BUNDLED, other)
    build(at.path("egne"), OWN, other)
    assert all(home in at.path(name).parents for name in LIBRARIES)
    assert list(complaints(at.path("egne"), OWN, other)) == []
    with ExitStack() as stack:
        searcher = Searcher(open_libraries(stack, LIBRARIES, at, identity(other)), other, reform)
        hits = [searcher.search(q)[0] for q in ("Hva koster bussen til Granli?", "Hvem er dirigent?")]
        assert [(h.library, h.source.id) for h in hits] == [("egne", "buss"), ("medfølgende", "kor")]
    build(default.path("egne"), OWN, engine)
    assert default.path("egne") != at.path("egne")
    with ExitStack() as stack, pytest.raises(LibraryUnavailable, match="annen modell"):
        open_libraries(stack, ["egne"], default, identity(other))


def test_the_choice_holds_until_the_default_is_chosen_again(
    home: Path, model_folder: Path, tmp_path: Path, command: Callable[..., tuple[int, str]]
) -> None:
    (tmp_path / "buss.md").write_text(BUS, encoding="utf-8")
    add([tmp_path / "buss.md"], layout())
    choose_model(str(model_folder))
    assert layout().path("egne").parent.parent == home / "indeks"
    assert chosen_model() == layout().model == str(model_folder)
    code, said = command("indeks", "bygg", "--modell", "standard")
    assert (code, said.strip()) == (0, "Indeksen for egne kilder er klar: 1 kilde.")
    assert chosen_model() is None
    assert layout().path("egne").is_file()


@pytest.mark.parametrize(
    ("model", "says"),
    [
        ("ukjent/modell", "er ikke på maskinen og lar seg ikke hente"),
        ("{}/borte", "finnes ikke"),
        ("{}", "inneholder ingen språkmodell"),
    ],
)
@pytest.mark.parametrize("before", ["standard", "valgt før"])
def test_a_model_that_cannot_be_used_changes_nothing(
    home: Path, tmp_path: Path, command: Callable[..., tuple[int, str]], model: str, says: str, before: str
) -> None:
    choose_model(None if before == "standard" else before)
    build(layout().path("egne"), OWN, load_engine())
    stored = everything(home)
    empty = tmp_path / "tom mappe"
    empty.mkdir()
    code, said = command("indeks", "bygg", "--modell", model.format(empty))
    assert code == 4
    assert says in said
    assert len(said.strip().splitlines()) == 1
    assert everything(home) == stored


def test_a_folder_named_from_where_one_stands_is_found_from_anywhere(
    model_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(model_folder.parent)
    assert full_name(f"./{model_folder.name}") == full_name(model_folder.name) == str(model_folder)
    assert full_name("intfloat/multilingual-e5-base") == "intfloat/multilingual-e5-base"
