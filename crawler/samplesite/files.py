"""The files below `/wp-content/uploads/`."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from crawler.samplesite.answers import Answer

_PHOTO = "foto.jpg"
"""The one picture that every photo of the site shows."""
_MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


def answer_upload(name: str) -> Answer | None:
    """The file at `name`, its path below the uploads; None where there is none."""
    file = _uploads().get(_PHOTO if name.endswith((".jpg", ".png")) else name)
    if file is None:
        return None
    media_type = _MEDIA_TYPES[file.name[file.name.rindex(".") :]]
    body = file.read_bytes()
    headers = (("Cache-Control", "max-age=604800"), ("ETag", f'"{sha256(body).hexdigest()[:16]}"'))
    return Answer(200, body, media_type, headers)


@cache
def _uploads() -> dict[str, Traversable]:
    """The bundled files by their path below the uploads, `YYYY/MM/NAME`."""
    root = resources.files("crawler.samplesite").joinpath("uploads")
    return {
        f"{year.name}/{month.name}/{file.name}": file
        for year in root.iterdir()
        if year.name.isdigit()
        for month in year.iterdir()
        for file in month.iterdir()
        if file.name.endswith((".pdf", ".pptx"))
    } | {_PHOTO: root.joinpath(_PHOTO)}
