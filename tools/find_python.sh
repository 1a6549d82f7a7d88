#!/bin/sh
# Prints the first Python of 3.11 or newer that really runs (a name on the PATH may be an empty shim).
for name in "${PYTHON:-python3}" python3 python3.13 python3.12 python3.11 python3.14; do
    if command -v "$name" >/dev/null 2>&1 &&
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        "$name" -c 'import sys; print(sys.executable)'
        exit 0
    fi
done
echo "Python 3.11 or newer is needed and none was found. On Debian or Ubuntu: apt-get install python3 python3-venv" >&2
exit 1
