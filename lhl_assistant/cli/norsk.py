"""click in Norwegian: headings, the help option, and one plain sentence for every kind of wrong usage."""

from collections.abc import Sequence
from typing import Any

import click

from lhl_assistant.cli import voice
from lhl_assistant.said import Said

_CONTEXT = {"help_option_names": ["--hjelp", "-h", "--help"], "max_content_width": 100}


class WrongUsage(click.UsageError):
    """Wrong usage that is told in our own words; where one string is given, both forms read alike."""

    def __init__(self, said: Said | str, ctx: click.Context | None = None) -> None:
        self.said = Said(said, said) if isinstance(said, str) else said
        super().__init__(self.said.nb, ctx)


class Command(click.Command):
    """A command whose help is Norwegian, and which speaks the form that ``--målform`` says."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("context_settings", dict(_CONTEXT))
        super().__init__(*args, **kwargs)
        self.params.append(voice.option())

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
        self.params.append(voice.option())

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
            see = f"Se «{ctx.command_path} --hjelp»."
            raise WrongUsage(
                Said(
                    f"Det finnes ingen kommando som heter «{args[0]}». {see}",
                    f"Det finst ingen kommando som heiter «{args[0]}». {see}",
                ),
                ctx,
            )
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
    records = (r for p in command.get_params(ctx) if (r := p.get_help_record(ctx)))
    _write(formatter, "Valg", [(_in_norwegian(name), _in_norwegian(text)) for name, text in records])


def _in_norwegian(words: str) -> str:
    """What click itself puts beside an option: what kind of value, from what to what, and that it must be there."""
    for theirs, ours in (("INTEGER RANGE", "TALL"), ("INTEGER", "TALL"), ("required", "må være med"), ("<=x<=", "–")):
        words = words.replace(theirs, ours)
    return words


def _write(formatter: click.HelpFormatter, heading: str, rows: Sequence[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def sentence(error: click.UsageError) -> Said:
    """What was wrong with the usage and what to do, in one sentence."""
    if isinstance(error, WrongUsage):
        return error.said
    path = error.ctx.command_path if error.ctx else "lhl"
    return _wrong(error) + Said(see := f"Se «{path} --hjelp».", see)


def _wrong(error: click.UsageError) -> Said:
    match error:
        case click.NoSuchOption():
            near = f" Mente du {error.possibilities[0]}?" if error.possibilities else ""
            name = error.option_name
            return Said(f"Valget {name} finnes ikke.{near}", f"Valet {name} finst ikkje.{near}")
        case click.MissingParameter():
            name = _name(error.param)
            return Said(f"Her mangler {name}.", f"Her manglar {name}.")
        case click.BadParameter():
            name = _name(error.param)
            choices = error.param.type.choices if error.param and isinstance(error.param.type, click.Choice) else ()
            allowed = f" Velg {' eller '.join(map(str, choices))}." if choices else ""
            return Said(
                f"Verdien for {name} kan ikke brukes.{allowed}", f"Verdien for {name} kan ikkje brukast.{allowed}"
            )
        case click.BadOptionUsage():
            name = error.option_name
            return Said(
                f"Valget {name} mangler en verdi, eller har en for mye.",
                f"Valet {name} manglar ein verdi, eller har ein for mykje.",
            )
    return Said("Kommandoen ble ikke forstått.", "Kommandoen vart ikkje forstått.")


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "VERDI"
    return param.opts[0] if isinstance(param, click.Option) else (param.metavar or param.name or "VERDI").upper()
