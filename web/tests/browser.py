"""Chromium, the servers, and the few steps that every script for the page begins with."""
import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

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
def jarvis(binary, **settings):
    """The address of a Jarvis for as long as the block lasts: `binary` on free ports and an empty data folder, with no language model, and with these settings."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # whoever stops this script stops the server, too
    with tempfile.TemporaryDirectory(prefix="jarvis-web-") as folder, open(f"{folder}/log", "w+", encoding="utf-8") as log:
        # Only what a program needs to run: a person's own settings must not change what is tested.
        environment = {name: os.environ[name] for name in ("PATH", "LANG", "LD_LIBRARY_PATH", "TMPDIR", "TZ") if name in os.environ}
        environment |= {
            "HOME": folder, "JARVIS_HOME": f"{folder}/data", "JARVIS_WEB_ROOT": str(HERE.parent / "dist"), "BACKEND_PORT": "0", "INTERFACE_PORT": "0", "STT_API_PORT": "0", "TTS_API_PORT": "0",
            "JARVIS_HOME_FILE": str(HERE / "data" / "house.yaml"), "RATE_LIMIT_PER_MINUTE": "100000", "OLLAMA_BASE_URL": "http://127.0.0.1:9", **settings,
        }
        server = subprocess.Popen([str(pathlib.Path(binary).resolve()), "serve"], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            url = next((found[1] for line in server.stdout if (found := re.match(r"\s*interface\s+(http://\S+)", line))), None)
            if url is None:
                log.seek(0)
                raise SystemExit(f"{binary} did not start:\n{log.read()[-2000:]}")
            yield url
        finally:
            server.terminate()
            try:
                server.wait(15)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
                raise SystemExit("the server did not end within 15 s of SIGTERM") from None


def server(options, *mock, **settings):
    """What `options` (`--url` or `--binary`, with `settings`) name; else the mock, started with these arguments."""
    return jarvis(options.binary, **settings) if options.binary else mock_server(*mock, url=options.url)


def add_server_options(parser):
    parser.add_argument("--url", help="a server that runs")
    parser.add_argument("--binary", help="the program jarvis, to be started for this")


@contextlib.contextmanager
def chromium(*arguments):
    """Debian's Chromium; `None` where there is none, unless CI is set."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        message = "Chromium is missing; install it with: apt-get install chromium"
        if os.environ.get("CI") == "true":
            raise SystemExit(message)
        print(f"skipped: {message}")
        raise SystemExit(0)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage", *arguments])
        try:
            yield browser
        finally:
            browser.close()


def set_up_or_sign_in(page, username, password, stay=False, ready="#message"):
    """From either first screen to the chat, or whatever else is `ready`."""
    page.wait_for_selector(f"form [name=username], {ready}")
    if page.locator(ready).count():
        return
    page.fill("[name=username]", username)
    page.fill("[name=password]", password)
    if page.locator("[name=repeat]").count():
        page.fill("[name=repeat]", password)
    elif stay:
        page.check(".check input")
    page.press("[name=password]", "Enter")
    page.wait_for_selector(ready)
