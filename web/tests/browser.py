"""Chromium, the mock server, and the few steps that every script for the page begins with."""
import contextlib
import os
import pathlib
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent

#: Milliseconds until a condition that does not come true counts as failed.
PATIENCE = 10_000


@contextlib.contextmanager
def mock_server(*arguments, url=None):
    """The address of a mock server for as long as the block lasts; `url` itself where one is given."""
    if url:
        yield url
        return
    server = subprocess.Popen([sys.executable, str(HERE / "mock_server.py"), *arguments], stdout=subprocess.PIPE, text=True)
    try:
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.wait(5)


@contextlib.contextmanager
def chromium():
    """Debian's Chromium; `None` where there is none, unless CI is set."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        message = "Chromium is missing; install it with: apt-get install chromium"
        if os.environ.get("CI") == "true":
            raise SystemExit(message)
        print(f"skipped: {message}")
        raise SystemExit(0)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        try:
            yield browser
        finally:
            browser.close()


def set_up_or_sign_in(page, username, password, stay=False):
    """From either first screen to the chat."""
    page.wait_for_selector("form [name=username], #message")
    if page.locator("#message").count():
        return
    page.fill("[name=username]", username)
    page.fill("[name=password]", password)
    if page.locator("[name=repeat]").count():
        page.fill("[name=repeat]", password)
    elif stay:
        page.check(".check input")
    page.press("[name=password]", "Enter")
    page.wait_for_selector("#message")
