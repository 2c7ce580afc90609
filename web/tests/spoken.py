#!/usr/bin/env python3
"""A spoken order against Jarvis in real Chromium: espeak-ng says it, the answer is shown and heard, the lamp is on.

    spoken.py --binary .build/debug/jarvis [or --url http://127.0.0.1:8000]

Skipped, with the reason, where Jarvis holds no spoken conversations. With --binary what is understood is told by a stand-in; a running Jarvis has to understand it.
"""
import argparse
import contextlib
import sys

from browser import add_server_options, chromium, jarvis
from checks import Checks, expect
from recogniser import recogniser
from sound import RATE, microphone, silence, spoken
from voice_page import Voice

ORDER = "allume la lampe du salon"


def run(options):
    order = spoken(ORDER)
    if order is None:
        print("skipped: espeak-ng is missing; install it with: apt-get install espeak-ng")
        return 0
    checks, troubles = Checks(), []
    with contextlib.ExitStack() as stack:
        ears, url = None, options.url
        if options.binary:
            ears = stack.enter_context(recogniser(ORDER))
            url = stack.enter_context(jarvis(options.binary, JARVIS_STT_URL=ears.url))
        arguments = stack.enter_context(microphone(silence(1.5), order, silence(60)))
        voice = Voice(stack.enter_context(chromium(*arguments)), url, troubles).enter()
        page = voice.page
        voice.button.click()
        page.wait_for_selector(".voice-trouble, .core-listening:visible, .core-hearing:visible")
        if page.locator(".voice-trouble").count():
            print(f"skipped: this Jarvis holds no spoken conversations: {page.locator('.voice-trouble .note-text').inner_text()!r}")
            return 0

        def answered(turn):
            answer = page.locator(".turn").nth(turn).locator(".answer:not(.answer-running)")
            answer.wait_for(timeout=30_000)
            expect(page.locator(".turn .note-wrong").count() == 0, f"failed: {answer.inner_text()}")
            expect("lampe" in answer.inner_text().lower() or "salon" in answer.inner_text().lower(), f"answered {answer.inner_text()!r}")

        def conversation():
            voice.expect_on()
            voice.expect_heard()
            answered(0)
            page.wait_for_selector(".bar .core-listening", timeout=30_000)
            expect(ears is None or max(ears.heard) > 16_000, f"the recogniser was sent {ears and ears.heard} samples")
            voice.button.click()
            voice.expect_off()

        def pushed():
            page.focus("#message")
            page.keyboard.down("Space")
            voice.state("Parlez, puis relâchez")
            page.wait_for_timeout(2000 + len(order) * 1000 // RATE)
            page.keyboard.up("Space")
            answered(1)
            voice.expect_off()

        def obeyed():
            page.get_by_role("button", name="Maison", exact=True).click()
            page.locator(".tile", has_text="Lampe du salon").get_by_text("Allumé").wait_for()

        checks.run("a spoken order is answered aloud", conversation, page)
        checks.run("the same with the space bar held", pushed, page)
        checks.run("it is done", obeyed, page)
        checks.run("no script error, no breach of the policy", lambda: expect(troubles == [], f"{len(troubles)}: {troubles[:3]}"))
    return checks.summary()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_server_options(parser)
    options = parser.parse_args()
    if not options.url and not options.binary:
        parser.error("--url or --binary is needed")
    return run(options)


if __name__ == "__main__":
    sys.exit(main())
