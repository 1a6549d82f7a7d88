"""The rules of the REST API connector's form that its fields cannot say by themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from integration_console.connectors.api.form import EXPRESSIONS, PAGE_EXPRESSIONS
from integration_console.connectors.mapping import mapping_problem
from integration_console.connectors.rest import form_parts as parts
from integration_console.connectors.rest.description import Place
from integration_console.domain.errors import FieldProblem
from integration_console.domain.forms import Form, Value, is_one_line
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

_TOGETHER = QT_TRANSLATE_NOOP("Forms", "Changes need both: when a record changed, and the parameter to ask for them.")
_EXAMPLES = {"headers": '{"X-Tenant": "acme"}', "query": '{"status": "open"}', "body": '{"filter": {}}'}


def own_problems(form: Form, values: Mapping[str, Value]) -> Iterator[FieldProblem]:
    """Yield what the form alone cannot see: paths, expressions, objects and credentials that cannot be such."""
    filled = form.with_defaults(values)
    counting = {each.name: filled.get(each.name) for each in form.visible(values)}
    texts = {name: value.strip() for name, value in counting.items() if isinstance(value, str)}
    yield from (each for each in _address_problems(texts) if each is not None)
    yield from parts.expression_problems(texts, (*EXPRESSIONS, *PAGE_EXPRESSIONS))
    yield from (each for each in _credential_problems(texts) if each is not None)
    yield from _object_problems(counting)
    if bool(texts.get("changes_path")) != bool(texts.get("changes_parameter")):
        yield FieldProblem("changes_parameter" if texts.get("changes_path") else "changes_path", _TOGETHER)


def _address_problems(texts: Mapping[str, str]) -> Iterator[FieldProblem | None]:
    yield parts.base_address_problem("base_url", texts.get("base_url", ""))
    yield parts.path_problem("path", texts.get("path", ""))


def _credential_problems(texts: Mapping[str, str]) -> Iterator[FieldProblem | None]:
    for name in ("api_key", "token", "key_prefix"):
        if texts.get(name):
            yield parts.credential_problem(name, texts[name])
    if "key_name" in texts and texts.get("key_place") == Place.HEADER:
        yield parts.header_problem("key_name", texts["key_name"])


def _object_problems(counting: Mapping[str, Value]) -> Iterator[FieldProblem]:
    if "body" in counting and parts.object_of(counting["body"]) is None:
        yield _not_object("body")
    if parts.texts_of(counting.get("query")) is None:
        yield _not_object("query")
    yield from _header_problems(counting.get("headers"))
    yield from _content_problems(counting.get("content"))


def _header_problems(value: Value) -> Iterator[FieldProblem]:
    headers = parts.texts_of(value)
    if headers is None:
        yield _not_object("headers")
        return
    for name, text in headers.items():
        if parts.header_problem("headers", name) or not (text.isascii() and is_one_line(text)):
            yield FieldProblem("headers", parts.NOT_HEADER)


def _content_problems(value: Value) -> Iterator[FieldProblem]:
    content = parts.object_of(value)
    if content is None or any(not isinstance(each, str) for each in content.values()):
        yield FieldProblem("content", parts.NOT_OBJECT, (("example", json.dumps({"email": "contact.email"})),))
        return
    for text in content.values():
        problem = mapping_problem("content", text)
        if problem is not None:
            yield problem


def _not_object(name: str) -> FieldProblem:
    return FieldProblem(name, parts.NOT_OBJECT, (("example", _EXAMPLES[name]),))
