"""Precision and recall of facts, and shares of details that are right."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Found:
    """How many facts of a kind were read rightly, invented, and missed."""

    right: int = 0
    invented: int = 0
    missed: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was read that is so; 1 where nothing was read."""
        read = self.right + self.invented
        return self.right / read if read else 1.0

    @property
    def recall(self) -> float:
        """The share of what is so that was read; 1 where there is nothing to read."""
        known = self.right + self.missed
        return self.right / known if known else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def figures(self) -> dict[str, float | int]:
        """The figures by name, rounded to four places."""
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "facts": self.right + self.missed,
        }


@dataclass
class Share:
    """How many details of rightly read facts are right too."""

    right: int = 0
    wrong: int = 0
    misses: list[str] = field(default_factory=list)

    def note(self, *, right: bool, miss: str) -> None:
        """Counts one detail; `miss` says what is wrong with it."""
        if right:
            self.right += 1
        else:
            self.wrong += 1
            self.misses.append(miss)

    def figures(self) -> dict[str, float | int]:
        """The share by name, rounded to four places, and of how many."""
        of = self.right + self.wrong
        return {"share": round(self.right / of, 4) if of else 1.0, "of": of}


@dataclass
class Body:
    """How much of an article's text is its own, and how much of its own is there."""

    precision: float = 0.0
    recall: float = 0.0
    pages: int = 0

    def note(self, precision: float, recall: float) -> None:
        """Adds one page."""
        self.precision += precision
        self.recall += recall
        self.pages += 1

    def figures(self) -> dict[str, float | int]:
        """Means over the pages, rounded to four places."""
        pages = max(1, self.pages)
        return {
            "precision": round(self.precision / pages, 4),
            "recall": round(self.recall / pages, 4),
            "pages": self.pages,
        }
