"""What Alembic runs: the steps that are missing, on the connection that the store hands over."""

from __future__ import annotations

from alembic import context

from integration_console.storage.catalogue import METADATA

if context.is_offline_mode():
    context.configure(dialect_name="postgresql", target_metadata=METADATA)
else:
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=METADATA,
        render_as_batch=True,
        transaction_per_migration=False,
    )
context.run_migrations()
