"""The archive's own commands; the `resilience` command adds them to its own."""

from __future__ import annotations

COMMANDS = {
    "report": "archive.commands.report:report_command",
    "search": "archive.commands.search:search_command",
    "files": "archive.commands.files:files_command",
    "check": "archive.commands.check:check_command",
    "correct": "archive.commands.correct:correct_command",
    "corrections": "archive.commands.corrections:corrections_command",
    "identity": "archive.commands.identity:identity_command",
    "export": "archive.commands.export:export_command",
    "browse": "archive.commands.browse:browse_command",
}
"""Name -> where the command is."""
