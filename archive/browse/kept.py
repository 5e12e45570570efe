"""What the archive keeps as it was served, handed out so that no browser runs any of it."""

from __future__ import annotations

import mimetypes
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from datasette import Response
from datasette.utils.asgi import asgi_send_file
from sqlite_utils import Database

from archive import captures
from archive.browse import archives
from archive.warc import reading
from archive.warc.reading import UnreadableRecordError

CAPTURE = r"^/capture/(?P<id>[0-9]{1,18})$"
FILE = r"^/file/(?P<digest>[0-9a-f]{64})$"
PICTURE = r"^/picture/(?P<digest>[0-9a-f]{64})$"

INERT = "default-src 'none'; sandbox"
"""The policy of what others wrote: nothing of it is loaded or run."""


async def capture(request: Any, datasette: Any) -> Response:
    """What a server sent, as plain text: the source of the page, with its address above."""
    number = int(request.url_vars["id"])
    home = archives.folder(datasette)
    try:
        place = await archives.ask(datasette, lambda db: captures.place_of(db, number))
    except KeyError:
        place = None
    if place is None:
        return _plain("The archive keeps no such capture.", 404)
    if not (home / place.file).is_file():
        return _plain(f"The capture is in {place.file}, which is not beside this database.", 404)
    try:
        served = await archives.ask(datasette, lambda _: reading.read(home, place))
    except UnreadableRecordError as error:
        return _plain(str(error), 500)
    head = f"{served.url}\n{served.date}  {served.status}  {served.media_type}\n\n"
    return _plain(head + served.page.decode("utf-8", "replace"), 200)


async def file(request: Any, datasette: Any, send: Any) -> None:
    """A kept file, to be saved under its readable name."""
    await _sent(request, datasette, send, "path", is_shown=False)


async def picture(request: Any, datasette: Any, send: Any) -> None:
    """The first page of a kept file as a picture."""
    await _sent(request, datasette, send, "picture", is_shown=True)


async def _sent(request: Any, datasette: Any, send: Any, column: str, *, is_shown: bool) -> None:
    digest = request.url_vars["digest"]
    home = archives.folder(datasette)

    def find(db: Database) -> str | None:
        row = db.execute(f"SELECT {column} FROM files WHERE sha256 = ?", (digest,)).fetchone()  # noqa: S608 - one of two
        return row[0] if row else None

    path = await archives.ask(datasette, find)
    if path is None or not _is_within(home, home / path):
        await _plain("The archive keeps no such file.", 404).asgi_send(send)
        return
    name = quote(PurePosixPath(path).name)
    shown = "inline" if is_shown else "attachment"
    await asgi_send_file(
        send,
        home / path,
        content_type=mimetypes.guess_type(path)[0] or "application/octet-stream",
        headers={
            "content-disposition": f"{shown}; filename*=UTF-8''{name}",
            "content-security-policy": INERT,
            "cache-control": "max-age=86400",
        },
    )


def is_here(db: Database, path: str) -> bool:
    """Whether a file of the archive's folder is beside the database; a copy may have it alone."""
    _, _, database = db.execute("PRAGMA database_list").fetchone()
    return (Path(database).parent / path).is_file()


def _is_within(home: Path, path: Path) -> bool:
    return path.is_file() and path.resolve().is_relative_to(home.resolve())


def _plain(text: str, status: int) -> Response:
    return Response.text(text, status=status, headers={"content-security-policy": INERT})
