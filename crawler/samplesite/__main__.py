"""`python -m crawler.samplesite --port 8017 --permalinks plain`: serves until interrupted."""

from __future__ import annotations

from contextlib import suppress
from threading import Event

import click

from crawler.samplesite.addresses import Permalinks
from crawler.samplesite.server import SampleSite


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve at.")
@click.option("--port", default=8017, show_default=True, help="0 takes a free port.")
@click.option(
    "--permalinks",
    type=click.Choice(["pretty", "plain"]),
    default="pretty",
    show_default=True,
    help="How the site's links are made.",
)
def main(host: str, port: int, permalinks: Permalinks) -> None:
    """Serve the sample site until interrupted."""
    with (
        SampleSite(host=host, port=port, permalinks=permalinks) as site,
        suppress(KeyboardInterrupt),
    ):
        click.echo(site.base_url)
        Event().wait()


if __name__ == "__main__":
    main()
