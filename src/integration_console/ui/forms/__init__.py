"""Forms shown from the description that a connector type gives of itself."""

from __future__ import annotations

from integration_console.ui.forms.form_view import FormView

__all__ = ["FormView"]
