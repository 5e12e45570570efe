"""An import's result in words and as JSON. Pure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from archive.tabular import printable
from crawler import renewal
from crawler.importing.results import COUNTS, ImportedFile, ImportResult

_MOST_TOLD = 20
"""Lines of one kind in the summary for people; the archive and JSON have all."""
_MOST_ROWS = 30


def as_table(result: ImportResult) -> Table:
    """The counts of each file, or of the whole where there are many files."""
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("file", overflow="fold")
    for name in COUNTS:
        table.add_column(name, justify="right")
    table.add_column("problems", justify="right")
    if len(result.files) <= _MOST_ROWS:
        for file in result.files:
            _add_row(table, file.path.name, file.counts, len(file.problems))
    if len(result.files) != 1:
        problems = sum(len(file.problems) for file in result.files)
        _add_row(table, f"{len(result.files)} files", result.counts, problems)
    return table


def as_text(result: ImportResult) -> str:
    """What stands below the table: what could not be read and why, and what to do next."""
    lines: list[str] = []
    lines += [
        f"Cut off, for a killed run had half written it: {tail}" for tail in result.torn_tails
    ]
    problems = [f"{file.path}: {problem}" for file in result.files for problem in file.problems]
    lines += _section("Could not be read; the rest is in:", problems)
    remarks = [f"{file.path}: {remark}" for file in result.files for remark in file.remarks]
    lines += _section("Noticed:", remarks)
    aside = [f"{url}: {reason}" for file in result.files for url, reason in file.set_aside]
    lines += _section("Kept, but no post:", aside)
    unused = [str(path) for path in result.unused]
    lines += _section("In the mapping, but not among the files:", unused)
    if elsewhere := result.counts["elsewhere"]:
        lines.append(f"Left out, for they are of other sites than --site names: {elsewhere}")
    if result.passed_over:
        lines.append(f"Passed over in folders, for they are no pages: {result.passed_over} files")
    lines += renewal.as_words(result.renewal, result.folder)
    lines += ["", f"Archive: {result.folder / 'archive.db'}", _next_step(result)]
    return "\n".join(printable(line) if line else line for line in lines)


def as_json(result: ImportResult) -> str:
    """The result for programs."""
    return json.dumps(
        {
            "archive": str(result.folder),
            "exit_status": result.exit_status,
            **_counts(result.counts),
            "files": [_file(file) for file in result.files],
            "passed_over": result.passed_over,
            "unused_in_mapping": [str(path) for path in result.unused],
            "torn_tails": list(result.torn_tails),
            "identity": renewal.as_fields(result.renewal),
        },
        ensure_ascii=False,
        indent=1,
    )


def _file(file: ImportedFile) -> dict[str, object]:
    return {
        "file": str(file.path),
        "import": file.import_id,
        **_counts(file.counts),
        "problems": [
            {"place": one.place, "offset": one.offset, "reason": one.reason}
            for one in file.problems
        ],
        "remarks": file.remarks,
        "set_aside": [{"url": url, "reason": reason} for url, reason in file.set_aside],
    }


def _counts(counts: Counter[str]) -> dict[str, int]:
    return {name.replace(" ", "_"): counts[name] for name in COUNTS}


def _add_row(table: Table, name: str, counts: Counter[str], problems: int) -> None:
    numbers = [str(counts[name]) for name in COUNTS]
    table.add_row(Text(printable(name)), *numbers, str(problems))


def _section(title: str, entries: Sequence[str]) -> Iterable[str]:
    if not entries:
        return
    yield title
    yield from (f"  {entry}" for entry in entries[:_MOST_TOLD])
    if len(entries) > _MOST_TOLD:
        yield f"  and {len(entries) - _MOST_TOLD} more; --format json tells all"


def _next_step(result: ImportResult) -> str:
    if result.exit_status:
        return "Next: repair or replace what could not be read and import it again."
    return f"Next: resilience report --archive {result.folder}"
