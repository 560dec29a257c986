"""The server of a preview: it reads files of one folder, on 127.0.0.1, for a browser on the same machine."""

from __future__ import annotations

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from edition.serving.paths import file_of, path_of, type_of
from edition.serving.state import State

HOST: Final = "127.0.0.1"
LIVE: Final = "_tei/"
"""Where the server's own files are; no page of a site begins so."""
_EVENTS: Final = f"{LIVE}events"
_ALIVE: Final = 10.0
"""Seconds after which a waiting page hears that the server is still there; a page that has gone is noticed so."""
_NAMES: Final = ("127.0.0.1", "localhost", "[::1]")


class PreviewServer(ThreadingHTTPServer):
    """Serves the folder `root` below `mount`; knows the state that pages are told."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, root: Path, own: Path, state: State, mount: str = "/") -> None:
        """Take the port; `own` is the folder of the server's own files. Raises OSError where the port is taken."""
        self.root, self.own, self.state = root, own, state
        self.mount = mount
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://{HOST}:{self.server_port}{self.mount}"

    def close(self) -> None:
        """Stop answering, let waiting pages go, give the port back."""
        self.state.close()
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that left in the middle of an answer."""


class _Handler(BaseHTTPRequestHandler):
    """One request. Only GET and HEAD are answered, and only to those who ask for this machine by its own name."""

    server: PreviewServer
    server_version = "tei"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer with a file, the news, or the page that says that there is none."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer as to GET, without the content."""
        self._answer()

    def _refuse(self) -> None:
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, b"only GET and HEAD\n", "text/plain", Allow="GET, HEAD")

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gave it
        """Say nothing: the terminal belongs to the findings."""

    def _answer(self) -> None:
        # A page elsewhere whose name was made to mean this machine (DNS rebinding) asks with that name.
        host = self.headers.get("Host", "")
        if host not in {f"{name}:{self.server.server_port}" for name in _NAMES}:
            self._send(HTTPStatus.FORBIDDEN, b"ask for 127.0.0.1\n", "text/plain")
            return
        path = path_of(self.path)
        if path is None:
            self._missing()
        elif path == _EVENTS:
            self._events()
        elif path.startswith(LIVE):
            self._file(file_of(self.server.own, path.removeprefix(LIVE)))
        else:
            self._page(path)

    def _page(self, path: str) -> None:
        """Answer with a page of the site, which is below the path that its address on the web has."""
        mount = self.server.mount[1:]
        if not path and mount:
            self._send(HTTPStatus.FOUND, b"", "text/plain", Location=self.server.mount)
        elif not path.startswith(mount):
            self._missing()
        elif not path.endswith("/") and (self.server.root / path.removeprefix(mount)).is_dir() and path != mount:
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", "text/plain", Location=f"{urlsplit(self.path).path}/")
        else:
            self._file(file_of(self.server.root, path.removeprefix(mount)))

    def _file(self, path: Path | None, status: HTTPStatus = HTTPStatus.OK) -> None:
        if path is None:
            self._missing()
            return
        try:
            data = path.read_bytes()
        except OSError:  # it went away with the build that made it
            self._missing()
            return
        kind = type_of(path)
        self._send(status, self._live(data) if kind.startswith("text/html") else data, kind)

    def _missing(self) -> None:
        """Answer with the site's own page for what is not there; before the first build, with one that waits for it."""
        if not self.server.state.news.shown:
            self._send(
                HTTPStatus.SERVICE_UNAVAILABLE, self._live((self.server.own / "waiting.html").read_bytes()), _HTML
            )
            return
        page = file_of(self.server.root, "404.html")
        if page is None:
            self._send(HTTPStatus.NOT_FOUND, b"there is no such page\n", "text/plain")
        else:
            self._file(page, HTTPStatus.NOT_FOUND)

    def _live(self, data: bytes) -> bytes:
        """Put into a page what loads it anew: a style sheet and a script, no word of the site changed."""
        shown = self.server.state.news.shown
        sheet = f'<link rel="stylesheet" href="/{LIVE}live.css">'
        added = f'{sheet}\n<script type="module" src="/{LIVE}live.js?{shown}"></script>\n'
        head, mark, rest = data.rpartition(b"</body>")
        return head + added.encode() + mark + rest if mark else data + added.encode()

    def _events(self) -> None:
        """Tell a page the news as they come (server-sent events), until it or the server goes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "HEAD":
            return
        state, number = self.server.state, -1
        while not state.closed:
            news = state.wait(number, _ALIVE)
            line = f"data: {news.data}\n\n" if news.number != number else ": still here\n\n"
            number = news.number
            try:
                self.wfile.write(line.encode())
                self.wfile.flush()
            except OSError:  # the page has gone
                return

    def _send(self, status: HTTPStatus, data: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


_HTML: Final = "text/html; charset=utf-8"
