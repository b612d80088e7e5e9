"""`ruby-sparks serve`: a page with the game on it, and a playthrough for everyone who opens it.

Who a visitor is, is told by a cookie. Each has a folder of saves, of which the cookie's digest is the name,
and one game at a time: a page opened again takes over from the one before, once that has put everything away.
"""

from __future__ import annotations

import asyncio
import re
import secrets
import shlex
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import aiohttp_jinja2
from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server

if TYPE_CHECKING:
    from collections.abc import Sequence

COOKIE: Final = "ruby-sparks-visitor"
COOKIE_SECONDS: Final = 400 * 86_400
"""The longest that browsers keep one."""
VISITORS: Final = 16
"""Games at the same time; each is a process of some 100 MB."""
LARGEST: Final = (500, 200)
"""Columns and rows that a browser may ask for."""
SMALLEST: Final = (20, 5)
LOOPBACK: Final = frozenset(("localhost", "127.0.0.1", "::1"))
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{22}")
_POLICY: Final = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


def visitor_folder(saves: Path, token: str) -> Path:
    """The saves of a visitor. The cookie cannot be told from its name."""
    return saves / "visitors" / blake2b(token.encode(), digest_size=10).hexdigest()


class Visit(AppService):
    """A game that is played in a browser, in a process of its own."""

    async def start(self, width: int, height: int) -> None:
        """Start it on a page of this many columns and rows."""
        await super().start(*_fitting(width, height))

    async def set_terminal_size(self, width: int, height: int) -> None:
        """The page has another size."""
        await super().set_terminal_size(*_fitting(width, height))


class GameServer(Server):
    """Serves the game to a browser, by default on this machine alone."""

    def __init__(self, saves: Path, arguments: Sequence[str], host: str, port: int) -> None:
        super().__init__(
            "ruby-sparks",
            host=host,
            port=port,
            title="Ruby Sparks",
            templates_path=Path(__file__).parent / "templates",
        )
        self._saves = saves
        self._arguments = tuple(arguments)
        self._pages: dict[str, web.WebSocketResponse] = {}
        """The page that each visitor plays on."""
        self._taken: dict[str, asyncio.Lock] = {}
        """Held for as long as a visitor's game runs."""

    def serve(self, debug: bool = False) -> None:  # noqa: ARG002, FBT - as textual-serve has it
        """Serve until it is interrupted. Nothing is written down of who plays. Raises OSError."""
        web.run_app(
            self._make_app(),
            host=self.host,
            port=self.port,
            print=lambda *_: self._say_where(),
            access_log=None,
        )

    def _say_where(self) -> None:
        shown = f"[{self.host}]" if ":" in self.host else self.host
        print(f"Ruby Sparks is served on http://{shown}:{self.port}. Ctrl+C ends it.", flush=True)
        if self.host not in LOOPBACK:
            print(
                "Whoever can reach this machine can play, and nothing is encrypted on the way. "
                "Put a server with HTTPS before it.",
                flush=True,
            )

    async def on_startup(self, app: web.Application) -> None:
        """Nothing is said before it is so."""

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002
        """Close every page, so that each game puts everything away."""
        for page in list(self._pages.values()):
            await page.close()

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page. A visitor who is new gets a cookie."""
        self._check_host(request)
        secure = request.headers.get("X-Forwarded-Proto", request.scheme) == "https"
        context: dict[str, Any] = {
            "socket": f"{'wss' if secure else 'ws'}://{request.host}/ws",
            "title": self.title,
        }
        response = aiohttp_jinja2.render_template("index.html", request, context)
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        if (token := _token(request)) is None:
            token = secrets.token_urlsafe(16)
        response.set_cookie(
            COOKIE, token, max_age=COOKIE_SECONDS, httponly=True, samesite="Strict", secure=secure
        )
        return response

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A game for whoever has the cookie, played from a page of ours."""
        self._check_host(request)
        token = _token(request)
        if token is None or urlsplit(request.headers.get("Origin", "")).netloc != request.host:
            raise web.HTTPForbidden(text="This is for the game's own page. Open that.")
        if token not in self._pages and len(self._pages) >= VISITORS:
            raise web.HTTPServiceUnavailable(text=f"{VISITORS} are playing already. Come again later.")
        before = self._pages.get(token)
        page = web.WebSocketResponse(heartbeat=15)
        self._pages[token] = page
        if before is not None:
            await before.close()
        try:
            await page.prepare(request)
            async with self._taken.setdefault(token, asyncio.Lock()):
                if self._pages.get(token) is page:
                    await self._play(request, page, token)
        finally:
            if self._pages.get(token) is page:
                del self._pages[token]
                del self._taken[token]
        return page

    async def _play(self, request: web.Request, page: web.WebSocketResponse, token: str) -> None:
        async def close() -> None:
            await page.close()

        visit = Visit(
            self._command(token),
            write_bytes=page.send_bytes,
            write_str=page.send_str,
            close=close,
            download_manager=self.download_manager,
            debug=False,
        )
        await visit.start(_number(request.query.get("width"), 80), _number(request.query.get("height"), 24))
        try:
            await self._process_messages(page, visit)
        except (AssertionError, AttributeError, KeyError, IndexError, TypeError, ValueError):
            await page.close()  # what came was no message of textual-serve's
        finally:
            await visit.stop()

    def _command(self, token: str) -> str:
        folder = visitor_folder(self._saves, token)
        command = [sys.executable, "-m", "game", "visit", "--saves", str(folder), *self._arguments]
        return subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)

    def _check_host(self, request: web.Request) -> None:
        """On this machine alone, by its own name alone: no page from elsewhere is to get in by another."""
        if self.host in LOOPBACK and urlsplit(f"//{request.host}").hostname not in LOOPBACK:
            raise web.HTTPForbidden(text="Open the game by the address that it said when it started.")


def _token(request: web.Request) -> str | None:
    token = request.cookies.get(COOKIE, "")
    return token if _TOKEN.fullmatch(token) else None


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 6 else default


def _fitting(width: int, height: int) -> tuple[int, int]:
    return (
        max(SMALLEST[0], min(int(width), LARGEST[0])),
        max(SMALLEST[1], min(int(height), LARGEST[1])),
    )
