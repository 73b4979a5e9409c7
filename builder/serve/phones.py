"""Who may come in: this computer, and with `--lan` phones on the same network.

What the audience may see is open to all who are let in; the presenter's part only to this computer, or with the key
that stands in the presenter's own address.
"""

import secrets
import socket
from typing import NamedTuple


class Door(NamedTuple):
    """Where the preview is reached. `key` opens the presenter's part from elsewhere."""

    host: str
    port: int
    lan: str = ""
    key: str = ""

    @property
    def here(self) -> str:
        """The address on this computer."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::", "") else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"

    @property
    def there(self) -> str:
        """The address for phones; empty without `--lan`."""
        return f"http://{self.lan}:{self.port}/" if self.lan else ""

    @property
    def hosts(self) -> list[str]:
        """The names that a browser may call us by: any other is a page elsewhere that tries to read this one."""
        return sorted({"localhost", "127.0.0.1", "[::1]", self.host, self.lan} - {"0.0.0.0", "::", ""})


def lan_door(port: int) -> Door:
    """A door to the local network, with a fresh key."""
    return Door("0.0.0.0", port, own_address(), secrets.token_urlsafe(9))


def own_address() -> str:
    """This computer's address on the local network. Nothing is sent: naming a far end picks the way there."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))  # an address that is kept for examples (RFC 5737)
            return str(way.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def free_port(host: str, wanted: int, tries: int = 20) -> int:
    """The wanted port, or the next one that nobody uses. Raises OSError where none is free."""
    for port in range(wanted, wanted + tries):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((host, port))
            except OSError:
                continue
            return port
    raise OSError(f"no port from {wanted} to {wanted + tries - 1} is free")
