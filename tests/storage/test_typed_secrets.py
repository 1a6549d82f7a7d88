"""What a person types opens the vault, however their keyboard writes it."""

from __future__ import annotations

import unicodedata

import pytest

from integration_console.storage import sealing

SALT = bytes(16)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("آمنة تكتب كلمة السر", unicodedata.normalize("NFD", "آمنة تكتب كلمة السر")),
        ("السلام عليكم ورحمة الله", "السلام عليكم ورحمة ﷲ"),
        ("crème brûlée à volonté", unicodedata.normalize("NFD", "crème brûlée à volonté")),
        ("ＰＡＳＳ　ｐｈｒａｓｅ　１２", "PASS phrase 12"),
    ],
)
def test_the_same_letters_are_the_same_passphrase(first: str, second: str) -> None:
    assert first != second
    assert sealing.key_from_passphrase(first, SALT) == sealing.key_from_passphrase(second, SALT)


def test_other_letters_are_another_passphrase() -> None:
    written = {sealing.key_from_passphrase(each, SALT) for each in ("كلمة السر هنا", "كلمه السر هنا", "Case", "case")}
    assert len(written) == 4


def test_a_recovery_code_may_be_typed_with_arabic_digits_and_misread_letters() -> None:
    code = "LLLL-2345-6789-ABCD-EFGH-JKLM-NPQR-STUV"
    key = sealing.key_from_recovery_code(code, SALT)
    for typed in (
        "1Il1-2345-6789-ABCD-EFGH-JKLM-NPQR-STUV",
        "llll ٢٣٤٥ ٦٧٨٩ abcd efgh jklm npqr stuv",
        "ＬＬＬＬ２３４５６７８９ABCDEFGHJKLMNPQRSTUV",
    ):
        assert sealing.key_from_recovery_code(typed, SALT) == key
