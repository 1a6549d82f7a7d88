"""The five tones in which the window speaks, each with its icon, so that nothing is said by colour alone."""

from __future__ import annotations

from enum import StrEnum


class Tone(StrEnum):
    """How good or bad a thing is."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"

    @property
    def icon(self) -> str:
        """The icon of the tone."""
        return _ICONS[self]

    @property
    def color(self) -> str:
        """The theme role of its text and icon."""
        return "text-muted" if self is Tone.NEUTRAL else self.value

    @property
    def soft_color(self) -> str:
        """The theme role of the surface behind it."""
        return f"{self.value}-soft"


_ICONS = {
    Tone.NEUTRAL: "circle-dashed",
    Tone.INFO: "info",
    Tone.SUCCESS: "circle-check",
    Tone.WARNING: "triangle-alert",
    Tone.DANGER: "circle-x",
}
