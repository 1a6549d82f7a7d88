"""What a key may do, chosen one by one; what the chooser may not do themselves cannot be ticked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from integration_console.domain.api_keys import SCOPED
from integration_console.domain.errors import ApiKeyBeyondRights
from integration_console.domain.permissions import KEY_PERMISSIONS, Grant
from integration_console.ui.language import Translated, error_title, user_text
from integration_console.ui.tabs.api_keys.permission_words import permission_name
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Label

_COLUMNS = 2
_AS_IT_IS = "-"


class PermissionPicker(Translated, QWidget):
    """Boxes for all permissions, and for those that can be given for one connector, which one."""

    changed = Signal()

    def __init__(self, allowed: frozenset[str], connectors: Mapping[str, str], grants: Sequence[Grant] = ()) -> None:
        super().__init__()
        self._allowed, self._connectors, self._grants = allowed, connectors, tuple(grants)
        self._heading, self._scope_name = Label("field"), Label("field")
        self._problem = Label("error", wrap=True)
        self._problem.hide()
        self.boxes = {each: QCheckBox() for each in KEY_PERMISSIONS}
        self.scope = QComboBox()
        self._scope_line = QWidget()
        granted = {each.permission for each in grants}
        for permission, box in self.boxes.items():
            box.setChecked(permission in granted)
            box.setEnabled(permission in allowed or permission in granted)
            box.toggled.connect(lambda _on: self._note_change())
        self._lay_out()
        self.retranslate()
        self.scope.setCurrentIndex(max(self.scope.findData(self._present_scope()), 0))
        self._note_change()

    def grants(self) -> str:
        """What is chosen, as the form of a key takes it: one permission a line."""
        chosen = [name for name, box in self.boxes.items() if box.isChecked()]
        return "\n".join(line for name in chosen for line in self._lines(name))

    def show_problem(self, sentence: str) -> None:
        """Says what is wrong with the choice, or that nothing is."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Permissions"))
        for permission, box in self.boxes.items():
            box.setText(permission_name(permission))
            refused = "" if box.isEnabled() else error_title(ApiKeyBeyondRights(permission=permission_name(permission)))
            box.setToolTip(refused)
        self._scope_name.setText(self.tr("Messages and syncs"))
        self.scope.setAccessibleName(self._scope_name.text())
        self._fill_scope()

    def _lines(self, permission: str) -> list[str]:
        scope = str(self.scope.currentData() or "")
        if permission not in SCOPED or not scope:
            return [permission]
        if scope == _AS_IT_IS:
            kept = [str(each) for each in self._grants if each.permission == permission]
            return kept or [permission]
        return [f"{permission}:{scope}"]

    def _present_scope(self) -> str:
        """The one connector that the key is for now; "" for all, `_AS_IT_IS` where the boxes cannot say it."""
        scopes = {each.scope for each in self._grants if each.permission in SCOPED}
        if len(scopes) > 1 or not scopes <= {"", *self._connectors}:
            return _AS_IT_IS
        return next(iter(scopes), "")

    def _fill_scope(self) -> None:
        chosen = self.scope.currentData()
        self.scope.clear()
        self.scope.addItem(self.tr("For all connectors"), "")
        if self._present_scope() == _AS_IT_IS:
            self.scope.addItem(self.tr("For the same connectors as now"), _AS_IT_IS)
        for connector_id, name in self._connectors.items():
            self.scope.addItem(self.tr("Only for {name}").format(name=user_text(name)), connector_id)
        self.scope.setCurrentIndex(max(self.scope.findData(chosen), 0))

    def _note_change(self) -> None:
        self._scope_line.setVisible(any(self.boxes[each].isChecked() for each in SCOPED))
        self.show_problem("")
        self.changed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        rows = -(-len(self.boxes) // _COLUMNS)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place % rows, place // rows)
        line = QVBoxLayout(self._scope_line)
        line.setContentsMargins(0, Space.XS, 0, 0)
        line.setSpacing(Space.XS)
        line.addWidget(self._scope_name)
        line.addWidget(self.scope)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._heading)
        column.addLayout(grid)
        column.addWidget(self._problem)
        column.addWidget(self._scope_line)
