"""A server of the game, a websocket to it, and a headless Chromium that opens its page."""

from __future__ import annotations

import asyncio
import base64
import os
import re
import shutil
import signal
import socket
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
RUBY = "38;2;179;15;60"
"""What a terminal is sent for the colour of words that take, in the palette that is there at first."""
KEYS = {"End": ("\x1b[F", 35), "F2": ("\x1bOQ", 113), "F4": ("\x1bOS", 115), "F6": ("\x1b[17~", 117)}
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_ESCAPE = re.compile(r"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07]*\x07|[()][A-Z0-9]|.)")


class Page(Protocol):
    """A page with the game on it."""

    seen: str
    """All that was drawn, with the codes of a terminal."""

    async def press(self, key: str) -> None: ...
    async def type(self, text: str) -> None: ...


def words_of(seen: str) -> str:
    """What was drawn, without codes."""
    return _ESCAPE.sub("", seen)


async def wait_for(page: Page, words: str, since: int = 0) -> None:
    """Wait until these words were drawn."""
    try:
        async with asyncio.timeout(PATIENCE):
            while words not in words_of(page.seen[since:]):
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise AssertionError(f"{words!r} never came: {words_of(page.seen)[-2000:]!r}") from None


async def settle(page: Page) -> None:
    """Wait until nothing has been drawn for a while."""
    before = -1
    while before != len(page.seen):
        before = len(page.seen)
        await asyncio.sleep(0.5)


async def sit_down(page: Page) -> None:
    """Go on until there is a sheet in the machine: whatever is first on offer leads to one before long."""
    await wait_for(page, "Manuscript")
    for _ in range(20):
        await page.press("End")
        await settle(page)
        if "Pull the page" in words_of(page.seen):
            break
        await page.type("1")
        await settle(page)
    await wait_for(page, "Pull the page")
    await page.press("F4")  # on a slow machine a key may have come too late, and be on the sheet
    await settle(page)


@asynccontextmanager
async def server(saves: Path) -> AsyncIterator[str]:
    """The game served; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "game", "serve", "--saves", str(saves), "--port", str(port),
        stdout=asyncio.subprocess.PIPE, cwd=ROOT, env=environment,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        async with asyncio.timeout(PATIENCE):
            assert b"is served on" in await process.stdout.readline()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        await process.wait()


class Socket:
    """The page's end of the websocket, without a browser."""

    def __init__(self, socket_: aiohttp.ClientWebSocketResponse) -> None:
        self.seen = ""
        self.told: list[list[Any]] = []
        """What the server said besides."""
        self._socket = socket_
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._socket:
            if message.type == aiohttp.WSMsgType.BINARY:
                self.seen += message.data.decode("utf-8", "replace")
            elif message.type == aiohttp.WSMsgType.TEXT:
                self.told.append(message.json())

    async def press(self, key: str) -> None:
        await self.type(KEYS[key][0])

    async def type(self, text: str) -> None:
        await self._socket.send_json(["stdin", text])

    async def send(self, message: object) -> None:
        """Send whatever it is."""
        await self._socket.send_json(message)

    async def ended(self) -> None:
        """Wait until the server has closed it."""
        async with asyncio.timeout(PATIENCE):
            await self._reading

    async def close(self) -> None:
        await self._socket.close()
        await self.ended()


async def opened(client: aiohttp.ClientSession, address: str, size: str = "width=80&height=24") -> Socket:
    """The page opened: its cookie taken, its websocket connected."""
    async with client.get(address) as response:
        assert response.status == 200
    return Socket(await client.ws_connect(f"{address}/ws?{size}", origin=address))


class Chromium:
    """A headless Chromium with one page in it, worked over its debugging protocol."""

    def __init__(self, socket_: aiohttp.ClientWebSocketResponse) -> None:
        self.seen = ""
        self.requested: list[str] = []
        """The addresses that were asked for anything."""
        self.complaints: list[str] = []
        self._socket = socket_
        self._number = 0
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._socket:
            told = message.json()
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told)
            elif told["method"] == "Network.webSocketFrameReceived":
                frame = told["params"]["response"]
                if frame["opcode"] == 2:
                    self.seen += base64.b64decode(frame["payloadData"]).decode("utf-8", "replace")
            elif told["method"] == "Network.requestWillBeSent":
                self.requested.append(told["params"]["request"]["url"])
            elif told["method"] == "Log.entryAdded" and told["params"]["entry"]["level"] == "error":
                self.complaints.append(told["params"]["entry"]["text"])

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Have the browser do something; its answer."""
        self._number += 1
        answer = self._answers[self._number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        async with asyncio.timeout(PATIENCE):
            return await answer

    async def open(self, address: str) -> None:
        for domain in ("Page", "Network", "Log"):
            await self.call(f"{domain}.enable")
        await self.call("Emulation.setFocusEmulationEnabled", enabled=True)
        await self.call("Page.navigate", url=address)

    async def press(self, key: str) -> None:
        for kind in ("rawKeyDown", "keyUp"):
            await self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=KEYS[key][1]
            )

    async def type(self, text: str) -> None:
        for character in text:
            await self.call("Input.dispatchKeyEvent", type="keyDown", text=character, key=character)
            await self.call("Input.dispatchKeyEvent", type="keyUp", key=character)

    async def picture(self, path: Path) -> None:
        """What the page looks like, as a PNG."""
        path.write_bytes(base64.b64decode((await self.call("Page.captureScreenshot"))["result"]["data"]))


@asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[Chromium]:
    """A browser that has nothing from before."""
    assert CHROMIUM is not None
    process = await asyncio.create_subprocess_exec(
        CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--window-size=1100,760", "--remote-debugging-port=0", f"--user-data-dir={folder}", "about:blank",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        told = folder / "DevToolsActivePort"
        async with asyncio.timeout(PATIENCE):
            while not (told.exists() and told.read_text().strip()):
                await asyncio.sleep(0.1)
        address = f"http://127.0.0.1:{told.read_text().split()[0]}"
        async with aiohttp.ClientSession() as client:
            async with client.get(f"{address}/json/list") as response:
                page = next(one for one in await response.json() if one["type"] == "page")
            async with client.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as socket_:
                yield Chromium(socket_)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
