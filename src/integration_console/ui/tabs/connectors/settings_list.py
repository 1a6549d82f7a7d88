"""The settings of a connector as they are kept: labels and values, secrets only by name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from integration_console.domain.connectors import Connector, ConnectorType
from integration_console.domain.forms import Field, FieldKind
from integration_console.ui.language import Translated, formats
from integration_console.ui.theme import Space
from integration_console.ui.widgets import ElidedLabel, Label


class SettingsList(Translated, QWidget):
    """Two columns: what was asked, and what was answered."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Connector, ConnectorType] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(1, 5)
        self._rows: list[tuple[Label, ElidedLabel]] = []

    def show_settings(self, connector: Connector, kind: ConnectorType | None) -> None:
        """Shows the settings that count; of a type that is not installed there are none to name."""
        self._shown = (connector, kind) if kind else None
        self.retranslate()

    @property
    def rows(self) -> list[tuple[str, str]]:
        """What is shown, label by label."""
        return [(label.text(), value.accessibleName()) for label, value in self._rows if not label.isHidden()]

    def retranslate(self) -> None:
        texts = self._texts()
        while len(self._rows) < len(texts):
            self._add_row()
        for number, (label, value) in enumerate(self._rows):
            label.setVisible(number < len(texts))
            value.setVisible(number < len(texts))
            if number < len(texts):
                label.setText(texts[number][0])
                value.show_text(texts[number][1])

    def _texts(self) -> list[tuple[str, str]]:
        if self._shown is None:
            return []
        connector, kind = self._shown
        fields = kind.form.visible(connector.config)
        found = [(QCoreApplication.translate("Forms", each.label), self._value(each, connector)) for each in fields]
        return [(label, value) for label, value in found if value]

    def _value(self, field: Field, connector: Connector) -> str:
        if field.secret:
            return self.tr("Stored, sealed") if field.name in connector.secrets else self.tr("Missing")
        value = connector.config.get(field.name)
        if isinstance(value, bool):
            return self.tr("Yes") if value else self.tr("No")
        if isinstance(value, int):
            return formats.number(value)
        if field.kind is FieldKind.CHOICE:
            chosen = next((each.label for each in field.choices if each.value == value), "")
            return QCoreApplication.translate("Forms", chosen) if chosen else ""
        return str(value) if isinstance(value, str) else ""

    def _add_row(self) -> None:
        label, value = Label("muted", wrap=True), ElidedLabel("plain")
        number = len(self._rows)
        self._grid.addWidget(label, number, 0)
        self._grid.addWidget(value, number, 1)
        self._rows.append((label, value))
