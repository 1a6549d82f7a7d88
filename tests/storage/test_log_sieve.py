"""What SQL passes over never has the words, however they are written; most of what has not is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from integration_console.domain.folding import folded
from integration_console.domain.log_conditions import EVERYTHING, searched_text
from integration_console.domain.log_payloads import searched_payload
from integration_console.storage import logs, tables
from integration_console.storage.log_rows import append_entries
from integration_console.storage.log_sieve import may_contain
from integration_console.storage.store import Store
from tests.builders import log_draft, opened_store, opened_workspace

letters = st.text(
    st.sampled_from([*"aAkKiIsS;`%_\\\"'u0645 /", "é", "K", "ı", "İ", "ſ", "ا", "أ", "٤", "\u064e", "\n"])
)
some = st.text(st.sampled_from([*"akis;`%_\\u0645 /", "é", "ا", "ı"]), min_size=1, max_size=3)


@pytest.fixture(scope="module", params=["file", "database"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp(request.param)
    with ExitStack() as stack:
        if request.param == "file":
            yield stack.enter_context(opened_store(folder / "console.db"))
        else:
            stack.enter_context(pytest.MonkeyPatch.context()).setenv("TEST_WORKSPACES", "shared")
            yield stack.enter_context(opened_workspace(folder)).store


def let_through(store: Store, words: str) -> set[str]:
    query = select(tables.logs.c.id).where(tables.logs.c.tenant_id == store.tenant_id, may_contain(words))
    return store.read(lambda reading: set(reading.connection.execute(query).scalars()))


def test_nothing_that_has_the_words_is_passed_over(kept: Store, rounds: Callable[[int, int], int]) -> None:
    @settings(max_examples=rounds(60, 2000), deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(letters, letters), max_size=5), some)
    def let_through_at_least(texts: list[tuple[str, str]], wanted: str) -> None:
        drafts = [log_draft(message=message, payload=payload) for message, payload in texts]
        kept.write(lambda writing: append_entries(writing, drafts))
        words = folded(wanted)
        having = {each.id for each in drafts if words in searched_text(each) or words in searched_payload(each.payload)}
        assert having <= let_through(kept, words)

    let_through_at_least()


def test_most_that_has_not_the_words_is_passed_over(kept: Store) -> None:
    if not kept.shared:
        for table in (tables.logs, tables.log_payloads):
            kept.write(lambda writing, table=table: writing.connection.execute(delete(table)))  # type: ignore[misc]
    drafts = [log_draft(message="m", payload=each) for each in ("KESTREL", "falcon", "", "أ", r"\u0645")]
    kept.write(lambda writing: append_entries(writing, drafts))
    ours = {each.id for each in drafts}
    assert let_through(kept, "kestrel") & ours == {drafts[0].id, drafts[3].id, drafts[4].id}
    assert let_through(kept, folded("أ")) & ours == {drafts[3].id, drafts[4].id}
    assert len(kept.read(lambda reading: logs.page(reading, EVERYTHING, None, 9)).entries) >= len(drafts)
