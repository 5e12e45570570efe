"""A process that corrects a page without end, for the test that kills it: FOLDER SEED."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from archive.corrections import making
from archive.corrections.asking import Request
from archive.storage import open_archive


def main() -> None:
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(seed)  # noqa: S311 - no secret
    db = open_archive(folder)
    round_ = 0
    while True:
        round_ += 1
        told = f"{seed}-{round_}"
        asked = chance.choice(
            [
                Request("set", "venue", "sari", told, f"Balai {told}"),
                Request("set", "people.position", "sari", told, told, of="Tegar Prakoso"),
                Request("add", "people", "sari", told, f"Siti {told}", given={"role": "speaker"}),
            ]
        )
        made = making.correct(db, 1, asked)
        print("corrected", flush=True)  # noqa: T201 - tells the test how far it is
        if chance.random() < 0.8:  # so that there are never many
            making.withdraw(db, made.id, "budi")


main()
