"""Translators see every sentence of the code, and plurals as plurals."""

from __future__ import annotations

import ast

from tools import translations


def test_the_number_of_a_plural_is_written_plainly_for_the_collector() -> None:
    code = (
        'a = QCoreApplication.translate("Logs", "%Ln entries", "", len(\n    rows,\n))\n'
        'b = QCoreApplication.translate("Logs", "مرحبا %n", "", n) + translate("Logs", "plain", "", n)\n'
    )
    assert translations.with_plain_numbers(code) == (
        'a = QCoreApplication.translate("Logs", "%Ln entries", "", 1)\n'
        'b = QCoreApplication.translate("Logs", "مرحبا %n", "", 1) + translate("Logs", "plain", "", n)\n'
    )


def test_every_sentence_of_the_code_reaches_the_translators() -> None:
    collected = {key[1] for key in translations.messages(translations.SOURCES / "console_ar.ts")}
    assert sentences() - collected == set()


def sentences() -> set[str]:
    """The literal sentences that the code marks for translation."""
    found = set()
    for path in (translations.TOP / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                found |= {argument.value for argument in _marked(node) if isinstance(argument.value, str)}
    return found


def _marked(call: ast.Call) -> list[ast.Constant]:
    """The argument that holds the sentence, where the call marks one."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    place = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name)
    if place is None or len(call.args) <= place or (place and not isinstance(call.args[0], ast.Constant)):
        return []
    sentence = call.args[place]
    return [sentence] if isinstance(sentence, ast.Constant) else []
