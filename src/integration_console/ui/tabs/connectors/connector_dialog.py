"""The dialog in which a connector is added or changed: its name, and what its type asks for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from integration_console.domain.connectors import Connector, ConnectorDraft, ConnectorType
from integration_console.domain.errors import ConsoleError, InvalidInput, NameTaken
from integration_console.domain.forms import Field, FieldKind, Form
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.forms import FormView
from integration_console.ui.language import filled
from integration_console.ui.tabs.connectors.draft_panel import WIDTH, DraftPanel
from integration_console.ui.tabs.connectors.model import CheckProgress
from integration_console.ui.widgets import Dialog, SecondaryButton

_PAUSE_MS = 700
_HIGH_ENOUGH = 520

_NAME = Field(
    name="name",
    kind=FieldKind.TEXT,
    label=QT_TRANSLATE_NOOP("Forms", "Name"),
    help=QT_TRANSLATE_NOOP("Forms", "What it is called in lists and in the log."),
    required=True,
)


class ConnectorDialog(Dialog):
    """Made from the form of the type. An edited connector shows its values; its secrets stay unless typed anew.

    It can be tested before it is saved; where the type can, its first records are shown beside the form.
    """

    test_requested = Signal()
    preview_requested = Signal()

    def __init__(self, kind: ConnectorType, parent: QWidget, connector: Connector | None = None) -> None:
        super().__init__(parent, width=540)
        self._kind = kind
        self._connector = connector
        values = {**connector.config, "name": connector.name} if connector else {}
        stored = connector.secrets if connector else frozenset()
        self.form = FormView(Form((_NAME, *kind.form.fields)), values, stored)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.test = SecondaryButton("plug-zap")
        self.test.clicked.connect(self.test_requested)
        self.footer.insertWidget(0, self.test)
        self.panel = DraftPanel(previews=kind.previews)
        self.panel.hide()
        self._is_wide = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.preview_requested)
        self.retranslate()
        if kind.previews:
            self._show_panel()
            self.panel.preview.requested.connect(self.preview_requested)
            self.form.changed.connect(self._timer.start)
        self.form.focus_first()

    def show_progress(self, progress: CheckProgress) -> None:
        """Shows how far the test has come; the buttons wait for its end."""
        self._show_panel()
        self.panel.show_progress(progress)
        self.test.show_busy(progress.running)
        self.resize(self.width(), max(self.height(), _HIGH_ENOUGH))

    def fit(self) -> None:
        """As high as the form wants; what stands beside it needs some height, too."""
        super().fit()
        if self._is_wide:
            self.resize(self.width(), max(self.height(), _HIGH_ENOUGH))

    def draft(self) -> ConnectorDraft:
        """What was filled in."""
        values = self.form.values()
        name = str(values.pop("name", ""))
        return ConnectorDraft(self._kind.key, name, values, self._connector.id if self._connector else "")

    def show_error(self, error: ConsoleError) -> None:
        """Says at the fields what is wrong with them, and everything else above the form."""
        self.show_busy(False)
        if isinstance(error, InvalidInput) and error.problems:
            self.form.show_problems(error.problems)
        elif isinstance(error, NameTaken):
            self.form.show_error("name", error)
        else:
            super().show_error(error)

    def retranslate(self) -> None:
        title = QCoreApplication.translate("ConnectorTypes", self._kind.title)
        if self._connector is None:
            description = QCoreApplication.translate("ConnectorTypes", self._kind.description)
            self.show_title(filled("ConnectorDialog", _ADD, {"type": title}), description)
            self.primary.setText(self.tr("Add connector"))
        else:
            self.show_title(filled("ConnectorDialog", _EDIT, {"name": self._connector.name}), title)
            self.primary.setText(self.tr("Save"))
        self.secondary.setText(self.tr("Cancel"))
        self.test.setText(self.tr("Test"))
        self.test.setToolTip(self.tr("Tries what is filled in; nothing is saved."))

    def _show_panel(self) -> None:
        if not self._is_wide:
            self._is_wide = True
            self.show_beside(self.panel, WIDTH)
            self.panel.show()


_ADD = QT_TRANSLATE_NOOP("ConnectorDialog", "Add {type} connector")
_EDIT = QT_TRANSLATE_NOOP("ConnectorDialog", "Edit “{name}”")
