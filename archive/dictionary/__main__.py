"""Write the data dictionary to standard output: python -m archive.dictionary > docs/data.md."""

from __future__ import annotations

import sys

from archive.dictionary import differences, page, structure, subjects, tables


def main() -> int:
    """Exit status 1, with what is wrong, where the words and the schema do not agree."""
    real = structure()
    found = differences(tables(), real)
    if found:
        sys.stderr.write("".join(f"{sentence}\n" for sentence in found))
        return 1
    sys.stdout.write(page(subjects(), real))
    return 0


if __name__ == "__main__":
    sys.exit(main())
