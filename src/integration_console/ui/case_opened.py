"""An open case file in the window: its verdict in the top bar, its manifest in a dialog, a check in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from integration_console.domain.case_files import CaseState, Verdict
from integration_console.ui.case_words import (
    VERDICT_ICONS,
    VERDICT_TONES,
    entries_sentence,
    redaction_lines,
    verdict_name,
    verdict_sentence,
)
from integration_console.ui.language import formats, language, user_text
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Dialog, Label
from integration_console.ui.widgets.properties import PropertyList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from integration_console.gateways.case_file_protocols import OpenCaseFile
    from integration_console.ui.main_window import MainWindow
    from integration_console.ui.tasks import TaskRunner

_PAUSE_MS = 500
_KEYS = ("organisation", "made_by", "made_at", "program", "entries", "query", "note", "size", "fingerprint")


class CaseDialog(Dialog):
    """What a case file says of itself, and whether its signer is to be known from now on (`confirmed`)."""

    def __init__(self, parent: QWidget, state: CaseState) -> None:
        super().__init__(parent, width=600)
        self.state = state
        self.properties = PropertyList(_KEYS, frozenset({"program", "query", "fingerprint"}))
        self._redacted = Label("heading")
        self.rules = Label("plain", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        column.addWidget(self.properties)
        column.addSpacing(Space.S)
        column.addWidget(self._redacted)
        column.addWidget(self.rules)
        self.body.addLayout(column)
        self.body.addStretch(1)
        self.show_state(state)

    def show_state(self, state: CaseState) -> None:
        """Shows what is known now."""
        self.state = state
        self.retranslate()
        self.fit()

    def retranslate(self) -> None:
        state, manifest, source = self.state, self.state.manifest, self.state.manifest.source
        self.show_title(self.tr("Case file"))
        self.banner.show_message(VERDICT_TONES[state.verdict], verdict_name(state), verdict_sentence(state))
        self.properties.show_names({
            "organisation": self.tr("Organisation"),
            "made_by": self.tr("Made by"),
            "made_at": self.tr("Made"),
            "program": self.tr("Version"),
            "entries": self.tr("Holds"),
            "query": self.tr("Query"),
            "note": self.tr("Note"),
            "size": self.tr("Size"),
            "fingerprint": self.tr("Fingerprint"),
        })  # fmt: skip
        values = {
            "organisation": user_text(source.organisation),
            "made_by": user_text(source.made_by),
            "made_at": formats.date_time(source.made_at),
            "program": source.program,
            "entries": entries_sentence(manifest),
            "query": manifest.wish.wanted.query,
            "note": user_text(manifest.wish.note) if manifest.wish.note else "",
            "size": formats.size(state.size),
            "fingerprint": manifest.fingerprint,
        }
        for key, value in values.items():
            self.properties.show_value(key, value)
        lines = redaction_lines(manifest)
        self._redacted.setText(self.tr("Taken out or left out"))
        self.rules.setText("\n".join(f"{name}: {number}" for name, number in lines) or self.tr("Nothing"))
        self.primary.setText(self.tr("I know this signer"))
        self.primary.setVisible(state.verdict is Verdict.UNVERIFIED)
        self.secondary.setText(self.tr("Close"))


class OpenedCase(QObject):
    """Shows the verdict of an open case file, and looks at all of it in the background; `changed`: more is known."""

    changed = Signal()

    def __init__(self, gateway: OpenCaseFile, tasks: TaskRunner, window: MainWindow) -> None:
        """Begin to look at every byte, once the first rows have come."""
        super().__init__(window)
        self._gateway, self._window = gateway, window
        self.dialog: CaseDialog | None = None
        self._state = gateway.case_state()
        window.top_bar.verdict.clicked.connect(self.tell)
        language.language_changed.connect(self._say)
        self._tasks = tasks
        QTimer.singleShot(_PAUSE_MS, self, self._verify)
        self._say()

    @property
    def state(self) -> CaseState:
        """What is known of the file."""
        return self._state

    def tell(self) -> None:
        """Open the dialog that tells everything."""
        dialog = self.dialog = CaseDialog(self._window, self._gateway.case_state())
        dialog.confirmed.connect(lambda: self._trust(dialog))
        dialog.open()

    def _trust(self, dialog: CaseDialog) -> None:
        gateway = self._gateway
        task = self._tasks.start("case.trust", lambda _work: gateway.trust_signer())
        task.succeeded.connect(self._show)
        task.failed.connect(dialog.show_error)

    def _verify(self) -> None:
        task = self._tasks.start("case.verify", self._gateway.verify_whole)
        task.succeeded.connect(self._show)
        task.failed.connect(self._window.toasts.show_error)

    def _show(self, state: CaseState) -> None:
        self._state = state
        self._say()
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_state(state)
        self.changed.emit()

    def _say(self) -> None:
        state = self._state
        self._window.top_bar.show_verdict(
            verdict_name(state), verdict_sentence(state), VERDICT_ICONS[state.verdict], VERDICT_TONES[state.verdict]
        )
