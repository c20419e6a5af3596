"""``twosource rule``: explain one rule of the linter, or list them all."""

from __future__ import annotations

import click


@click.command("rule")
@click.argument("code", required=False)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def command(code: str | None, as_json: bool) -> None:
    r"""Explain a lint rule, with an example and the standard behind it.

    CODE is a rule's code (TS101) or name (unattributed-statement). Without it all rules are listed.

    \b
    Examples:
      twosource rule TS103
      twosource rule --json
    """
    from twosource.lint.explain import as_records, explain, overview
    from twosource.lint.registry import UnknownRuleError, find, rules

    try:
        chosen = (find(code),) if code else rules()
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from error
    if as_json:
        click.echo(as_records(chosen, alone=bool(code)))
    else:
        click.echo(explain(chosen[0]) if code else overview(chosen))
