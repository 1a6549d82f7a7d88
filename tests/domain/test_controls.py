"""Characters that cannot be seen are shown as their codes."""

from __future__ import annotations

import pytest

from integration_console.domain.controls import has_unseen, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text, 1.5 %", "plain text, 1.5 %"),
        ("two\nlines\tand tab", "two\nlines\tand tab"),
        ("تمت مزامنة Odoo HR", "تمت مزامنة Odoo HR"),
        ("invoice\u202efdp.exe", "invoice⟨U+202E⟩fdp.exe"),
        ("\u202dlro\u202c and \u2067rli\u2069", "⟨U+202D⟩lro⟨U+202C⟩ and ⟨U+2067⟩rli⟨U+2069⟩"),
        ("pass\u200bword\ufeff", "pass⟨U+200B⟩word⟨U+FEFF⟩"),
        ("\x1b[31mred\x07", "⟨U+001B⟩[31mred⟨U+0007⟩"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("a\u200db", "a⟨U+200D⟩b"),
        ("\u200cstart", "⟨U+200C⟩start"),
        ("tag\U000e0041", "tag⟨U+E0041⟩"),
    ],
)
def test_what_cannot_be_seen_becomes_its_code(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert has_unseen(text) is (text != shown)
