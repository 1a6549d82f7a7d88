"""Makes `logs-ROWS.icase`, a case file of what the bench's generator wrote (ROWS is the argument; see README.md)."""

from __future__ import annotations

import os
import sys

from benchmarks.log_peers.places import case_of, data

rows = int(sys.argv[1])
os.environ["LOG_BENCH_ROWS"] = str(rows)

from benchmarks.bench_case_file import made  # noqa: E402 - which reads the number of rows

seconds = made(data(), case_of(rows))
print(f"{rows:,} rows written in {seconds:.0f} s ({seconds * 1e6 / rows:.0f} µs each)")
