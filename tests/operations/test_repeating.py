"""A request that is repeated with its key: worked on once, answered as often as it comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from integration_console.domain.errors import KeyReused, StillAtWork, VaultLocked
from integration_console.operations import repeating
from integration_console.operations.context import Context
from integration_console.storage.kept_answers import KeptAnswer
from tests.builders import opened_workspace
from tests.fakes import NOON, TurnableClock

WHO, KEY, PRINT = "person:1", "key-1", b"fingerprint"
ANSWER = KeptAnswer(WHO, KEY, PRINT, NOON, 201, "application/json", b'{"secret":"s"}')

pytestmark = pytest.mark.embedded  # in a shared database answers are kept by the service alone


@pytest.fixture
def clock() -> TurnableClock:
    return TurnableClock()


@pytest.fixture
def context(tmp_path: Path, clock: TurnableClock) -> Iterator[Context]:
    with opened_workspace(tmp_path, clock) as opened:
        yield opened.context


@pytest.mark.parametrize("secret", [False, True])
def test_an_answer_is_given_again_for_a_day(context: Context, clock: TurnableClock, *, secret: bool) -> None:
    assert repeating.begun(context, WHO, KEY, PRINT) is None
    repeating.answered(context, ANSWER, secret=secret)
    clock.turn(hours=23)
    again = repeating.begun(context, WHO, KEY, PRINT)
    assert again is not None
    assert (again.status, again.media_type, again.body) == (201, "application/json", ANSWER.body)
    clock.turn(hours=2)
    assert repeating.begun(context, WHO, KEY, PRINT) is None


def test_a_key_belongs_to_its_caller_and_its_request(context: Context) -> None:
    repeating.begun(context, WHO, KEY, PRINT)
    assert repeating.begun(context, "person:2", KEY, b"other") is None
    with pytest.raises(KeyReused):
        repeating.begun(context, WHO, KEY, b"other")


def test_what_is_being_worked_on_is_not_begun_again(context: Context, clock: TurnableClock) -> None:
    repeating.begun(context, WHO, KEY, PRINT)
    with pytest.raises(StillAtWork):
        repeating.begun(context, WHO, KEY, PRINT)
    clock.turn(minutes=6)  # the process that worked on it is gone
    assert repeating.begun(context, WHO, KEY, PRINT) is None


def test_what_did_nothing_may_be_tried_again(context: Context) -> None:
    repeating.begun(context, WHO, KEY, PRINT)
    repeating.given_up(context, WHO, KEY)
    assert repeating.begun(context, WHO, KEY, b"mended") is None


def test_a_secret_needs_an_open_vault(context: Context) -> None:
    repeating.begun(context, WHO, KEY, PRINT)
    context.vault._data_key = None
    with pytest.raises(VaultLocked):
        repeating.answered(context, ANSWER, secret=True)
