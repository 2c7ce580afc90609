#!/usr/bin/env python3
"""Takes the picture of the interface for README: a short French conversation with a timer and a reminder, at 1280 × 800.

    screenshot.py [--url http://127.0.0.1:8000 | --binary .build/release/jarvis] [--out docs/interface.png] [--username … --password …] [--phone FILE]

With --binary it starts that Jarvis on an empty data folder, without either the mock server. Creates the owner account where there is none.
"""
import argparse
import os
import pathlib

from browser import add_server_options, chromium, server, set_up_or_sign_in

CONVERSATIONS = [
    ["Combien font 18 % de 250 ?"],
    ["Quel jour tombe Noël cette année ?"],
    ["Ajoute du lait, des œufs et des citrons à la liste de courses"],
    ["Quelle heure est-il à Tokyo ?", "Mets un minuteur de 10 minutes pour les pâtes", "Rappelle-moi d’appeler Léa demain à neuf heures"],
]
ZONE = "Europe/Paris"

#: A window a little larger than the picture, so that the whole conversation shows.
WINDOW, WIDTH = {"width": 1424, "height": 890}, 1280


def converse(page):
    for questions in CONVERSATIONS:
        page.locator(".new-conversation").click()
        for count, question in enumerate(questions, 1):
            page.fill("#message", question)
            page.press("#message", "Enter")
            page.wait_for_function("n => document.querySelectorAll('.answer-tools .tool-trace').length === n", arg=count)
    page.wait_for_selector(".timer")
    page.wait_for_selector(".link-open")
    page.wait_for_function("n => document.querySelectorAll('.conversation').length >= n", arg=len(CONVERSATIONS))
    page.mouse.move(WINDOW["width"] / 2, 2)
    page.wait_for_timeout(600)  # until what slides and fades has come to rest


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_server_options(parser)
    parser.add_argument("--out", default="docs/interface.png", type=pathlib.Path)
    parser.add_argument("--phone", type=pathlib.Path, help="also take one of 390 × 844")
    parser.add_argument("--username", default="Maison")
    parser.add_argument("--password", default="cheval agrafe pile correcte")
    options = parser.parse_args()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    os.environ["TZ"] = ZONE  # for the server, too
    with server(options, "--showcase") as url, chromium() as browser:
        context = browser.new_context(viewport=WINDOW, device_scale_factor=WIDTH / WINDOW["width"], locale="fr-FR", timezone_id=ZONE, color_scheme="dark")
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
