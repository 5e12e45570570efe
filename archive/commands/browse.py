"""`resilience browse`."""

from __future__ import annotations

from pathlib import Path

import click

from archive import storage
from archive.errors import UsageError
from archive.options import archive_option

_PORT = 8001
_LAST_PORT = 65535


@click.command("browse")
@archive_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to answer at; this machine alone, unless another is given.",
)
@click.option(
    "--port",
    type=click.IntRange(0, _LAST_PORT),
    default=_PORT,
    show_default=True,
    help="The port to answer at; 0 for any that is free.",
)
@click.option("--open", "is_opened", is_flag=True, help="Open the site in a browser.")
@click.option(
    "--export",
    "target",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write what a server elsewhere needs into this folder, and serve nothing.",
)
def browse_command(
    *, folder: Path, host: str, port: int, is_opened: bool, target: Path | None
) -> None:
    """Show the archive as a site, until it is stopped with Ctrl-C.

    The site reads only; a crawl may write to the archive meanwhile, and what it finds is shown.
    With --export a folder is written instead: a copy of the archive, Datasette's settings, the
    pages of the site and a container file (docs/browsing.md).

    \b
    Example, to look at the archive, and to publish it:
      resilience browse --archive data --open
      resilience browse --archive data --export site
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    if target is not None and (is_opened or port != _PORT):
        raise UsageError(
            "--export writes a folder and serves nothing. Leave out --port and --open."
        )
    storage.close(storage.open_archive(folder, create=False))
    if target is not None:
        from archive.browse import publishing  # noqa: PLC0415 - the server takes long to load

        publishing.publish(folder, target, lambda line: click.echo(line, err=True))
        return
    from archive.browse import serving  # noqa: PLC0415 - likewise

    serving.serve(folder, host=host, port=port, ready=lambda url: _tell(url, is_opened=is_opened))


def _tell(url: str, *, is_opened: bool) -> None:
    click.echo(f"The archive is at {url} (Ctrl-C ends it).", err=True)
    if is_opened:
        click.launch(url)
