"""Corrections by people: kept apart from what is read, applied to it, and never lost by reading."""

from archive.corrections.applying import Corrected, Judgement, Marks, apply
from archive.corrections.correction import Action, Correction, Said, State, Value, Values
from archive.corrections.stored import every, of_page

__all__ = [
    "Action",
    "Corrected",
    "Correction",
    "Judgement",
    "Marks",
    "Said",
    "State",
    "Value",
    "Values",
    "apply",
    "every",
    "of_page",
]
