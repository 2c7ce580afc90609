"""The judge of the home benchmark, on made-up observations; its lists; and, where Home Assistant is installed, a few commands on the real one."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE.parent / "home"
sys.path[:0] = [str(HERE.parent), str(HOME)]
sys.dont_write_bytecode = True
import cases  # noqa: E402
import hass  # noqa: E402
import house  # noqa: E402
import shape  # noqa: E402
from judge import ASKED, EARLY, FALSE, LOST, PART, RIGHT, WRONG, Reply, Seen, judge  # noqa: E402

LAMP, OTHER = "light.salon_lampadaire", "light.cuisine_spots"
OFF, ON = {"state": "off"}, {"state": "on", "brightness": 50}


def verdict(row, reply, changes=(), middle=None, **more):
    """`changes` are (entity, observation, time); the reply comes at 10."""
    start = {LAMP: OFF, OTHER: OFF, "cover.salon_volet": {"state": "open", "position": 30}}
    seen = Seen(start=start, middle=middle or start, changes=list(changes), reply=Reply(reply, 9, 10), **more)
    return judge(cases.read("kind", {"say": "…"} | row), seen).outcome


class JudgeTests(unittest.TestCase):
    def test_what_should_change_does_and_nothing_else(self):
        on = {"to": {LAMP: "on"}}
        self.assertEqual(verdict(on, "Le lampadaire est allumé.", [(LAMP, ON, 9.5)]), RIGHT)
        self.assertEqual(verdict(on, "Le lampadaire est allumé.", [(LAMP, ON, 9.5), (OTHER, ON, 9.6)]), WRONG)
        self.assertEqual(verdict(on, "Le lampadaire est allumé.", [(LAMP, ON, 9.5), (OTHER, ON, 9.6), (OTHER, OFF, 9.7)]), WRONG)
        self.assertEqual(verdict(on | {"maybe": [OTHER]}, "Allumé.", [(LAMP, ON, 9.5), (OTHER, ON, 9.6)]), RIGHT)
        self.assertEqual(verdict({"to": {LAMP: "20%"}}, "20 %.", [(LAMP, ON, 9.5)]), WRONG)

    def test_done_is_said_after_it_is_done(self):
        on = {"to": {LAMP: "on"}}
        self.assertEqual(verdict(on, "Le lampadaire est allumé.", [(LAMP, ON, 10.5)]), EARLY)
        self.assertEqual(verdict(on, "Le lampadaire est allumé."), FALSE)
        closed = {"to": {"cover.salon_volet": "closed"}}
        change = [("cover.salon_volet", {"state": "closed", "position": 0}, 13)]
        self.assertEqual(verdict(closed, "Le volet se ferme.", change), RIGHT)
        self.assertEqual(verdict(closed, "Fermé", change), EARLY)

    def test_what_was_not_done_is_told_apart(self):
        both = {"to": {LAMP: "on", OTHER: "on"}}
        self.assertEqual(verdict(both, "Je n'ai pas compris."), LOST)
        self.assertEqual(verdict(both, "Laquelle : celle du salon ou celle de la cuisine ?"), ASKED)
        self.assertEqual(verdict(both, "Le lampadaire est allumé, mais je ne connais pas le reste.", [(LAMP, ON, 9.5)]), PART)
        self.assertEqual(verdict(both, "C'est fait.", [(LAMP, ON, 9.5)]), FALSE)

    def test_what_an_earlier_sentence_did_is_not_held_against_the_last(self):
        row, first = {"to": {LAMP: "20%"}}, [(LAMP, ON, 5)]
        self.assertEqual(verdict(row, "Je n'ai pas compris.", first, middle={LAMP: ON, OTHER: OFF}), LOST)
        self.assertEqual(verdict(row, "À 70 %.", [*first, (LAMP, {"state": "on", "brightness": 70}, 9.5)], middle={LAMP: ON, OTHER: OFF}), WRONG)

    def test_nothing_may_be_done_and_nothing_claimed(self):
        row = {"nothing": True, "reply": "veranda"}
        self.assertEqual(verdict(row, "Je ne connais pas la véranda."), RIGHT)
        self.assertEqual(verdict(row, "Je ne connais pas cette pièce."), LOST)
        self.assertEqual(verdict(row, "La véranda est allumée."), FALSE)
        self.assertEqual(verdict(row, "Je ne connais pas la véranda.", [(OTHER, ON, 9)]), WRONG)

    def test_not_to_do_something_has_to_be_understood(self):
        self.assertEqual(verdict({"nothing": True}, "D'accord, je ne touche à rien."), RIGHT)
        self.assertEqual(verdict({"nothing": True}, "Je n'ai pas compris."), LOST)

    def test_an_echo_of_what_was_not_understood_is_no_answer(self):
        self.assertEqual(verdict({"reply": "15[.,]6"}, "Il fait 15,6 °C dehors."), RIGHT)
        self.assertEqual(verdict({"reply": "demain"}, "Je ne connais pas la pièce demain."), LOST)

    def test_later_is_not_now(self):
        row = {"to": {LAMP: "on"}, "after": 3}
        self.assertEqual(verdict(row, "Dans trois secondes.", [(LAMP, ON, 12.9)], not_before=11.5), RIGHT)
        self.assertEqual(verdict(row, "Allumé.", [(LAMP, ON, 9.9)], not_before=11.5), WRONG)

    def test_lists_and_timers(self):
        milk = {"lists": {"courses": {"has": ["lait"], "lacks": ["pain"]}}}
        self.assertEqual(verdict(milk, "C'est noté.", lists={"courses": ["Du lait "]}), RIGHT)
        self.assertEqual(verdict(milk, "C'est noté.", lists={"courses": ["lait", "pain"]}), FALSE)
        self.assertEqual(verdict({"timers": [600]}, "C'est parti.", timers=[598.7]), RIGHT)
        self.assertEqual(verdict({"timers": [600]}, "C'est parti.", timers=[60]), FALSE)


class ShapeTests(unittest.TestCase):
    def test_short_forms(self):
        self.assertEqual(shape.wanted(LAMP, True), {"state": "on"})
        self.assertEqual(shape.wanted(LAMP, "50%"), {"brightness": 50, "state": "on"})
        self.assertTrue(shape.meets({"state": "on", "brightness": 41}, shape.wanted(LAMP, ">40%")))
        self.assertFalse(shape.meets({"state": "on", "brightness": 40}, shape.wanted(LAMP, ">40%")))
        self.assertTrue(shape.meets({"state": "docked"}, shape.wanted("vacuum.aspirateur", "paused|docked")))
        with self.assertRaises(ValueError):
            shape.wanted("lock.entree_porte", "50%")

    def test_colours(self):
        def light(**attributes):
            return shape.observe({"entity_id": LAMP, "state": "on", "attributes": attributes})
        self.assertTrue(shape.meets(light(color_mode="hs", hs_color=[356, 90]), shape.wanted(LAMP, "red")))
        self.assertFalse(shape.meets(light(color_mode="hs", hs_color=[240, 90]), shape.wanted(LAMP, "red")))
        self.assertTrue(shape.meets(light(color_mode="color_temp", color_temp_kelvin=2700), shape.wanted(LAMP, "warm")))

    def test_what_moves_by_itself_is_not_seen(self):
        one, two = ({"entity_id": "media_player.x", "state": "playing", "attributes": {"volume_level": 0.4, "media_position": position}} for position in (1, 2))
        self.assertEqual(shape.observe(one), shape.observe(two))


class ListTests(unittest.TestCase):
    def setUp(self):
        try:
            import yaml  # noqa: F401
        except ImportError:
            self.skipTest("there is no PyYAML here")

    def test_both_lists_can_be_played(self):
        for language, least in ("fr", 150), ("en", 60):
            found = cases.load(HOME / f"commands.{language}.yaml")
            self.assertGreaterEqual(len(found), least)
            for case in found:
                for entity, wanted in case.start.items():
                    shape.services(entity, wanted)
            self.assertEqual(len({(case.name, str(case.start)) for case in found}), len(found), "a command stands there twice")

    def test_each_variant_is_there_thirty_times_in_french(self):
        kinds = [case.kind for case in cases.load(HOME / "commands.fr.yaml")]
        for variant in ("typo", "accents", "two", "pronoun", "unknown", "negation", "except", "delay"):
            self.assertGreaterEqual(kinds.count(variant), 30, variant)


class HouseTests(unittest.TestCase):
    def test_ids_and_areas_fit(self):
        self.assertEqual(len(house.BY_ID), len(house.ENTITIES))
        self.assertLessEqual({entity.area for entity in house.ENTITIES} - {None}, {key for key, *_ in house.AREAS})

    def test_a_few_commands_on_the_real_home_assistant(self):
        python = HERE.parent.parent / ".jarvis/venv/bin/python"
        if not hass.HomeAssistant.is_installed() or subprocess.run([python, "-c", "import yaml"], capture_output=True).returncode:
            self.skipTest("Home Assistant or PyYAML is not installed: scripts/setup bench")
        with tempfile.TemporaryDirectory() as results:
            done = subprocess.run([python, HOME / "run.py", "--side", "peer", "--language", "en", "--kind", "light", "--limit", "3", "--show", "all"],
                                  capture_output=True, text=True, timeout=120, env=os.environ | {"BENCH_RESULTS": results})
        self.assertIn("'Turned on the light' ", done.stdout + done.stderr)
        self.assertRegex(done.stdout, r"light +3 +– +100 %")


if __name__ == "__main__":
    unittest.main()
