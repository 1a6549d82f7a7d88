"""What the Odoo connector asks for, and what it says of answers that cannot be right."""

from __future__ import annotations

import pytest

from integration_console.connectors.odoo import OdooConnectorType
from integration_console.connectors.odoo.settings import OdooSettings
from integration_console.domain.forms import Value

KIND = OdooConnectorType()
GOOD: dict[str, Value] = {"base_url": "https://company.odoo.com", "secret": "4711"}


def problems(**values: Value) -> dict[str, str]:
    return {each.field: each.sentence for each in KIND.problems({**GOOD, **values})}


def settings(**values: Value) -> OdooSettings:
    return OdooSettings.read(KIND.description.form.with_defaults({**GOOD, **values}))


def test_address_and_secret_are_enough() -> None:
    assert problems() == {}


def test_the_type_says_that_it_syncs() -> None:
    assert (KIND.description.key, KIND.description.syncs, KIND.description.actions) == ("odoo", True, ())


def test_a_sandbox_s_address_is_proposed_with_its_network() -> None:
    form = OdooConnectorType(base_url="http://127.0.0.1:8069").description.form
    filled = form.with_defaults({})
    assert (filled["base_url"], filled["private_network"]) == ("http://127.0.0.1:8069", True)
    assert "base_url" not in KIND.description.form.with_defaults({})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"language": "Arabic"}, {"language": "Enter a language as Odoo writes it, such as ar_001 or en_US."}),
        ({"secret": "two words"}, {"secret": "An API key holds only letters and digits: copy it again."}),
        ({"secret": "مفتاح"}, {"secret": "An API key holds only letters and digits: copy it again."}),
        ({"overlap_seconds": 120}, {"overlap_seconds": "Enter a number between 121 and 86400."}),
        ({"page_size": 5_000}, {"page_size": "Enter a number between 1 and 1000."}),
        (
            {"job_title_mapping": "job..name"},
            {"job_title_mapping": "This is not a JMESPath expression: look at character 5."},
        ),
    ],
)
def test_what_cannot_be_right_is_named(values: dict[str, Value], expected: dict[str, str]) -> None:
    assert problems(**values) == expected


def test_a_password_may_be_any_text() -> None:
    assert problems(method="password", secret="two wörds") == {}


@pytest.mark.parametrize("language", ["ar", "ar_001", "en_US", "sr@latin", "es_419", "fil_PH"])
def test_languages_as_odoo_writes_them_are_taken(language: str) -> None:
    assert problems(language=language) == {}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("https://company.odoo.com/", "https://company.odoo.com"),
        ("https://company.odoo.com/odoo/employees/5", "https://company.odoo.com"),
        ("https://company.odoo.com/web#id=5&model=hr.employee", "https://company.odoo.com"),
        ("https://intranet.example:8443/erp/", "https://intranet.example:8443/erp"),
        ("https://intranet.example/erp/web/login?redirect=x", "https://intranet.example/erp"),
        ("https://user:word@company.example", "https://company.example"),
        ("https://webshop.example/website", "https://webshop.example/website"),
    ],
)
def test_the_address_is_that_of_the_server(typed: str, read: str) -> None:
    assert settings(base_url=typed).base_url == read


def test_no_secret_shows_in_the_settings() -> None:
    read = settings(secret="k3y-4711-verysecret")
    assert "k3y-4711-verysecret" not in repr(read)
    assert len(read.account) == 16
