"""Two organisations in one PostgreSQL are to each other what two files are: their programs have the same outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from integration_console.gateways.opening import open_workspace
from integration_console.storage.shared.address import DatabaseAddress
from tests.builders import opening
from tests.fake_source import FakeSource
from tests.fakes import TurnableClock
from tests.isolation.programs import OPERATIONS, Names, Step, Tenant, known, performed
from tests.postgres import server

Two = tuple[Tenant, Tenant]
FIRST = tuple(
    Step(number, operation, number, foreign=False)
    for operation in ("add connector", "add webhook", "put", "event", "sync")
    for number in (0, 1)
)
"""What both have before a program begins."""
OFTEN = ("put", "sync", "event")
SAME_NAME = Step(0, "rename connector", 0, foreign=False)
LOGINS = ("first_owner", "second_owner")
steps = st.builds(
    Step,
    st.integers(0, 1),
    st.sampled_from((*OPERATIONS, *OFTEN, *OFTEN)),
    st.integers(0, 5),
    st.integers(0, 3).map(lambda n: n == 0),
)


def tenant(folder: Path, login: str, place: Path | DatabaseAddress) -> Tenant:
    folder.mkdir()
    clock, source = TurnableClock(), FakeSource()
    opened = open_workspace(opening(folder, clock, path=place, actor=login, own_types={"list": source}))
    opened.context.vault.create("tests", clock.now())
    return Tenant(opened, source, clock, login)


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Two, Two]]:
    """The two organisations in a shared database, and in two files."""
    folder, running = tmp_path_factory.mktemp("programs"), server()
    database = running.new_database()
    for login in LOGINS:
        running.new_organisation(database, login, login)
    with ExitStack() as stack:

        def two(name: str, place: Callable[[str], Path | DatabaseAddress]) -> Two:
            made = [tenant(folder / f"{name}-{login}", login, place(login)) for login in LOGINS]
            for each in made:
                stack.enter_context(closing(each.opened))
            return made[0], made[1]

        both = (
            two("shared", lambda login: running.address(database, login)),
            two("files", lambda login: folder / f"{login}.db"),
        )
        for each in both:  # a file's owner becomes a member with the first other one
            outcome(each, [Step(number, "add member", 0, foreign=False) for number in (0, 1)])
        yield both


def outcome(two: Two, program: list[Step]) -> list[object]:
    """What both are told on the way, and all that they can know in the end."""
    names = Names(first=two[0].login)
    told: list[object] = []
    for each in two:
        each.begin()
    for step in (*FIRST, *program):
        found = performed(step, two)
        for number, each in enumerate(two):
            names.see({f"{number} {kind}": ids for kind, ids in each.made.items()})
        told.append((step, names.plain(found)))
    told += [part for each in two for part in names.plain(known(each)).items()]
    for each in two:
        cleared(each)
    return told


def cleared(mine: Tenant) -> None:
    for kind in ("schedule", "connector", "webhook", "member"):
        for number in range(len(mine.made.get(kind, ()))):
            performed(Step(0, f"remove {kind}", number, foreign=False), (mine, mine))


@pytest.mark.torture
@pytest.mark.timeout(3600)
def test_two_organisations_in_one_database_are_as_two_files(
    houses: tuple[Two, Two], rounds: Callable[[int, int], int]
) -> None:
    shared, files = houses

    @settings(max_examples=rounds(8, 500), deadline=None, suppress_health_check=list(HealthCheck))
    @example([SAME_NAME, SAME_NAME])
    @given(st.lists(steps, min_size=1, max_size=rounds(14, 40)))
    def same(program: list[Step]) -> None:
        for here, there in zip(outcome(shared, program), outcome(files, program), strict=True):
            assert here == there

    same()
