"""Translators see every sentence of the code, and plurals as plurals."""

from __future__ import annotations

import ast
import re
import string
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import pytest

from tests.latin import PROPER_NAMES, foreign_words
from tools import translations

# Sentences that hold nothing but what is filled in, with the marks between.
ONLY_HOLES = {
    "{number}%",
    "{sentence}: {reason}",
    "{message} – {error}",
    "{number}. {step}",
    "{day}, {time}",
    "{title} ({number})",
    "{when}: {what}",
}
# Sentences that are one name, or one key of the keyboard.
NAMES_ALONE = {"GitHub", "Google Workspace", "N", "Odoo", "Slack", "Standard Webhooks"}
ARABIC = re.compile("[\u0621-\u064a]")
ISOLATES = re.compile("[\u2066-\u2069]")
RIGHT_TO_LEFT_MARK = "\u200f"
FORMS = {"ar": 6, "en": 2}


@dataclass(frozen=True)
class Sentence:
    """One sentence and its translation, in all its plural forms."""

    context: str
    source: str
    plural: bool
    forms: tuple[str, ...]


def all_sentences(code: str) -> list[Sentence]:
    root = ET.parse(translations.SOURCES / f"console_{code}.ts").getroot()  # noqa: S314 - our own file
    found = []
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plural = "numerus" in message.attrib
            forms = (
                [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
            )
            name, source = context.findtext("name", ""), message.findtext("source", "")
            found.append(Sentence(name, source, plural, tuple(forms)))
    return found


def holes(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("code", sorted(FORMS))
def test_translations_are_fresh_and_finished(code: str) -> None:
    assert translations.complaints(translations.SOURCES / f"console_{code}.ts") == []


def test_every_sentence_is_in_arabic() -> None:
    left = {
        each.source
        for each in all_sentences("ar")
        for form in each.forms
        if not ARABIC.search(form) and each.source not in ONLY_HOLES | NAMES_ALONE
    }
    assert left == set()


def test_only_reviewed_names_stay_in_latin_letters() -> None:
    forms = {re.sub(r"\{\w+\}|%L?n", " ", form) for each in all_sentences("ar") for form in each.forms}
    left = {form: words for form in forms if (words := foreign_words(form, PROPER_NAMES))}
    assert left == {}


def test_translations_keep_the_holes() -> None:
    wrong = {each.source for each in all_sentences("ar") for form in each.forms if holes(form) != holes(each.source)}
    assert wrong == set()


@pytest.mark.parametrize("code", sorted(FORMS))
def test_plurals_have_all_their_forms(code: str) -> None:
    plurals = [each for each in all_sentences(code) if each.plural]
    assert plurals
    assert {len(each.forms) for each in plurals} == {FORMS[code]}


def test_arabic_plurals_differ_where_grammar_does() -> None:
    """None, one, two, 3-10 and 11-99 are said differently; only the last two may be written alike (as in "ساعة")."""
    alike = {each.source for each in all_sentences("ar") if each.plural and len(set(each.forms[:5])) < 5}
    assert alike == set()
    numbered = {each.source for each in all_sentences("ar") if each.plural and not _is_numbered(each)}
    assert numbered == set()


def _is_numbered(each: Sentence) -> bool:
    """The number stands in the forms that are used for more than one number."""
    return all("%Ln" in form for form in each.forms[3:]) and "%Ln" not in each.forms[2]


def test_english_plurals_say_one_and_many() -> None:
    assert [
        each.source for each in all_sentences("en") if len(set(each.forms)) < 2 or "(s)" in "".join(each.forms)
    ] == []


def test_arabic_sentences_begin_from_the_right() -> None:
    """What stands first in a line decides its direction: an Arabic letter, or a mark where a name comes first."""
    wrong = []
    for each in all_sentences("ar"):
        for form in each.forms:
            own = re.sub(r"\{\w+\}|%L?n|\u2066[^\u2069]*\u2069", "", form)
            first = re.search(f"[A-Za-z\u0621-\u064a{RIGHT_TO_LEFT_MARK}]", own)
            if each.source not in NAMES_ALONE | {"{number}%", "{day}, {time}"} and (
                first is None or first[0].isascii()
            ):
                wrong.append(form)
    assert wrong == []


def test_arabic_has_its_own_punctuation() -> None:
    wrong = [
        form
        for each in all_sentences("ar")
        for form in each.forms
        if re.search(r"[,;?“”]", ISOLATES.sub("", re.sub(r"\{\w+\}", "", form)))
    ]
    assert wrong == []


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
