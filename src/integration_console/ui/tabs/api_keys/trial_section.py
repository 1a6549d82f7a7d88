"""Tries a list of addresses on the last uses of a key before it is saved: says who would have been shut out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.api_keys import AddressTrial
from integration_console.domain.errors import ConsoleError
from integration_console.ui.language import Translated, formats, technical
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Banner, SecondaryButton, Tone

_MOST_NAMED = 5


class TrialSection(Translated, QWidget):
    """`requested` asks for the trial; its outcome stands below the button."""

    requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = SecondaryButton("history")
        self.banner = Banner()
        self._trial: AddressTrial | None = None
        self.button.clicked.connect(self.requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.banner)
        self.retranslate()

    def show_trial(self, trial: AddressTrial) -> None:
        """Says how many of the last uses would have been refused, and from where they came."""
        self._trial = trial
        self.button.setEnabled(True)
        self._say(trial)

    def show_error(self, error: ConsoleError) -> None:
        """Says why it could not be tried."""
        self.button.setEnabled(True)
        self.banner.show_error(error)

    def forget(self) -> None:
        """The list has changed since: what was said of it counts no more."""
        self._trial = None
        self.banner.hide()

    def retranslate(self) -> None:
        self.button.setText(self.tr("Try on the last uses"))
        self.button.setToolTip(self.tr("Nothing is saved: you see which uses of the last 30 days would be refused."))
        if self._trial is not None:
            self._say(self._trial)

    def _say(self, trial: AddressTrial) -> None:
        if not trial.total:
            words = self.tr("The key was not used in the last 30 days"), self.tr("So there is nothing to try it on.")
            self.banner.show_message(Tone.INFO, *words)
            return
        tried = QCoreApplication.translate("TrialSection", "Tried on %Ln use(s) of the last 30 days.", "", trial.total)
        if not trial.refused_uses:
            self.banner.show_message(Tone.SUCCESS, self.tr("None of them would have been refused"), tried)
            return
        count = QCoreApplication.translate("TrialSection", "%Ln use(s) would have been refused", "", trial.refused_uses)
        addresses = list(dict.fromkeys(technical(each.address or "-") for each in trial.refused))
        named = addresses[:_MOST_NAMED]
        if len(addresses) > _MOST_NAMED:
            more = len(addresses) - _MOST_NAMED
            named.append(QCoreApplication.translate("ApiKeyWords", "%Ln other(s)", "", more))
        shut_out = self.tr("They came from {addresses}.").format(addresses=formats.listing(named))
        self.banner.show_message(Tone.WARNING, count, f"{tried} {shut_out}")
