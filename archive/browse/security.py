"""What a browser may do with a page (Content Security Policy, https://www.w3.org/TR/CSP3/).

The site's own pages run only scripts and styles that come with this package as files. Datasette's
pages have scripts within their HTML: those that stand in its templates, and no others, carry
a number that is new for each answer.
"""

from __future__ import annotations

import re
import secrets
from base64 import b64encode
from collections.abc import Awaitable, Callable, MutableMapping
from contextvars import ContextVar
from hashlib import sha256
from typing import Any

from jinja2 import Environment
from jinja2.ext import Extension

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The policy of the site's own pages."""

# 1.0 has one script in an attribute: the button that chooses columns on a phone.
_HANDLER = b64encode(sha256(b"openColumnChooser()").digest()).decode()
_DATASETTE = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'unsafe-hashes'"
    f" 'sha256-{_HANDLER}'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
_POLICY = b"content-security-policy"
_ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)

_nonce: ContextVar[str] = ContextVar("nonce", default="")


class MarkedScripts(Extension):
    """Gives each script that stands in a template's source the answer's number."""

    def __init__(self, environment: Environment) -> None:
        """Make the number known to the templates."""
        super().__init__(environment)
        environment.globals["script_nonce"] = _nonce.get

    def preprocess(
        self,
        source: str,
        name: str | None,  # noqa: ARG002 - as jinja calls it
        filename: str | None = None,  # noqa: ARG002 - likewise
    ) -> str:
        """The source with the number in each script's tag."""
        return re.sub(r"<script(?=[\s>])", '<script nonce="{{ script_nonce() }}"', source)


def guarded(application: Application) -> Application:
    """The application, each of whose answers says what a browser may do with it."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        _nonce.set(nonce)

        async def guarded_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", ()))
                if not any(name.lower() == _POLICY for name, _ in headers):
                    headers.append((_POLICY, _DATASETTE.format(nonce=nonce).encode()))
                kept = [header for header in headers if header[0].lower() not in dict(_ALWAYS)]
                message = {**message, "headers": [*kept, *_ALWAYS]}
            await send(message)

        await application(scope, receive, guarded_send)

    return answer
