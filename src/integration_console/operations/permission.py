"""Holds every operation against what its caller may do: `@needs("connectors.write")` says which permission it wants.

Only the outermost operation is held: what may be done may use whatever it needs inside.
"""

from __future__ import annotations

from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from integration_console.domain.permissions import ALL_RIGHTS, PERMISSIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.operations.context import Context

Operation = TypeVar("Operation", bound="Callable[..., Any]")
NEEDED: dict[str, str] = {}
"""The permission of each operation, by `module.name`."""


def needs(
    permission: str, scope: Callable[..., str] | None = None, *, keeps_rights: bool = False
) -> Callable[[Operation], Operation]:
    """Let an operation run only for callers with `permission`; it raises `PermissionDenied` for all others.

    `scope` is given the operation's arguments and returns the id of the thing that a narrower grant may name.
    `keeps_rights`: the operation itself looks at what its caller may do.
    """
    if permission not in PERMISSIONS:
        message = f"{permission} is no permission"
        raise ValueError(message)

    def held(operation: Operation) -> Operation:
        @wraps(operation)
        def permitted(context: Context, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever it returns
            if context.rights is not ALL_RIGHTS:
                context.rights.require(permission, scope(*args, **kwargs) if scope else "")
                context = context if keeps_rights else replace(context, rights=ALL_RIGHTS)
            return operation(context, *args, **kwargs)

        NEEDED[f"{operation.__module__.rpartition('.')[2]}.{operation.__name__}"] = permission
        return cast("Operation", permitted)

    return held
