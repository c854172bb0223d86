"""A web server for a built site, as plain as the cheapest host that a mirror may stand on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

SUB_PATH = "/sub/"


@dataclass(frozen=True)
class SiteServer:
    """Where a site is served: at the root of a host, and below a path of it."""

    url: str
    sub_url: str


class SiteRequestHandler(SimpleHTTPRequestHandler):
    """Serves the folder twice, at / and at /sub/, and its 404.html for what is not there."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 - the type is the base class's
        **SimpleHTTPRequestHandler.extensions_map,
        ".atom": "application/atom+xml",
        ".js": "text/javascript",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
    }

    def translate_path(self, path: str) -> str:
        if path.startswith(SUB_PATH):
            path = path[len(SUB_PATH) - 1 :]
        return super().translate_path(path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing: what a page asked for in vain is found by the watch on the page."""


@contextmanager
def serve_site(folder: Path) -> Iterator[SiteServer]:
    """Serve `folder` on a free port of this machine until the block ends."""
    handler = partial(SiteRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            url = f"http://127.0.0.1:{server.server_port}"
            yield SiteServer(url=f"{url}/", sub_url=f"{url}{SUB_PATH}")
        finally:
            server.shutdown()
            thread.join()
