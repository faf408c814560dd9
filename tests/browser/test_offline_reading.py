"""A page that was read opens without a connection, whole and in one version, and can be forgotten."""

from __future__ import annotations

import re
import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import expect

from browser.offline import OTHER, PAGE, SIDES, controls, edition, is_styled, opens, read, wait_until_kept
from browser.test_accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from browser.offline import Connection


@SIDES
def test_a_page_once_read_opens_offline_with_its_styles(connection: Connection, page: Page, side: str) -> None:
    read(page, f"{connection.url}{side}{PAGE}")
    title = page.title()
    connection.cut()
    page.goto(f"{connection.url}{side}{PAGE}?from=elsewhere#effects")

    assert page.title() == title
    assert is_styled(page)
    page.locator(".scheme-button").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", re.compile("dark|light"))


def test_a_page_read_later_is_kept_like_the_first(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    read(page, connection.url + OTHER)
    connection.cut()
    page.goto(connection.url + OTHER)

    assert page.url == connection.url + OTHER
    assert is_styled(page)


def test_a_network_that_never_answers_does_not_keep_a_kept_page_back(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    read(page, connection.url + OTHER)
    connection.cut()
    with socket.create_server(("127.0.0.1", urlsplit(connection.url).port or 0)):
        page.goto(connection.url + PAGE)

        assert page.url == connection.url + PAGE
        assert is_styled(page)


def test_a_page_never_read_says_so_and_gives_the_numbers_to_call(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    connection.cut()
    page.goto(f"{connection.url}zh/guide/gloom/")

    for tag in ("en", "zh-CN"):
        expect(page.locator(f"article[lang={tag}] h1")).to_be_visible()
        expect(page.locator(f"article[lang={tag}] a[href='tel:555']")).to_be_visible()
    assert violations(page) == []
    page.locator("article[lang=en]").get_by_text("Home").click()
    assert page.url == connection.url


def test_pages_that_were_read_can_be_forgotten(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    controls(page, connection)
    page.locator(".offline-forget").click()
    expect(page.locator(".offline-read [role=status]")).to_have_text("None are kept.")
    connection.cut()

    assert not opens(page, connection.url + PAGE)


def test_reading_leaves_nothing_behind_if_the_reader_wishes_so(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    controls(page, connection)
    page.locator(".offline-nothing").check()
    expect(page.locator(".offline-read [role=status]")).to_have_text("None are kept.")
    page.goto(connection.url + OTHER)
    page.goto(f"{connection.url}guide/offline/")
    expect(page.locator(".offline-nothing")).to_be_checked()
    expect(page.locator(".offline-read [role=status]")).to_have_text("None are kept.")
    connection.cut()

    assert not opens(page, connection.url + OTHER)


def test_a_page_is_never_shown_with_the_styles_of_another_version(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    connection.publish()
    read(page, connection.url + OTHER)
    assert edition(page) == (True, True)
    connection.cut()
    page.goto(connection.url + PAGE)
    assert (edition(page), is_styled(page)) == ((False, False), True)
    page.goto(connection.url + OTHER)
    assert (edition(page), is_styled(page)) == ((True, True), True)


def test_an_address_without_its_last_slash_finds_the_page(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    connection.cut()
    page.goto(connection.url + PAGE.rstrip("/"))

    assert page.url == connection.url + PAGE


def test_the_findings_of_a_page_are_kept_with_it(connection: Connection, page: Page) -> None:
    read(page, connection.url + PAGE)
    page.reload()
    page.locator(".bibliography").scroll_into_view_if_needed()
    wait_until_kept(page, f"{connection.url}{PAGE}asides.json")
    connection.cut()
    page.goto(connection.url + PAGE)
    page.locator(".bibliography").scroll_into_view_if_needed()

    expect(page.locator("#ref-alpha2020first .finding")).to_contain_text("Calmol beat placebo")
