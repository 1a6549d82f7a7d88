"""Members, their passwords, and where they are signed in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from integration_console.storage.columns import Id, Moment

revision = "0004"
down_revision = "0002"

_TENANT_TABLES = ("member_passwords", "refresh_tokens", "tenant_members")


def upgrade() -> None:
    """Make the tables and their guards; the holder of a file becomes its first owner when the file is opened."""
    _members()
    _passwords()
    _refresh_tokens()
    if op.get_bind().dialect.name == "sqlite":
        for table in _TENANT_TABLES:
            _refuse_foreign_rows(table)


def _refuse_foreign_rows(table: str) -> None:
    for verb in ("INSERT", "UPDATE OF tenant_id"):
        op.execute(
            f"CREATE TRIGGER {table}_{verb.split()[0].lower()}_tenant BEFORE {verb} ON {table} "
            "WHEN NEW.tenant_id IS NOT (SELECT tenant_id FROM tenants) "
            "BEGIN SELECT RAISE(ABORT, 'a row of another organisation'); END"
        )


def _members() -> None:
    op.create_table(
        "tenant_members",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("login", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=120), nullable=False),
        sa.Column("status", sa.String(length=120), nullable=False),
        sa.Column("generation", sa.BigInteger(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_tenant_members")),
    )
    active = sa.text("status = 'active'")
    op.create_index(
        "ux_tenant_members_login",
        "tenant_members",
        ["tenant_id", "login"],
        unique=True,
        sqlite_where=active,
        postgresql_where=active,
    )


def _passwords() -> None:
    op.create_table(
        "member_passwords",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("member_id", Id(), nullable=False),
        sa.Column("verifier", sa.Text(), nullable=False),
        sa.Column("one_time", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", Moment(), nullable=True),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.Column("signed_in_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "member_id", name=op.f("pk_member_passwords")),
    )


def _refresh_tokens() -> None:
    op.create_table(
        "refresh_tokens",
        sa.Column("tenant_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("member_id", Id(), nullable=False),
        sa.Column("family_id", Id(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("issued_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("used_at", Moment(), nullable=True),
        sa.Column("revoked_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_refresh_tokens")),
    )
    for columns, unique in ((["hash"], True), (["member_id"], False), (["family_id"], False)):
        named = ["tenant_id", *columns]
        op.create_index(op.f(f"ix_refresh_tokens_{'_'.join(named)}"), "refresh_tokens", named, unique=unique)
