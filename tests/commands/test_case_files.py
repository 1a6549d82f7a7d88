"""Case files from the command line: made, proved, described, searched."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import Service


def test_a_case_file_is_made_proved_described_and_searched(service: Service, tmp_path: Path) -> None:
    assert service("members", "add", "--name", "Sara", "--login", "sara", "--role", "admin").code == 0
    file = str(tmp_path / "acme.icase")
    made = service("case", "make", file, "--query", "Sara", "--note", "for support", "--json").json
    again = service("case", "make", file)
    assert (again.code, "is there already" in again.err) == (2, True)
    assert service("case", "make", file, "--query", "Sara", "--note", "for support", "--replace").code == 0
    assert (made["entries"], made["left_out"], made["note"]) == (1, 0, "for support")
    assert service("case", "verify", file, "--json").json["verdict"] == "verified"
    (tmp_path / "signers.json").unlink()
    proved = service("case", "verify", file, "--json").json
    assert (proved["verdict"], proved["fingerprint"]) == ("unverified", made["fingerprint"])
    assert "not known here" in service("case", "verify", file).out
    assert "Verified" in service("case", "verify", file, "--accept").out
    told = service("case", "info", file).out
    assert "for support" in told
    assert "verified" in told
    assert service("case", "info", file, "--json").json["verdict"] == "verified"
    found = service("--workspace", file, "logs", "search", "member", "--json")
    assert '"event_type":"member.added"' in found.out
    refused = service("--workspace", file, "members", "list", "--json")
    assert (refused.code, refused.error["code"]) == (1, "case.read_only")


def test_what_was_left_out_and_taken_out_is_told(service: Service, tmp_path: Path) -> None:
    assert service("members", "add", "--name", "s@x.example", "--login", "sara", "--role", "admin").code == 0
    out = service("case", "make", str(tmp_path / "a.icase")).out
    assert "Taken out: " in out
    assert "x email" in out


def test_a_tampered_file_fails_and_names_the_block(service: Service, tmp_path: Path) -> None:
    assert service("members", "list").code == 0
    path = tmp_path / "acme.icase"
    assert service("case", "make", str(path)).code == 0
    whole = bytearray(path.read_bytes())
    whole[-10] ^= 1
    path.write_bytes(whole)
    proved = service("case", "verify", str(path), "--json")
    assert (proved.code, proved.json["verdict"], proved.json["block"]) == (1, "tampered", "seal")
    assert "Tampered with (block seal)" in service("case", "verify", str(path)).out


def test_what_is_no_case_file_is_refused_and_a_case_file_is_no_workspace(service: Service, tmp_path: Path) -> None:
    (tmp_path / "odd.icase").write_bytes(b"odd" * 999)
    odd = service("case", "verify", str(tmp_path / "odd.icase"), "--json")
    assert (odd.code, odd.error["code"]) == (1, "case.malformed")
    missing = service("case", "info", str(tmp_path / "none.icase"), "--json")
    assert (missing.code, missing.error["code"]) == (1, "case.missing")
    empty = service("case", "make", str(tmp_path / "empty.icase"), "--query", "nothing-like-it", "--json")
    assert (empty.code, empty.error["code"]) == (1, "case.nothing")
    served = service("--workspace", str(tmp_path / "odd.icase"), "migrate", "--json")
    assert (served.code, served.error["code"]) == (1, "case.read_only")
    assert (tmp_path / "odd.icase").read_bytes() == b"odd" * 999
