"""A process that posts signed deliveries, lightly: `python -m benchmarks.senders URL SECRET COUNT`.

Requests are made beforehand and sent over eight connections in turn, so that the sender takes little of the machine
from the program that is measured (real senders have machines of their own).
"""

from __future__ import annotations

import socket
import sys
import time
from urllib.parse import urlsplit

from benchmarks.payloads import Delivery, distinct_deliveries

_CONNECTIONS = 8


def main() -> int:
    """Post COUNT distinct deliveries; print how many were answered 202, and in how many seconds."""
    parts, secret, count = urlsplit(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    requests = [_request(parts.path, each, secret, number) for number, each in enumerate(distinct_deliveries(count))]
    connections = [socket.create_connection((parts.hostname, parts.port)) for _ in range(_CONNECTIONS)]
    print("ready", flush=True)
    sys.stdin.readline()
    began = time.monotonic()
    accepted = 0
    for first in range(0, count, _CONNECTIONS):
        busy = list(zip(connections, requests[first : first + _CONNECTIONS], strict=False))
        for connection, request in busy:
            connection.sendall(request)
        accepted += sum(_answer(connection).startswith(b"HTTP/1.1 202") for connection, _ in busy)
    print(accepted, time.monotonic() - began, flush=True)
    for connection in connections:
        connection.close()
    return 0


def _answer(connection: socket.socket) -> bytes:
    """Return one whole answer; its body is one JSON object."""
    answer = b""
    while not answer.endswith(b"}"):
        part = connection.recv(65536)
        if not part:
            break
        answer += part
    return answer


def _request(path: str, delivery: Delivery, secret: str, number: int) -> bytes:
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"X-GitHub-Event: {delivery.event_type}\r\nX-GitHub-Delivery: {time.time_ns()}-{number}\r\n"
        f"X-Hub-Signature-256: {delivery.signature(secret)}\r\nContent-Length: {len(delivery.body)}\r\n\r\n"
    )
    return head.encode() + delivery.body


if __name__ == "__main__":
    sys.exit(main())
