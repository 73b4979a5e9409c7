"""The preview's pages, and the stream that tells them of changes (server-sent events, HTML standard, section 9.2)."""

import asyncio
import json
import mimetypes
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from builder.model.output import Output
from builder.render.web import WebFiles
from builder.serve.phones import Door
from builder.serve.preview import News, Preview
from builder.serve.start import start_page
from builder.serve.watch import changes

OURS = "_lactern"
LOCAL = frozenset(("127.0.0.1", "::1", "localhost", "testclient"))
COOKIE = "lactern-key"
BEAT = 15.0
NO_STORE = {"cache-control": "no-store"}
FRESH = "service-worker.js"
"""Never given out here: a page kept for a train ride would be an old one at the desk."""

GONE = "There is no such page here. Perhaps the file was renamed; the start page has them all."
UNPRINTED = "This PDF could not be made. If that is so with all of them, ask <code>lactern doctor</code> in a terminal."

Heard = Callable[[News], None]
Trouble = Callable[[Exception], None]


class Stage:
    """The preview, and everybody who looks at it."""

    def __init__(
        self, preview: Preview, door: Door, heard: Heard = lambda news: None, trouble: Trouble = lambda error: None
    ) -> None:
        self.preview = preview
        self.door = door
        self.stop = asyncio.Event()
        self._heard = heard
        self._trouble = trouble
        self._lookers: set[asyncio.Queue[News | None]] = set()
        self._web = WebFiles()

    async def watch(self) -> None:
        """Build after every change, and tell everybody. A fault of ours is told too, and does not end the watch."""
        async for _ in changes(self.preview.root, self.stop):
            try:
                self.tell(await asyncio.to_thread(self.preview.look))
            except Exception as error:
                self._trouble(error)

    def tell(self, news: News | None) -> None:
        """Pass on what a build brought; None says goodbye."""
        if news:
            self._heard(news)
        for looker in self._lookers:
            looker.put_nowait(news)

    def close(self) -> None:
        """Let every open page go."""
        self.stop.set()
        self.tell(None)

    async def events(self, request: Request) -> Response:
        """One page's stream: what stands now, then every change. A phone in the room hears of its own pages only."""
        told = News.told if self._may_present(request) else News.told_to_the_room

        async def stream() -> AsyncIterator[str]:
            looker: asyncio.Queue[News | None] = asyncio.Queue()
            self._lookers.add(looker)
            try:
                yield event(told(self.preview.news))
                while not self.stop.is_set():
                    try:
                        news = await asyncio.wait_for(looker.get(), BEAT)
                    except TimeoutError:
                        yield ": still here\n\n"
                        continue
                    if news is None:
                        return
                    yield event(told(news))
            finally:
                self._lookers.discard(looker)

        return StreamingResponse(stream(), media_type="text/event-stream", headers=NO_STORE)

    async def start(self, request: Request) -> Response:
        """The page that leads to all outputs."""
        mine = self._may_present(request)
        html = start_page(self.preview, self.door, mine, self._web)
        return Response(html, media_type="text/html", headers=NO_STORE)

    async def own(self, request: Request) -> Response:
        """The preview's own script and sheet."""
        name = request.path_params["name"]
        if name not in ("live.js", "live.css"):
            return self._nothing()
        kind = "text/javascript" if name.endswith("js") else "text/css"
        return Response(self._web.data(name), media_type=kind, headers=NO_STORE)

    async def page(self, request: Request) -> Response:
        """A page or file of either tree; a PDF is made now."""
        address = f"{request.path_params['tree']}/{request.path_params.get('path', '')}".rstrip("/")
        if address.startswith("presenter") and not self._may_present(request):
            said = "This part is the presenter's. Open it on the presenter's own computer, or by its code."
            return PlainTextResponse(said, 403)
        output = self.preview.find(address) or self.preview.find(f"{address}/index.html")
        if output and address != f"{output.tree}/{output.path}" and not request.url.path.endswith("/"):
            return RedirectResponse(f"{request.url.path}/")
        if output is None and address.endswith(".pdf"):
            output = await asyncio.to_thread(self.preview.paper, address)
        if output is None or output.path.name == FRESH:
            return self._nothing(UNPRINTED if address.endswith(".pdf") else GONE)
        response = self._response(output)
        if self._is_key(request.query_params.get("key", "")):
            response.set_cookie(COOKIE, self.door.key, httponly=True, samesite="strict")
        return response

    def _response(self, output: Output) -> Response:
        kind = mimetypes.guess_type(output.path.name)[0] or "application/octet-stream"
        if output.copy_of:
            return FileResponse(self.preview.root / output.copy_of, media_type=kind, headers=NO_STORE)
        data = live(output.data) if kind == "text/html" else output.data
        return Response(data, media_type=kind, headers=NO_STORE)

    def _may_present(self, request: Request) -> bool:
        if request.client is None or request.client.host in LOCAL:
            return True
        return self._is_key(request.query_params.get("key") or request.cookies.get(COOKIE, ""))

    def _is_key(self, given: str) -> bool:
        return bool(self.door.key) and secrets.compare_digest(given.encode(), self.door.key.encode())

    def _nothing(self, said: str = GONE) -> Response:
        html = f'<!DOCTYPE html><title>Not here</title><p>{said} <a href="/">Start page</a></p>'
        return Response(live(html.encode()), 404, media_type="text/html", headers=NO_STORE)


def event(told: dict[str, Any]) -> str:
    """One server-sent event."""
    return f"data: {json.dumps(told, ensure_ascii=False)}\n\n"


def live(page: bytes) -> bytes:
    """A page with the preview's script before all others, and a policy that lets it listen."""
    tags = f'<link rel="stylesheet" href="/{OURS}/live.css"><script defer src="/{OURS}/live.js"></script>'.encode()
    page = page.replace(b"default-src 'none';", b"default-src 'none'; connect-src 'self';", 1)
    where = page.find(b'<meta name="viewport"')
    if where < 0:
        where = max(page.find(b"<title"), 0)
    return page[:where] + tags + page[where:]


def application(stage: Stage) -> Starlette:
    """The whole preview as an ASGI application."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(stage.watch())
        yield
        stage.close()
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching

    return Starlette(
        routes=[
            Route("/", stage.start),
            Route(f"/{OURS}/events", stage.events),
            Route(f"/{OURS}/{{name}}", stage.own),
            Route("/{tree:str}/{path:path}", stage.page),
            Route("/{tree:str}", stage.page),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=stage.door.hosts)],
        lifespan=lifespan,
    )
