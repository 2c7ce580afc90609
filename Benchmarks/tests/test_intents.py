"""What the intents benchmark makes of sentences, and how it compares slots. Skipped where PyYAML or hassil is missing."""
import json
import os
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "intents")]
sys.dont_write_bytecode = True
try:
    import corrupt
    import testfiles
except ImportError:
    corrupt = None

PYTHON = ROOT / ".jarvis/venv/bin/python"
# Answers every sentence as its file expects, but turns off what is to be turned on.
STAND_IN = """#!/usr/bin/env python3
import json, sys
from pathlib import Path
cases = []
for path in sorted(Path(sys.argv[3]).glob("*/*/*.yaml")):
    content = json.loads(path.read_text())
    for test in content["tests"]:
        for sentence in test["sentences"]:
            intent = path.parent.name
            wrong = intent == "HassTurnOn"
            cases.append({"file": str(path), "language": content["language"], "sentence": sentence, "expected": {"intent": intent, "slots": {}},
                          "outcome": "wrong" if wrong else "passed", "got": {"intent": "HassTurnOff" if wrong else intent, "slots": {}, "score": 0}})
print(json.dumps({"languages": {}, "cases": cases}))
"""


def file(*sentences, intent="HassTurnOn", slots=None, language="fr"):
    return testfiles.TestFile(language, intent, "name_only", {"areas": [], "floors": [], "entities": [{"name": "lampe", "domain": "light"}]},
                              [testfiles.Case(sentence, intent, slots or {}) for sentence in sentences])


@unittest.skipUnless(corrupt, "there is no PyYAML here: scripts/setup bench")
class CorruptionTests(unittest.TestCase):
    SENTENCES = ("allume la lumière de la cuisine", "ferme les volets du salon à 50 %", "mets un minuteur de vingt minutes")

    def spoil(self, kind, **more):
        return [case.sentence for case in corrupt.corrupt(file(*self.SENTENCES), kind, lambda _: set(), **more).cases]

    def test_the_same_seed_gives_the_same_sentences(self):
        for kind in corrupt.KINDS:
            self.assertEqual(self.spoil(kind), self.spoil(kind))
        self.assertNotEqual(self.spoil("typo"), self.spoil("typo", seed=1))

    def test_a_typo_is_in_the_longest_word_alone(self):
        for before, after in zip(self.SENTENCES, self.spoil("typo")):
            changed = [(a, b) for a, b in zip(before.split(), after.split()) if a != b]
            self.assertEqual(len(changed), 1, after)
            self.assertEqual(changed[0][0], max(before.split(), key=len))

    def test_without_accents_nothing_else_changes(self):
        self.assertEqual(self.spoil("accents")[0], "allume la lumiere de la cuisine")
        self.assertEqual(corrupt.without_accents("cœur d'Œdipe à l'été"), "coeur d'Oedipe a l'ete")

    def test_the_dropped_word_is_an_inner_one(self):
        for before, after in zip(self.SENTENCES, self.spoil("dropped")):
            self.assertEqual(len(after.split()), len(before.split()) - 1)
            self.assertEqual((after.split()[0], after.split()[-1]), (before.split()[0], before.split()[-1]))

    def test_what_is_misheard_is_never_a_number(self):
        for seed in range(50):
            for before, after in zip(self.SENTENCES, self.spoil("speech", seed=seed)):
                self.assertNotEqual(before, after)
                self.assertEqual("vingt" in before, "vingt" in after)
                self.assertEqual("50" in before, "50" in after)

    def test_free_text_is_expected_as_it_was_said(self):
        spoilt = corrupt.corrupt(file("ajoute saucissonnade à la liste", intent="HassListAddItem", slots={"item": "saucissonnade"}), "typo", lambda _: {"item"})
        wanted = spoilt.cases[0].slots["item"]
        self.assertIn(spoilt.cases[0].sentence.split()[1], wanted)
        self.assertEqual(corrupt.spoilt("il pleut", ("qu'il", ""), "dropped"), ["il pleut", "pleut"])
        kept = corrupt.corrupt(file("allume saucissonnade", slots={"name": "saucissonnade"}), "typo", lambda _: set())
        self.assertEqual(kept.cases[0].slots, {"name": "saucissonnade"})


@unittest.skipUnless(corrupt, "there is no PyYAML here: scripts/setup bench")
class SlotTests(unittest.TestCase):
    def test_numbers_spellings_and_choices(self):
        self.assertTrue(testfiles.same_slots({"brightness": 50, "name": "Lampe"}, {"brightness": 50.0, "name": "lampe ", "domain": "light"}))
        self.assertTrue(testfiles.same_slots({"name": ["une", "deux"]}, {"name": "deux"}))
        self.assertTrue(testfiles.same_slots({"domain": ["light", "fan"]}, {"domain": ["fan", "light"]}))
        self.assertFalse(testfiles.same_slots({"name": "lampe"}, {"area": "salon"}))

    def test_what_is_written_is_read_again(self):
        with tempfile.TemporaryDirectory() as folder:
            testfiles.write(file("allume la lampe", slots={"name": "lampe"}), folder)
            [read] = testfiles.read_language(Path(folder) / "fr")
        self.assertEqual((read.name, read.cases[0].sentence, read.cases[0].slots, read.home["entities"][0]["name"]),
                         ("HassTurnOn/name_only", "allume la lampe", {"name": "lampe"}, "lampe"))


class RunTests(unittest.TestCase):
    def test_it_compares_both_and_finds_what_is_wrong(self):
        if not PYTHON.exists() or subprocess.run([PYTHON, "-c", "import hassil, yaml, home_assistant_intents"], capture_output=True).returncode:
            self.skipTest("hassil is not installed: scripts/setup bench")
        with tempfile.TemporaryDirectory() as folder:
            for intent, sentence in ("HassTurnOn", "allume la lampe"), ("HassTurnOff", "éteins la lampe"):
                path = Path(folder) / f"data/fr/{intent}/name_only.yaml"
                path.parent.mkdir(parents=True)
                path.write_text(json.dumps({"language": "fr", "entities": [{"name": "lampe", "domain": "light"}],
                                            "tests": [{"sentences": [sentence], "slots": {"name": "lampe"}}]}))
            stand_in = Path(folder) / "jarvis"
            stand_in.write_text(STAND_IN)
            stand_in.chmod(stat.S_IRWXU)
            done = subprocess.run([PYTHON, ROOT / "Benchmarks/intents/run.py", "--data", f"{folder}/data", "--binary", stand_in, "--no-speed"],
                                  capture_output=True, text=True, timeout=60, env=os.environ | {"BENCH_RESULTS": folder})
        self.assertIn("fr plain (2 sentences)  ours: 1 passed, 0 asked, 0 failed, 1 wrong  |  hassil: 2 passed", done.stdout, done.stderr)
        self.assertRegex(done.stdout, r"fr: typo, wrong +% +50")
        self.assertEqual(done.returncode, 1)

    def test_without_data_nothing_is_measured(self):
        done = subprocess.run([sys.executable, ROOT / "Benchmarks/intents/run.py", "--data", "/nonexistent"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("not there", done.stdout)


if __name__ == "__main__":
    unittest.main()
