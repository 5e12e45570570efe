"""Alerts reach a real mail server and a real webhook, or it is told that they do not."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from archive.errors import UsageError
from archive.health import Alarm
from crawler import alerts

ALARMS = (
    Alarm("listed", "kota", "Crawl 7 found no post in the lists of kota."),
    Alarm("recent", None, "The last crawl ended 18 days ago\x1b[31m."),
)


class Mailbox:
    """What an SMTP server took, as aiosmtpd hands it over."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []

    async def handle_DATA(  # noqa: N802 - the name that aiosmtpd calls
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        self.taken.append(envelope)
        return "250 OK"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def mail_server(**options: object) -> Iterator[tuple[Mailbox, int]]:
    """A mailbox and the port of the server that fills it."""
    mailbox = Mailbox()
    controller = Controller(mailbox, hostname="127.0.0.1", port=free_port(), **options)
    controller.start()
    try:
        yield mailbox, controller.port
    finally:
        controller.stop()


@contextmanager
def webhook(status: int = 204) -> Iterator[tuple[list[dict[str, object]], str]]:
    """What was posted to a webhook, and its address."""
    posted: list[dict[str, object]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            posted.append({"type": self.headers["Content-Type"], **json.loads(body)})
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield posted, f"http://127.0.0.1:{server.server_address[1]}/hooks/secret"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def send(**environment: str) -> list[str]:
    return alerts.send(ALARMS, alerts.destinations(environment), archive="data")


def test_mail_tells_every_alarm_and_where_to_look() -> None:
    with mail_server() as (mailbox, port):
        told = send(
            RESILIENCE_ALERT_MAIL="arsip@kota.example",
            RESILIENCE_ALERT_SENDER="crawler@kota.example",
            RESILIENCE_SMTP=f"smtp://127.0.0.1:{port}",
        )
    assert told == []
    (envelope,) = mailbox.taken
    assert envelope.rcpt_tos == ["arsip@kota.example"]
    assert isinstance(envelope.content, bytes)
    message = message_from_bytes(envelope.content, policy=policy.default)
    assert message["From"] == "crawler@kota.example"
    assert message["Subject"] == "resilience-archive: 2 alarms on kota, archive"
    text = message.get_content()
    assert "kota (listed): Crawl 7 found no post" in text
    assert "resilience status --archive data" in text
    assert "\x1b" not in text


def test_mail_server_gets_user_and_password_where_they_are_given() -> None:
    given = []

    def check(*arguments: object) -> AuthResult:
        login = arguments[-1]
        assert isinstance(login, LoginPassword)
        given.append((login.login, login.password))
        return AuthResult(success=True)

    with mail_server(authenticator=check, auth_require_tls=False) as (mailbox, port):
        told = send(
            RESILIENCE_ALERT_MAIL="arsip@kota.example",
            RESILIENCE_SMTP=f"smtp://petugas:r%40hasia@127.0.0.1:{port}",
        )
    assert told == []
    assert given == [(b"petugas", b"r@hasia")]
    assert len(mailbox.taken) == 1


def test_webhook_gets_the_alarms_as_json() -> None:
    with webhook() as (posted, url):
        assert send(RESILIENCE_ALERT_WEBHOOK=url) == []
    (body,) = posted
    assert body["type"] == "application/json"
    assert "2 alarms on kota" in str(body["text"])
    assert body["archive"] == "data"
    told = body["alarms"]
    assert isinstance(told, list)
    assert told[0] == {"check": "listed", "site": "kota", "message": ALARMS[0].message}


def test_alert_that_cannot_be_sent_is_told_without_its_secrets_and_stops_no_other() -> None:
    port = free_port()
    with webhook(500) as (_, url), mail_server() as (mailbox, smtp_port):
        (broken_hook,) = send(
            RESILIENCE_ALERT_WEBHOOK=url,
            RESILIENCE_ALERT_MAIL="arsip@kota.example",
            RESILIENCE_SMTP=f"smtp://127.0.0.1:{smtp_port}",
        )
    assert len(mailbox.taken) == 1
    assert "it answered 500" in broken_hook
    assert "secret" not in broken_hook
    (broken_mail,) = send(
        RESILIENCE_ALERT_MAIL="arsip@kota.example",
        RESILIENCE_SMTP=f"smtp://petugas:rahasia@127.0.0.1:{port}",
    )
    assert f"arsip@kota.example by 127.0.0.1:{port}" in broken_mail
    assert "rahasia" not in broken_mail


def test_nothing_is_sent_where_nobody_asked() -> None:
    assert send() == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RESILIENCE_ALERT_WEBHOOK", "file:///etc/passwd"),
        ("RESILIENCE_SMTP", "mail.kota.example"),
        ("RESILIENCE_SMTP", "smtp://mail.kota.example:port"),
    ],
)
def test_destination_that_is_none_is_wrong_usage(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=name):
        alerts.destinations({name: value})
