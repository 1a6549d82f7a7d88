"""Keeps the map of the folders in README.md equal to what the packages say of themselves.

Usage: folder_map.py --write | --check
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
_FENCE = re.compile(r"(?<=```text folder-map\n).*?(?=```)", re.DOTALL)


def packages_of(source: Path) -> dict[str, str]:
    """Each package's folder below the root package (with a closing slash) and the first line of its docstring."""
    lines = {}
    for init in sorted(source.rglob("__init__.py"), key=lambda path: path.parent.parts):
        folder = init.parent.relative_to(source).as_posix()
        docstring = ast.get_docstring(ast.parse(init.read_text("utf-8"))) or ""
        if folder != ".":
            lines[f"{folder}/"] = docstring.partition("\n")[0]
    return lines


def drawn(packages: dict[str, str]) -> str:
    width = max(map(len, packages), default=0)
    return "".join(f"{folder:<{width}}  {line}\n" for folder, line in packages.items())


def read_map(readme: str) -> dict[str, str]:
    """The map as the README shows it."""
    fence = _FENCE.search(readme)
    rows = fence.group().splitlines() if fence else []
    return {folder: line.strip() for folder, _, line in (row.partition("  ") for row in rows)}


def main(arguments: list[str]) -> int:
    readme = TOP / "README.md"
    text = readme.read_text("utf-8")
    packages = packages_of(TOP / "src" / "integration_console")
    if arguments == ["--write"]:
        readme.write_text(_FENCE.sub(lambda _: drawn(packages), text), "utf-8")
        return 0
    if read_map(text) != packages:
        print("The map in README.md does not tell the truth any more: run `make map`.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
