"""What the documentation shows is true: its manifest is a good one, and its table names every field of the schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from integration_console.connectors.custom.manifest import read_manifest

PAGE = (Path(__file__).parents[3] / "docs" / "en" / "connect-rest-and-custom.md").read_text("utf-8")


def schema() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(
        files("integration_console.connectors.custom").joinpath("schema.json").read_text("utf-8")
    )
    return content


def names(part: Any) -> Iterator[str]:
    """Every name of a field in the schema."""
    if isinstance(part, dict):
        yield from part.get("properties", {})
        for each in part.values():
            yield from names(each)
    if isinstance(part, list):
        for each in part:
            yield from names(each)


def test_the_manifest_in_the_documentation_is_a_good_one() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    manifest = read_manifest(example, needs_key=True)
    assert (manifest.key, [each.key for each in manifest.source.streams]) == ("helpdesk", ["tickets", "agents"])


def test_the_documentation_names_every_field_and_every_icon() -> None:
    told = set(re.findall(r"[a-z_0-9-]+", " ".join(re.findall(r"`([^`]*)`", PAGE))))
    assert set(names(schema())) - told == set()
    assert set(schema()["properties"]["icon"]["enum"]) - told == set()
