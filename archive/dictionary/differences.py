"""Where the dictionary's words and the schema do not agree."""

from __future__ import annotations

from archive.dictionary.structure import ColumnStructure
from archive.dictionary.words import Table


def differences(
    described: dict[str, Table], real: dict[str, dict[str, ColumnStructure]]
) -> list[str]:
    """What is to be put right, a sentence each; empty where all tables and columns have words."""
    missing = [f"The dictionary has no words for {name}." for name in real.keys() - described]
    foreign = [
        f"The schema has no {name}, of which the dictionary tells."
        for name in described.keys() - real
    ]
    return sorted(missing + foreign) + [
        sentence
        for name in sorted(described.keys() & real.keys())
        for sentence in _of_columns(described[name], real[name])
    ]


def _of_columns(described: Table, real: dict[str, ColumnStructure]) -> list[str]:
    name = described.name
    found = [
        f"The dictionary has no words for {name}.{column}."
        for column in real
        if column not in described.columns
    ]
    for column, words in described.columns.items():
        if column not in real:
            found.append(f"{name} has no column {column}, of which the dictionary tells.")
        elif not (words.type or real[column].type):
            found.append(
                f"The dictionary must tell the type of {name}.{column}: the schema has none."
            )
        elif words.type and real[column].type:
            found.append(f"The schema tells the type of {name}.{column}: {real[column].type}.")
    return found
