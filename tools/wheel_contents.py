"""Puts what lies outside `src` into the wheel: the resources and the translations that `make translations` built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelContents(BuildHookInterface):  # type: ignore[type-arg,misc,unused-ignore]
    """Maps `resources/` and `build/translations/*.qm` into the package; a checkout reads them where they are."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sources = sorted((root / "translations").glob("*.ts"))
        built = sorted((root / "build" / "translations").glob("*.qm"))
        if missing := {source.stem for source in sources} - {file.stem for file in built}:
            raise FileNotFoundError(f"translations not built ({', '.join(sorted(missing))}): run `make translations`")
        mapped = build_data.setdefault("force_include", {})
        if (root / "resources").is_dir():
            mapped[str(root / "resources")] = "integration_console/resources"
        for file in built:
            mapped[str(file)] = f"integration_console/translations/{file.name}"
