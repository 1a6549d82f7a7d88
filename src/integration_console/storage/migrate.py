"""Brings a workspace file to the newest shape, and says so when it is damaged or too new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect

from integration_console.domain.errors import WorkspaceDamaged, WorkspaceTooNew
from integration_console.storage.before_upgrade import keep_as_it_was
from integration_console.storage.engines import reading_engine
from integration_console.storage.faults import translated

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Engine

NEWEST = "0014"


def migrate(engine: Engine, path: str) -> tuple[str, str]:
    """Apply every missing step; return the revisions before ("" for a new file) and after.

    A file that holds something is kept as it was, beside it; steps that fail leave the file as it was, too.

    Raises `WorkspaceTooNew` when the file was made by a newer version, `WorkspaceDamaged` when it is not ours.
    """
    before = _revision(engine)
    if not before and _has_tables(engine):
        raise WorkspaceDamaged(path=path)
    if before == NEWEST:
        return before, before
    if before > NEWEST:
        raise WorkspaceTooNew(path=path)
    if before:
        keep_as_it_was(engine, path, before)
    upgrade(engine)
    return before, NEWEST


def revision_of(path: Path) -> str:
    """Return the revision of a workspace file ("": there is none yet). Raises `WorkspaceDamaged`."""
    if not path.exists() or path.stat().st_size == 0:
        return ""
    engine = reading_engine(path, size=1)
    try:
        with translated(str(path)):
            return _revision(engine)
    finally:
        engine.dispose()


def _revision(engine: Engine) -> str:
    with engine.begin() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")


def _has_tables(engine: Engine) -> bool:
    with engine.begin() as connection:
        return bool(inspect(connection).get_table_names())


def upgrade(engine: Engine) -> None:
    """Apply every missing step to a file that is ours."""
    from alembic import command  # noqa: PLC0415 - 80 ms that an up-to-date file need not pay

    with engine.begin() as connection:
        config = alembic_configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def alembic_configuration() -> Config:
    """Return where Alembic finds the steps."""
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config
