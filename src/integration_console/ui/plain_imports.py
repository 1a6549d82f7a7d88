"""To be imported first of all that knows Qt: what comes after it is imported as Python does by itself.

PySide looks into the source of every module that is imported once it is there, for its switch of naming styles
(`from __feature__ import snake_case`). Nobody here throws that switch, and the looking is a twelfth of our start.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - puts its own import into the place of Python's

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
