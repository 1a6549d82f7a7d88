"""Run under a real keyring: protects a new workspace by it, opens it again, and says whether it was unlocked."""

from __future__ import annotations

import sys
from pathlib import Path

from integration_console.domain.clock import SystemClock
from integration_console.domain.workspace import HolderKind
from integration_console.gateways.opening import Opening, open_workspace


def main() -> None:
    folder = Path(sys.argv[1])
    opening = Opening(folder / "acme.db", "test", "amina", SystemClock(), folder / "keys", HolderKind.KEYRING)
    made = open_workspace(opening)
    made.context.vault.create("amina", SystemClock().now())
    sealed = made.context.vault.seal("a secret", "table", made.store.tenant_id, "name")[1]
    made.close()
    again = open_workspace(opening)
    vault = again.context.vault
    holders = sorted(each.kind.value for each in vault.holders())
    secret = vault.open(sealed, "table", again.store.tenant_id, "name")
    sys.stdout.write(" ".join([str(vault.unlocked), secret, *holders]) + "\n")
    again.close()


if __name__ == "__main__":
    main()
