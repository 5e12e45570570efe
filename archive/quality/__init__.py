"""What in an archive a person should look at: contradictions, gaps, and what is doubtful.

The checks are data, a TOML file for each severity: a name, what it means, what to do, and the SQL
that finds it. `run` gives what they find in selected reports, each with the words and the remedy.

>>> from archive import quality
>>> quality.checks()[0].name
'weekday'
"""

from __future__ import annotations

from archive.quality.checks import Check, Severity, checks
from archive.quality.running import CheckCount, QualityRow, counts, run

__all__ = ["Check", "CheckCount", "QualityRow", "Severity", "checks", "counts", "run"]
