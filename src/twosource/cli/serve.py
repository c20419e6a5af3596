"""``twosource serve``: the ledger in the browser."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from pathlib import Path

import click

from twosource.cli.options import DEFAULT_LEDGER, ledger_option, plain_errors
from twosource.cli.terminal import safe, say

PORT = 8642


@click.command()
@click.argument("file", metavar="[LEDGER]", required=False)
@ledger_option
@click.option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="Where to listen. Anything but this computer asks visitors for a secret.",
)
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="0: any that is free.",
)
@click.option(
    "--token",
    metavar="TEXT",
    help="Ask visitors for this token.  [default: a random one "
    "where others can reach the server, none where only this computer can]",
)
@click.option(
    "--password-file",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Ask visitors for the password that is the first line of FILE.",
)
@click.option(
    "--name",
    "names",
    metavar="NAME",
    multiple=True,
    help="A host name to answer to, besides addresses and localhost (repeatable).",
)
@click.option(
    "--https",
    is_flag=True,
    help="Browsers reach the server by https, through a proxy: cookies are kept to that.",
)
@click.option("--title", metavar="TEXT", help="What to call it.  [default: the ledger's name]")
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
def command(
    file: str | None,
    ledger: str,
    host: str,
    port: int,
    token: str | None,
    password_file: str | None,
    names: tuple[str, ...],
    https: bool,
    title: str | None,
    open_browser: bool,
) -> None:
    r"""Show the ledger in the browser: read, follow, correct. Needs no network.

    \b
    Example:
      twosource serve kursk.ledger --open
    """
    if file and ledger not in (DEFAULT_LEDGER, file):
        raise click.UsageError("name the ledger once: as LEDGER or with --ledger")
    path = file or ledger
    secret = _secret(host, token, password_file)
    from twosource.web.app import create
    from twosource.web.server import listen, run
    from twosource.web.settings import Settings

    settings = Settings(title or Path(path).stem, secret, names, https)
    with plain_errors():
        app = create(path, settings)
    try:
        listener = listen(host, port)
    except OSError as error:
        raise click.ClickException(
            safe(
                f"cannot listen on {host}, port {port}: {error.strerror or error}; "
                "choose another with --host or --port"
            )
        ) from error
    address = _address(host, listener.getsockname()[1], names, https)
    entry = address if password_file or not secret else f"{address}enter?token={secret}"
    say(f"{path}: {entry}")
    say("Stop it with Ctrl+C.")
    run(app, listener, opened=entry if open_browser else None)


def _secret(host: str, token: str | None, password_file: str | None) -> str | None:
    if token is not None and password_file is not None:
        raise click.UsageError("give --token or --password-file, not both")
    if password_file is not None:
        try:
            first = Path(password_file).read_text("utf-8").partition("\n")[0].strip()
        except (OSError, UnicodeDecodeError) as error:
            raise click.ClickException(
                safe(f"{password_file}: cannot be read ({error})")
            ) from error
        if len(first) < 8:
            raise click.ClickException(
                safe(f"{password_file}: its first line must be a password of 8 characters or more")
            )
        return first
    if token is not None:
        if len(token) < 8 or not token.isascii() or not token.isprintable() or " " in token:
            raise click.UsageError("--token needs 8 or more ASCII characters without blanks")
        return token
    if only_here(host):
        return None
    import secrets

    return secrets.token_urlsafe(24)


def only_here(host: str) -> bool:
    """True for an address that other computers cannot reach."""
    if host.casefold() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _address(host: str, port: int, names: tuple[str, ...], https: bool) -> str:
    shown = names[0] if names else socket.gethostname() if host in ("0.0.0.0", "::", "") else host
    if not names and host in ("0.0.0.0", "::", ""):
        shown = "127.0.0.1"
    if ":" in shown:
        shown = f"[{shown}]"
    return f"{'https' if https else 'http'}://{shown}" + ("/" if https else f":{port}/")
