"""What a file is called where it comes from. Pure."""

from __future__ import annotations

from email.message import Message

from crawler.files import hosts


def name_of(disposition: str | None, url: str, label: str) -> str:
    """The name that its server gives it, else that in its address, else the post's label.

    `disposition` is the header Content-Disposition (RFC 6266), if there is one.
    """
    return _told(disposition) or hosts.file_name(url) or label


def _told(disposition: str | None) -> str:
    if not disposition:
        return ""
    message = Message()
    message["Content-Disposition"] = " ".join(disposition[:2000].split())
    try:
        told = message.get_filename() or ""
    except (ValueError, LookupError):
        return ""
    return told.replace("\\", "/").rpartition("/")[2].strip()
