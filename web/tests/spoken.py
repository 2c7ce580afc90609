#!/usr/bin/env python3
"""A spoken order against Jarvis in real Chromium: espeak-ng says it, the answer is shown and heard, the lamp is on.

    spoken.py --binary .build/debug/jarvis [or --url http://127.0.0.1:8000]

With --binary it is said in English, which Jarvis understands by itself, and in French, where a stand-in tells what is understood: there is no French
model to be counted on. A running Jarvis is spoken to in French, and has to understand it.
"""
import argparse
import contextlib
import os
import re
import sys
from dataclasses import dataclass, field

from browser import HERE, add_server_options, chromium, jarvis
from checks import Checks, expect
from recogniser import recogniser
from sound import RATE, microphone, silence, spoken
from voice_page import Voice


@dataclass
class Tongue:
    """What is said, and what is seen then."""
    locale: str
    voice: str
    order: str
    answer: str
    lamp: str
    on: str
    house: str
    held: str
    settings: dict = field(default_factory=dict)


FRENCH = Tongue("fr-FR", "fr", "allume la lampe du salon", "allumé", "Lampe du salon", "Allumé", "Maison", "Parlez, puis relâchez")
ENGLISH = Tongue("en-US", "en-us", "turn on the kitchen light", " on", "Kitchen light", "On", "House", "Talk, then let go",
                 {"JARVIS_LANGUAGE": "en", "JARVIS_HOME_FILE": str(HERE / "data/house.en.yaml")})


def hold(checks, tongue, options, understands):
    """`understands`: what is said is made out by Jarvis itself."""
    order, troubles = spoken(tongue.order, tongue.voice), []
    with contextlib.ExitStack() as stack:
        ears, url = None, options.url
        if options.binary:
            ears = None if understands else stack.enter_context(recogniser(tongue.order))
            url = stack.enter_context(jarvis(options.binary, **tongue.settings, **({"JARVIS_STT_URL": ears.url} if ears else {})))
        arguments = stack.enter_context(microphone(silence(1.5), order, silence(60)))
        voice = Voice(stack.enter_context(chromium(*arguments)), url, troubles, locale=tongue.locale).enter()
        page = voice.page

        def answered(number):
            turn = page.locator(".turn").nth(number)
            answer = turn.locator(".answer:not(.answer-running)")
            answer.wait_for(timeout=30_000)
            expect(page.locator(".turn .note-wrong").count() == 0, f"failed: {answer.inner_text()}")
            question = turn.locator(".question").inner_text()
            expect(tongue.order in question.lower(), f"understood {question!r}")
            expect(tongue.answer in answer.inner_text().lower(), f"answered {answer.inner_text()!r}")

        def conversation():
            voice.button.click()
            voice.expect_on()
            page.wait_for_selector(".voice-trouble, .core-listening:visible, .core-hearing:visible", timeout=30_000)
            expect(page.locator(".voice-trouble").count() == 0, "the voice does not start")
            voice.expect_heard()
            answered(0)
            page.wait_for_selector(".bar .core-listening", timeout=30_000)
            expect(ears is None or max(ears.heard) > 16_000, f"the recogniser was sent {ears and ears.heard} samples")
            voice.button.click()
            voice.expect_off()

        def pushed():
            page.focus("#message")
            page.keyboard.down("Space")
            voice.state(tongue.held)
            page.wait_for_timeout(2000 + len(order) * 1000 // RATE)
            page.keyboard.up("Space")
            answered(1)
            voice.expect_off()

        def obeyed():
            page.get_by_role("button", name=tongue.house, exact=True).click()
            page.locator(".tile", has_text=tongue.lamp).get_by_text(re.compile(rf"^{tongue.on}(\s|$)")).wait_for()

        heard = f"{tongue.locale}, {'understood by Jarvis' if ears is None else 'with a stand-in that understands'}"
        checks.run(f"a spoken order is answered aloud ({heard})", conversation, page)
        checks.run(f"the same with the space bar held ({heard})", pushed, page)
        checks.run(f"it is done ({tongue.locale})", obeyed, page)
        checks.run(f"no script error, no breach of the policy ({tongue.locale})", lambda: expect(troubles == [], f"{len(troubles)}: {troubles[:3]}"))


def run(options):
    if spoken("a") is None:
        message = "espeak-ng is missing; install it with: apt-get install espeak-ng"
        if os.environ.get("CI") == "true":
            raise SystemExit(message)
        print(f"skipped: {message}")
        return 0
    checks = Checks()
    if options.binary:
        hold(checks, ENGLISH, options, understands=True)
    hold(checks, FRENCH, options, understands=not options.binary)
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
