"""`resilience extract`."""

from __future__ import annotations

import click

from crawler.commands.crawl import contact_option


@click.command("extract")
@click.argument("source", metavar="FILE|URL|-")
@click.option("--url", help="Where the page was found, for a file or standard input.")
@contact_option
def extract_command(source: str, url: str | None, contact: str | None) -> None:
    """Read one page and print its record as JSON.

    Give a saved page, an http or https address, or - for standard input. Nothing is stored.

    \b
    Example, a saved page and one from the web:
      resilience extract page.html --url http://tarulh.com/2018/10/25/lokakarya/
      resilience extract http://tarulh.com/2018/10/25/lokakarya/
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    from crawler import single_page  # noqa: PLC0415 - the readers, which help does not need
    from crawler.reading import read_page  # noqa: PLC0415

    page = single_page.load(source, contact=contact or "")
    where = url or page.url
    if not where or where.startswith("file:"):
        where = single_page.own_address(page.body) or where or "file:///dev/stdin"
        click.echo(f"No --url given; taking {where} as the page's address.", err=True)
    record = read_page(page.body, where)
    if not record.article.text.strip():
        raise single_page.UnreadablePageError(
            f"No article could be found in {source}. Check that it is a saved web page."
        )
    click.echo(record.to_json())
