"""Google's own words of refusal, as the sandbox answers with them."""

from __future__ import annotations

from integration_console.sandbox.web import Reply, json_reply


class GoogleRefused(Exception):
    """The sandbox refuses as one of Google's APIs does."""

    def __init__(self, status: int, reason: str, message: str, location: str = "") -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.message = message
        self.location = location

    def reply(self, **headers: str) -> Reply:
        """Return the answer in Google's shape."""
        place = {"locationType": "parameter", "location": self.location} if self.location else {}
        named = {"domain": "global", "reason": self.reason, "message": self.message, **place}
        body = {"error": {"code": self.status, "message": self.message, "errors": [named]}}
        return json_reply(body, self.status, **headers)


class TokenRefused(Exception):
    """The sandbox's token endpoint refuses (RFC 6749 5.2)."""

    def __init__(self, error: str, description: str, status: int = 400) -> None:
        super().__init__(error)
        self.reply = json_reply({"error": error, "error_description": description}, status)


def invalid_place(location: str) -> GoogleRefused:
    """Return the refusal of a page token."""
    return GoogleRefused(400, "invalid", "Invalid Value", location)


def not_found(what: str, location: str = "") -> GoogleRefused:
    """Return the refusal of something that is not there, or not shared."""
    return GoogleRefused(404, "notFound", f"{what} not found.", location)


def rate_limited() -> GoogleRefused:
    """Return the refusal that asks for a pause without saying how long."""
    return GoogleRefused(403, "rateLimitExceeded", "Rate Limit Exceeded")


def invalid_credentials() -> GoogleRefused:
    """Return the refusal of an access token."""
    return GoogleRefused(401, "authError", "Invalid Credentials", "Authorization")


def insufficient_scopes() -> GoogleRefused:
    """Return the refusal of a token without the right scope."""
    return GoogleRefused(403, "insufficientPermissions", "Insufficient Permission")
