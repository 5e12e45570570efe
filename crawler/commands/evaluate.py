"""`resilience evaluate`: how well pages with known facts are read."""

from __future__ import annotations

import json
from pathlib import Path

import click

from crawler.evaluation.scoring import DETAILS, FACTS


@click.command("evaluate")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--show",
    "fields",
    multiple=True,
    type=click.Choice([*FACTS, *DETAILS]),
    metavar="FIELD",
    help=f"List every miss of a field; may be repeated. Fields: {', '.join((*FACTS, *DETAILS))}.",
)
@click.option("--json", "as_json", is_flag=True, help="Figures (and misses asked for) as JSON.")
@click.option(
    "--floors",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of least figures; ends with 1 where one is not reached.",
)
def evaluate_command(
    folder: Path,
    fields: tuple[str, ...],
    as_json: bool,  # noqa: FBT001 - click passes options by name
    floors: Path | None,
) -> None:
    """Measure the reading on FOLDER's pages (KEY.html) with known facts (KEY.json).

    Prints precision, recall and F1 of each kind of fact over all pages, and the share of
    right details among the facts that were found.

    \b
    Example:
      resilience evaluate tests/gold --show people --show role
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    from crawler.evaluation.floors import below, read_floors  # noqa: PLC0415 - keeps --help quick
    from crawler.evaluation.folder import evaluate  # noqa: PLC0415 - keeps --help quick

    least = read_floors(floors) if floors else {}
    scores = evaluate(folder)
    figures = scores.figures()
    if as_json:
        misses = {field: scores.misses(field) for field in fields}
        shown = {"figures": figures} | ({"misses": misses} if fields else {})
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    else:
        for name, numbers in figures.items():
            click.echo(f"{name:16}" + "".join(f"  {key} {n}" for key, n in numbers.items()))
        for field in fields:
            click.echo(f"\n{field}:")
            for miss in scores.misses(field):
                click.echo(f"  {miss}")
    faults = below(figures, least)
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise SystemExit(1)
