#!/usr/bin/env python3
"""Takes the picture of the interface for README: a short French conversation with a running timer, at 1280 × 800.

    screenshot.py [--url http://127.0.0.1:8000] [--out docs/interface.png] [--username … --password …] [--phone FILE]

Without --url it starts the mock server. Creates the owner account where there is none.
"""
import argparse
import datetime
import pathlib

from browser import chromium, mock_server, set_up_or_sign_in

QUESTIONS = ["Ajoute du lait, des œufs et des citrons à la liste de courses", "Mets un minuteur de 10 minutes pour les pâtes"]


def evening():
    """The time zone in which it is between seven and eight in the evening now: the picture shows the day's conversations."""
    ahead = (19 - datetime.datetime.now(datetime.timezone.utc).hour + 11) % 24 - 11
    return f"Etc/GMT{-ahead:+d}"  # POSIX counts them the other way round


def converse(page):
    for count, question in enumerate(QUESTIONS, 1):
        page.fill("#message", question)
        page.press("#message", "Enter")
        page.wait_for_function("n => document.querySelectorAll('.answer-tools .tool-trace').length === n", arg=count)
    page.wait_for_selector(".timer")
    page.wait_for_selector(".link-open")
    page.locator(".log").evaluate("log => log.scrollTop = 0")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url")
    parser.add_argument("--out", default="docs/interface.png", type=pathlib.Path)
    parser.add_argument("--phone", type=pathlib.Path, help="also take one of 390 × 844")
    parser.add_argument("--username", default="Camille")
    parser.add_argument("--password", default="cheval agrafe pile correcte")
    options = parser.parse_args()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with mock_server("--showcase", url=options.url) as url, chromium() as browser:
        context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="fr-FR", timezone_id=evening(), color_scheme="dark")
        page = context.new_page()
        page.goto(url)
        set_up_or_sign_in(page, options.username, options.password)
        converse(page)
        page.screenshot(path=options.out)
        print(options.out)
        if options.phone:
            page.set_viewport_size({"width": 390, "height": 844})
            page.wait_for_function("() => getComputedStyle(document.querySelector('.sidebar')).visibility === 'hidden'")
            page.locator(".log").evaluate("log => log.scrollTop = log.scrollHeight")
            page.screenshot(path=options.phone)
            print(options.phone)
        context.close()


if __name__ == "__main__":
    main()
