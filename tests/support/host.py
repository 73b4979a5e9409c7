"""A static host as simple as they come: a folder on this machine, with somebody else's pages beside ours."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing, and has nothing cached on the way."""

    def log_message(self, format: str, *args: Any) -> None:
        """Not on the tests' output."""

    def end_headers(self) -> None:
        """As hosts do that are set up with care (docs/hosting.md)."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class Host:
    """Serves a folder on one port, and can be switched off and on again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self.start()

    @property
    def address(self) -> str:
        """What comes before a file's path."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Answer, on the same port as before."""
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), partial(Quiet, directory=str(self.folder)))
        self.port = self.server.server_port
        Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Answer no more: what a learner meets on a train."""
        self.server.shutdown()
        self.server.server_close()
