"""Groups of commands that are loaded when they are asked for, so that each one starts quickly."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class NamedCommands(click.Group):
    """A group that knows the names of its commands, and where each one is."""

    def __init__(self, *arguments: Any, places: Mapping[str, str], **options: Any) -> None:
        """`places`: name -> `module:attribute`."""
        super().__init__(*arguments, **options)
        self._places = places

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click asks
        """The names, in the order of the alphabet."""
        return sorted(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click asks
        """The command of that name; None where there is none."""
        place = self._places.get(cmd_name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command
