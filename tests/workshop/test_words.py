"""The log and what is taken back, in Norwegian."""

import re
from datetime import datetime
from typing import get_args

from lhl_assistant.workshop.journal.acts import Act
from lhl_assistant.workshop.journal.words import DONE, moment, told
from lhl_assistant.workshop.session import Session
from tests.conftest import Lhl

ENGLISH = {kind.model_fields["act"].default for kind in get_args(get_args(Act)[0])}


def test_every_act_has_its_word_in_both_forms() -> None:
    assert set(DONE) == ENGLISH
    for done in DONE.values():
        assert all((done.nb, done.nn))
        assert not {done.nb, done.nn} & ENGLISH


def test_acts_are_told_by_code_and_local_time(session: Session) -> None:
    one, other = session.say("Turgruppe"), session.say("Gågruppe")
    session.join(one.id, other.id)
    session.vote(one.id, 1)
    session.undo()
    log = session.state.log
    said = [told(act, {a.id: a for a in log}).nn for act in log]
    assert said[1:] == [
        f"sagt {one.code}",
        f"sagt {other.code}",
        f"lagt saman {one.code}, {other.code}",
        f"røysta {one.code}",
        f"teke tilbake: røysta {one.code}",
    ]
    utc = log[0].model_copy(update={"at": "2026-12-03T10:00:00+00:00"})
    assert moment(utc) == f"{datetime.fromisoformat(utc.at).astimezone():%d.%m.%Y %H:%M:%S}"


def test_no_english_on_screen(lhl: Lhl) -> None:
    new = ("verksted", "ny", "--kommune", "Fjelldal", "--dato", "2026-12-03", "--målform", "nn")
    assert lhl(*new).returncode == 0
    assert lhl("verksted", "kjør", input="Fleire benker").returncode == 0
    code = re.findall(r"^([0-9a-f]{6})  Fleire", lhl("verksted", "vis", "--del", "innspill").stdout, re.M)[0]
    assert f"Teke tilbake: røysta {code}" in lhl("verksted", "kjør", input=f"/stem {code} 1\n/angre").stdout
    log = lhl("verksted", "vis", "--del", "logg").stdout
    assert f"teke tilbake: røysta {code}" in log
    assert not set(re.findall(r"\w+", log)) & ENGLISH
    assert not re.search(r"T\d\d:|\+00:00|\d{8}-\d{6}", log)
