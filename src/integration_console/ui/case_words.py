"""The words about case files in the language in force: verdicts, what was taken out, what was left out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from integration_console.domain.case_files import CaseManifest, CaseState, Verdict
from integration_console.domain.redaction import RULE_TITLES, Rule
from integration_console.ui.language import formats, user_text
from integration_console.ui.widgets import Tone

VERDICT_ICONS = {
    Verdict.VERIFIED: "shield-check",
    Verdict.UNVERIFIED: "shield-question-mark",
    Verdict.TAMPERED: "shield-alert",
}
VERDICT_TONES = {Verdict.VERIFIED: Tone.SUCCESS, Verdict.UNVERIFIED: Tone.WARNING, Verdict.TAMPERED: Tone.DANGER}


def verdict_name(state: CaseState) -> str:
    """What is known of the file, in a word or two."""
    if state.verdict is Verdict.TAMPERED:
        if not state.tampered_block.isdecimal():
            return QCoreApplication.translate("CaseWords", "Tampered with")
        words = QCoreApplication.translate("CaseWords", "Tampered with (block {block})")
        return words.format(block=formats.number(int(state.tampered_block)))
    if state.verdict is Verdict.VERIFIED:
        return QCoreApplication.translate("CaseWords", "Verified")
    return QCoreApplication.translate("CaseWords", "Unverified")


def verdict_sentence(state: CaseState) -> str:
    """What that means."""
    source = state.manifest.source
    if state.verdict is Verdict.TAMPERED:
        return QCoreApplication.translate(
            "CaseWords", "The file was changed after it was signed. Do not rely on what it shows; ask for it again."
        )
    if state.verdict is Verdict.VERIFIED:
        words = QCoreApplication.translate("CaseWords", "Signed by {organisation}, which you know.")
    else:
        words = QCoreApplication.translate(
            "CaseWords",
            "The file says that {organisation} signed it. Compare the fingerprint with them before you rely on that.",
        )
    looked = (
        QCoreApplication.translate("CaseWords", "Every byte was looked at: nothing was changed since.")
        if state.whole
        else QCoreApplication.translate("CaseWords", "What is shown is checked as it is read.")
    )
    return f"{words.format(organisation=user_text(source.organisation))} {looked}"


def redaction_lines(manifest: CaseManifest) -> list[tuple[str, str]]:
    """What was taken out, rule by rule, and what was left out: a name and a number each."""
    found = []
    for key, number in manifest.redactions.items():
        known = key in {rule.value for rule in Rule}  # a later version may know more rules
        name = QCoreApplication.translate("Redaction", RULE_TITLES[Rule(key)]) if known else user_text(key)
        found.append((name, formats.number(number)))
    others = (
        (QCoreApplication.translate("CaseWords", "Older entries that did not fit"), manifest.left_out),
        (QCoreApplication.translate("CaseWords", "Texts that were too long and cut"), manifest.shortened),
        (QCoreApplication.translate("CaseWords", "Bodies that are no text, left out"), manifest.unreadable),
    )
    return found + [(name, formats.number(number)) for name, number in others if number]


def entries_sentence(manifest: CaseManifest) -> str:
    """How many entries of which time it holds."""
    count = QCoreApplication.translate("CaseWords", "%Ln entry(s)", "", manifest.entries)
    if manifest.oldest is None or manifest.newest is None:
        return count
    words = QCoreApplication.translate("CaseWords", "{count}, from {oldest} to {newest}")
    oldest, newest = formats.date_time(manifest.oldest), formats.date_time(manifest.newest)
    return words.format(count=count, oldest=oldest, newest=newest)
