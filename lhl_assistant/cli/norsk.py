"""click in Norwegian: headings, the help option, and one plain sentence for every kind of wrong usage."""

from collections.abc import Sequence
from typing import Any

import click

_CONTEXT = {"help_option_names": ["--hjelp", "-h", "--help"], "max_content_width": 100}


class WrongUsage(click.UsageError):
    """Wrong usage that is told in our own words."""


class Command(click.Command):
    """A command whose help is Norwegian."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("context_settings", dict(_CONTEXT))
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The ``--hjelp`` option."""
        return _norwegian(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """``Bruk: lhl …``."""
        _usage(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under ``Valg``."""
        _options(self, ctx, formatter)


class Group(click.Group):
    """A group of commands whose help is Norwegian; an unknown command is answered in one sentence."""

    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("context_settings", dict(_CONTEXT))
        kwargs.setdefault("subcommand_metavar", "KOMMANDO …")
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The ``--hjelp`` option."""
        return _norwegian(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """``Bruk: lhl …``."""
        _usage(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands under ``Kommandoer``; an alias is not listed."""
        _options(self, ctx, formatter)
        rows = [
            (name, command.get_short_help_str(80))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None and not command.hidden
        ]
        _write(formatter, "Kommandoer", rows)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order in which they were added: the main job first."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that ``args`` begin with."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise WrongUsage(f"Det finnes ingen kommando som heter «{args[0]}». Se «{ctx.command_path} --hjelp».", ctx)
        return super().resolve_command(ctx, args)


Group.group_class = Group


def _norwegian(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Vis denne hjelpen."
    return option


def _usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    pieces = ["[VALG]" if p == "[OPTIONS]" else p for p in command.collect_usage_pieces(ctx)]
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Bruk: ")


def _options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    _write(formatter, "Valg", [r for p in command.get_params(ctx) if (r := p.get_help_record(ctx))])


def _write(formatter: click.HelpFormatter, heading: str, rows: Sequence[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def sentence(error: click.UsageError) -> str:
    """What was wrong with the usage and what to do, in one Norwegian sentence."""
    path = error.ctx.command_path if error.ctx else "lhl"
    see = f"Se «{path} --hjelp»."
    match error:
        case WrongUsage():
            return error.message
        case click.NoSuchOption():
            near = f" Mente du {error.possibilities[0]}?" if error.possibilities else ""
            return f"Valget {error.option_name} finnes ikke.{near} {see}"
        case click.MissingParameter():
            return f"Her mangler {_name(error.param)}. {see}"
        case click.BadParameter():
            name = _name(error.param)
            choices = error.param.type.choices if error.param and isinstance(error.param.type, click.Choice) else ()
            allowed = f" Velg {' eller '.join(map(str, choices))}." if choices else ""
            return f"Verdien for {name} kan ikke brukes.{allowed} {see}"
        case click.BadOptionUsage():
            return f"Valget {error.option_name} mangler en verdi, eller har en for mye. {see}"
    return f"Kommandoen ble ikke forstått. {see}"


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "en verdi"
    return param.opts[0] if isinstance(param, click.Option) else (param.metavar or param.name or "en verdi").upper()
