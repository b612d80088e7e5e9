"""The game in a browser: played over its websocket, and in a headless Chromium where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

aiohttp = pytest.importorskip("aiohttp")
pytest.importorskip("textual_serve")

from game.tui.browser.server import COOKIE, visitor_folder  # noqa: E402
from tests.tui.browsing import (  # noqa: E402
    CHROMIUM,
    RUBY,
    chromium,
    opened,
    server,
    settle,
    sit_down,
    wait_for,
    words_of,
)

if TYPE_CHECKING:
    from pathlib import Path


def somebody() -> aiohttp.ClientSession:
    """A visitor, who keeps cookies of an address without a name too."""
    return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))


def glows(seen: str, words: str) -> bool:
    """Whether these words were drawn in ruby, and underlined."""
    for part in seen.split("\x1b[")[1:]:
        codes, _, text = part.partition("m")
        if RUBY in codes and "4" in codes.split(";") and words in text:
            return True
    return False


async def test_a_page_is_typed_glows_is_pulled_and_is_there_when_one_comes_back(tmp_path: Path) -> None:
    async with server(tmp_path) as address, somebody() as client:
        page = await opened(client, address)
        await sit_down(page)
        await page.type("Ruby keeps bees.")
        await wait_for(page, "bees")
        await settle(page)
        assert RUBY in page.seen
        await page.press("F2")
        await settle(page)
        await page.close()
        again = await opened(client, address)
        await wait_for(again, "Resumed")
        await settle(again)
        await again.press("F6")
        await wait_for(again, "she keeps bees")
        await again.close()


async def test_words_that_were_not_pulled_are_still_in_the_machine(tmp_path: Path) -> None:
    async with server(tmp_path) as address, somebody() as client:
        page = await opened(client, address)
        await sit_down(page)
        await page.type("Ruby sings to the")
        await wait_for(page, "the")
        await settle(page)
        again = await opened(client, address)
        await page.ended()
        await wait_for(again, "Ruby sings to the")
        await again.close()
        (kept,) = tmp_path.glob("visitors/*/autosave.yaml")
        assert list(kept.parent.glob("autosave-*.yaml")) == [], "the one before had put it away"


async def test_everybody_has_a_playthrough_of_their_own(tmp_path: Path) -> None:
    async with server(tmp_path) as address:
        tokens = set()
        for name in ("one", "two"):
            async with somebody() as client:
                page = await opened(client, address)
                await wait_for(page, "Manuscript")
                assert "Resumed" not in words_of(page.seen)
                await settle(page)
                await page.press("End")
                await settle(page)
                await page.type("1")
                await settle(page)
                await page.close()
                (cookie,) = (one for one in client.cookie_jar if one.key == COOKIE)
                tokens.add(cookie.value)
                assert (visitor_folder(tmp_path, cookie.value) / "autosave.yaml").exists(), name
        assert len(tokens) == 2
        assert not any(token in str(path) for token in tokens for path in tmp_path.rglob("*"))


async def test_a_save_can_be_taken_along_and_nothing_of_this_machine_is_reached(tmp_path: Path) -> None:
    async with server(tmp_path) as address, somebody() as client:
        page = await opened(client, address)
        await sit_down(page)
        await page.type("\x0f")
        await wait_for(page, "You are here")
        assert "export" in words_of(page.seen)
        assert "import" not in words_of(page.seen)
        await page.type("e")
        await settle(page)
        ((_, key),) = page.told
        async with client.get(f"{address}/download/{key}") as response:
            assert response.status == 200
            assert "attachment" in response.headers["Content-Disposition"]
            content = await response.read()
        (kept,) = tmp_path.glob("visitors/*/autosave.yaml")
        assert content == kept.read_bytes()
        await page.close()


async def test_who_does_not_come_from_the_page_is_turned_away(tmp_path: Path) -> None:
    async with server(tmp_path) as address:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as client:
            for headers in (
                {},
                {"Origin": address},
                {"Origin": "http://elsewhere.example", "Cookie": f"{COOKIE}={'a' * 22}"},
                {"Origin": address, "Cookie": f"{COOKIE}=../../etc"},
                {"Cookie": f"{COOKIE}={'a' * 22}"},
            ):
                with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                    await client.ws_connect(f"{address}/ws", headers=headers)
                assert refused.value.status == 403
            async with client.get(address, headers={"Host": "rebound.example"}) as response:
                assert response.status == 403
        assert list(tmp_path.iterdir()) == []


async def test_what_is_no_message_ends_that_game_and_no_other(tmp_path: Path) -> None:
    async with server(tmp_path) as address, somebody() as client:
        for message in ({}, ["stdin"], ["resize", {"width": "x", "height": 1}], ["stdin", 5], [[]]):
            page = await opened(client, address, "width=9999999&height=-1")
            await wait_for(page, "Manuscript")
            await page.send(["resize", {"width": 10**9, "height": 10**9}])
            await page.send(message)
            if message == [[]]:
                await page.close()  # of a kind that nobody knows: passed over
            else:
                await page.ended()
        page = await opened(client, address)
        await wait_for(page, "Manuscript")
        await page.close()


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here; the websocket is tested without")
async def test_in_a_browser_it_is_drawn_typed_on_and_there_after_a_reload(tmp_path: Path) -> None:
    async with server(tmp_path / "saves") as address, chromium(tmp_path / "browser") as page:
        await page.open(address)
        await sit_down(page)
        await page.type("Ruby keeps bees.")
        await settle(page)
        assert glows(page.seen, "b") or RUBY in page.seen
        await page.picture(tmp_path / "typed.png")
        await page.press("F2")
        await settle(page)
        await page.picture(tmp_path / "pulled.png")
        before = len(page.seen)
        await page.call("Page.reload")
        await wait_for(page, "Resumed", before)
        await settle(page)
        await page.press("F6")
        await wait_for(page, "she keeps bees", before)
        await page.picture(tmp_path / "again.png")
        assert page.complaints == []
        assert all(
            one.startswith((address, "data:", address.replace("http", "ws"))) for one in page.requested
        )
