"""`lactern serve`: the course in the browser while it is written."""

import asyncio
import time
from pathlib import Path
from typing import Any

import click

from builder.commands import complete
from builder.commands.complete import offering
from builder.commands.talk import Missing, Talk, course_names, known_or_fail, project, talk_options

PORT = 8000


@click.command(
    "serve",
    epilog="Example: lactern serve --open",
    short_help="Show the course while you write, and each change at once.",
)
@click.argument("courses", metavar="[COURSE]...", nargs=-1, shell_complete=offering(complete.courses))
@click.option(
    "-a",
    "--dev-addr",
    metavar="HOST:PORT",
    help=f"Where to listen.  [default: 127.0.0.1:{PORT}, or the next free port]",
)
@click.option("--lan", is_flag=True, help="Let phones on the same network in, by a code that they can scan.")
@click.option("--open", "open_", is_flag=True, help="Open the preview in the browser.")
@talk_options
@click.pass_context
def command(ctx: click.Context, /, courses: tuple[str, ...], dev_addr: str | None, lan: bool, open_: bool) -> None:
    """Show the course in the browser, and every change as soon as it is saved.

    Slides keep their place. What is wrong is listed over the last good page. PDFs are made when you open them. Nobody
    but this computer can see it, unless you say --lan. Ctrl-C ends it.
    """
    talk = ctx.ensure_object(Talk)
    root = project(talk)
    known_or_fail(courses, course_names(root), "course")
    try:
        from builder.serve.phones import Door, free_port, lan_door
    except ModuleNotFoundError as error:
        raise lacking(error) from error
    host, port = address(dev_addr)
    try:
        port = port if dev_addr else free_port("0.0.0.0" if lan else host, port)
    except OSError as error:
        raise click.UsageError(f"{error}. Name another one: lactern serve --dev-addr 127.0.0.1:9000") from error
    run(talk, root, courses, lan_door(port) if lan else Door(host, port), open_)


def run(talk: Talk, root: Path, courses: tuple[str, ...], door: Any, open_: bool) -> None:
    """Build once, then serve until Ctrl-C."""
    try:
        import uvicorn

        from builder.serve.app import Stage, application
        from builder.serve.preview import Preview
    except ModuleNotFoundError as error:
        raise lacking(error) from error
    from builder.commands.talk import tell
    from builder.pipeline import Options

    def heard(news: Any) -> None:
        found = [d for d in news.diagnostics if d.rule.severity != "advice"]
        if not news.good:
            tell(found, root, err=True)
        stamp = time.strftime("%H:%M:%S")
        said = f"{len(news.changed)} changed" if news.good else "not updated: see above, or in the browser"
        if news.changed or not news.good:
            talk.say(f"{stamp}  {said}")
            talk.detail("\n".join(f"          {address}" for address in news.changed))

    def trouble(error: Exception) -> None:
        talk.say(f"This is a bug in lactern, not in your course: {type(error).__name__}: {error}")
        if talk.verbose:
            import traceback

            traceback.print_exception(error)

    preview = Preview(root, Options(courses=courses))
    heard(preview.look())
    stage = Stage(preview, door, heard, trouble)

    class Server(uvicorn.Server):
        """Says where it is once it can be reached, and goodbye to open pages before it waits for them."""

        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets=sockets)
            if self.started:
                welcome(talk, door)
                if open_:
                    click.launch(door.here)

        def handle_exit(self, sig: int, frame: Any) -> None:
            loop.call_soon_threadsafe(stage.close)
            super().handle_exit(sig, frame)

    config = uvicorn.Config(
        application(stage), host=door.host, port=door.port, log_level="critical", timeout_graceful_shutdown=2,
        lifespan="on",
    )  # fmt: skip
    server = Server(config)
    with asyncio.Runner() as runner:
        loop = runner.get_loop()
        try:
            runner.run(server.serve())
        except (KeyboardInterrupt, SystemExit):
            if not server.started:
                raise click.UsageError(
                    f"{door.host}:{door.port} is in use or no address of this computer. Name another one: "
                    "lactern serve --dev-addr 127.0.0.1:9000"
                ) from None
    talk.say("Stopped.")


def welcome(talk: Talk, door: Any) -> None:
    """Where the preview is, and for phones the code."""
    talk.say(f"Preview: {door.here}   (Ctrl-C ends it)")
    if not door.there:
        return
    talk.say(f"Phones on this network: {door.there}site/index.html")
    if not talk.quiet:
        import io

        import segno

        drawn = io.StringIO()
        segno.make(f"{door.there}site/index.html", micro=False).terminal(out=drawn, compact=True)
        click.echo(drawn.getvalue(), err=True)
    talk.say(f"Your notes on your own phone (show this to nobody): {door.there}presenter/index.html?key={door.key}")


def address(said: str | None) -> tuple[str, int]:
    """`HOST:PORT`, `:PORT`, `HOST` or `[::1]:PORT`."""
    if not said:
        return "127.0.0.1", PORT
    host, colon, port = said.rpartition(":")
    if not colon or said.endswith("]"):
        host, port = said, str(PORT)
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise click.UsageError(f"“{said}” is no address. Write it like 127.0.0.1:{PORT}.")
    return host.strip("[]") or "127.0.0.1", int(port)


def lacking(error: ModuleNotFoundError) -> Missing:
    """What to do where the preview's libraries are not installed."""
    return Missing(f"the preview needs “{error.name}”, which is not installed. `lactern doctor` says what to do.")
