"""docs/asvs.md names tests that exist, and says of each line how it stands."""
import re
import unittest
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs/asvs.md"
STATES = {"met", "partly", "not", "–"}


def lines(text):
    """(id, what, state, proof) of each row."""
    return [tuple(cell.strip() for cell in row.split("|")[1:-1]) for row in text.splitlines() if re.match(r"\| \d", row)]


def missing(text):
    """Tests that are named and not there: a link to a program whose text is not one of its functions, nor the program's own name."""
    found = []
    for name, path in re.findall(r"\[(\w+)\]\(\.\./([\w/.+-]+\.(?:swift|py))\)", text):
        file = ROOT / path
        if not file.exists() or name != file.stem and not re.search(rf"\b(func|def) {name}\(", file.read_text(encoding="utf-8")):
            found.append(f"{path}:{name}")
    return found


class ASVSTests(unittest.TestCase):
    def test_every_test_that_is_named_exists(self):
        text = PAGE.read_text(encoding="utf-8")
        self.assertGreater(len(re.findall(r"\.(?:swift|py)\)", text)), 100)
        self.assertEqual(missing(text), [])

    def test_a_test_that_does_not_exist_is_found(self):
        self.assertEqual(missing("[noSuchTest](../scripts/tests/test_asvs.py), [missing](../scripts/tests/test_asvs.py)"), ["scripts/tests/test_asvs.py:noSuchTest"])
        self.assertEqual(missing("[a](../Tests/NoSuchFile.swift)"), ["Tests/NoSuchFile.swift:a"])

    def test_every_line_has_a_state_and_a_proof_and_is_there_once(self):
        rows = lines(PAGE.read_text(encoding="utf-8"))
        self.assertEqual([number for number, count in Counter(row[0] for row in rows).items() if count > 1], [])
        for row in rows:
            with self.subTest(row[0]):
                self.assertEqual(len(row), 4)
                self.assertIn(row[2], STATES)
                self.assertTrue(row[3] or row[2] == "not", "nothing shows it")

    def test_the_sum_is_right(self):
        text = PAGE.read_text(encoding="utf-8")
        states = Counter(row[2] for row in lines(text))
        told = re.search(r"Of (\d+) lines (\d+) are met, (\d+) partly, (\d+) not, and (\d+) do not apply", text)
        self.assertEqual([int(number) for number in told.groups()], [sum(states.values()), states["met"], states["partly"], states["not"], states["–"]])


if __name__ == "__main__":
    unittest.main()
