"""The least that a FastAPI application can do with a list: what the API's own lists are compared with."""

from __future__ import annotations

import json
import os
from typing import Any

from fastapi import FastAPI

application = FastAPI(openapi_url=None)
_ROWS = json.loads(os.environ.get("BARE_ROWS", "[]"))


@application.get("/list", response_model=None)
def rows() -> list[dict[str, Any]]:
    """Return what the environment brought along."""
    found: list[dict[str, Any]] = _ROWS
    return found
