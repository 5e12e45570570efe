"""Alarms to people who do not watch the log: by mail, or to a webhook, as the environment says."""

from __future__ import annotations

import json
import smtplib
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from archive.errors import UsageError
from archive.health import Alarm
from archive.tabular import printable

WEBHOOK = "RESILIENCE_ALERT_WEBHOOK"
MAIL = "RESILIENCE_ALERT_MAIL"
SENDER = "RESILIENCE_ALERT_SENDER"
SMTP = "RESILIENCE_SMTP"

_LOCAL_SMTP = "smtp://localhost:25"
_TIMEOUT = 20
_PORTS = 65536
_SCHEMES = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}


@dataclass(frozen=True, slots=True)
class Destinations:
    """Where alarms go; None where not."""

    webhook: str | None
    mail: str | None
    sender: str
    smtp: str


def destinations(environment: Mapping[str, str]) -> Destinations:
    """The destinations that the environment names.

    Raises UsageError for a webhook that is no web address, or an SMTP server that is none.
    """
    mail = environment.get(MAIL) or None
    found = Destinations(
        webhook=environment.get(WEBHOOK) or None,
        mail=mail,
        sender=environment.get(SENDER) or mail or "",
        smtp=environment.get(SMTP) or _LOCAL_SMTP,
    )
    if found.webhook and urlsplit(found.webhook).scheme not in {"http", "https"}:
        raise UsageError(f"{WEBHOOK} is no web address; it begins with http:// or https://.")
    server = urlsplit(found.smtp)
    if server.scheme not in _SCHEMES or not server.hostname or not _has_port(server.netloc):
        raise UsageError(
            f"{SMTP} is no mail server. Write it as smtp://HOST:PORT,"
            " smtps://USER:PASSWORD@HOST or smtp+starttls://USER:PASSWORD@HOST."
        )
    return found


def _has_port(netloc: str) -> bool:
    """True where what follows the host's colon, if anything does, is a number."""
    port = netloc.rpartition("@")[2].rpartition("]")[2].partition(":")[2]
    return port == "" or (port.isdecimal() and int(port) < _PORTS)


def send(alarms: Sequence[Alarm], to: Destinations, *, archive: str) -> list[str]:
    """Send the alarms to every destination; sentences on those that could not be reached.

    Passwords and the webhook's path, which is often a secret, are in none of them.
    """
    failures = []
    if to.webhook:
        try:
            _post(to.webhook, alarms, archive)
        except (OSError, ValueError) as error:
            host = urlsplit(to.webhook).netloc.rpartition("@")[2]
            failures.append(f"The webhook at {host} could not be told of it: {_what(error)}.")
    if to.mail:
        try:
            _mail(to, alarms, archive)
        except (OSError, smtplib.SMTPException, ValueError) as error:
            host = urlsplit(to.smtp).netloc.rpartition("@")[2]
            failures.append(f"No mail could be sent to {to.mail} by {host}: {_what(error)}.")
    return failures


def text_of(alarms: Sequence[Alarm], archive: str) -> str:
    """The alarms as people read them, one a paragraph."""
    told = [f"{alarm.site or 'archive'} ({alarm.check}): {alarm.message}" for alarm in alarms]
    paragraphs = [*map(printable, told), f"More: resilience status --archive {archive}"]
    return "\n\n".join(paragraphs) + "\n"


def _subject(alarms: Sequence[Alarm]) -> str:
    sites = ", ".join(dict.fromkeys(alarm.site or "archive" for alarm in alarms))
    number = f"{len(alarms)} {'alarm' if len(alarms) == 1 else 'alarms'}"
    return printable(f"resilience-archive: {number} on {sites}")


def _post(url: str, alarms: Sequence[Alarm], archive: str) -> None:
    """POST the alarms as JSON; `text` is what chat services show."""
    told = {
        "text": f"{_subject(alarms)}\n\n{text_of(alarms, archive)}",
        "archive": archive,
        "alarms": [asdict(alarm) for alarm in alarms],
    }
    request = urllib.request.Request(  # noqa: S310 - http or https, checked above
        url,
        data=json.dumps(told, ensure_ascii=False).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=_TIMEOUT):  # noqa: S310 - as above
        pass


def _mail(to: Destinations, alarms: Sequence[Alarm], archive: str) -> None:
    message = EmailMessage()
    message["Subject"] = _subject(alarms)
    message["From"] = to.sender
    message["To"] = to.mail
    message.set_content(text_of(alarms, archive))
    server = urlsplit(to.smtp)
    host, port = server.hostname or "", server.port or _SCHEMES[server.scheme]
    context = ssl.create_default_context()
    with (
        smtplib.SMTP_SSL(host, port, timeout=_TIMEOUT, context=context)
        if server.scheme == "smtps"
        else smtplib.SMTP(host, port, timeout=_TIMEOUT)
    ) as connection:
        if server.scheme == "smtp+starttls":
            connection.starttls(context=context)
        if server.username:
            connection.login(unquote(server.username), unquote(server.password or ""))
        connection.send_message(message)


def _what(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"it answered {error.code}"
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    return " ".join(str(reason).split()).rstrip(".") or type(error).__name__
