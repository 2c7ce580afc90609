"""The bookkeeping of the house-durability benchmark: each line that Home Assistant wrote belongs to one command, or is found out."""
import contextlib
import importlib.util
import io
import os
import sys
import tempfile
import types
import unittest
from pathlib import Path
from unittest import mock

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("house_durability", HERE.parent / "house-durability/run.py")
durability = importlib.util.module_from_spec(spec)
sys.modules["house_durability"] = durability
spec.loader.exec_module(durability)
Said, Client = durability.Said, durability.Client


def verdict(said, lines):
    """What is printed of one lamp, and the exit code."""
    chosen = types.SimpleNamespace(show=10, commands=len(said), restarts=0)
    record = {name: [] for name in durability.LAMPS} | {"veilleuse": lines}
    with tempfile.TemporaryDirectory() as results, contextlib.redirect_stdout(io.StringIO()) as output, mock.patch.dict(os.environ, BENCH_RESULTS=results):
        code = durability.judge([Client("veilleuse", said)], record, [], 1, chosen)
    return code, output.getvalue()


def done(percent, at):
    return Said(percent, at, at + 0.02, f"La veilleuse est à {percent} %.", done=True)


class RecordTests(unittest.TestCase):
    def test_each_once_is_well(self):
        code, output = verdict([done(12, 10), done(49, 11)], [(12, 10.01), (49, 11.01)])
        self.assertEqual(code, 0, output)

    def test_twice_is_found(self):
        code, output = verdict([done(12, 10), done(49, 11)], [(12, 10.01), (12, 10.4), (49, 11.01)])
        self.assertEqual(code, 1)
        self.assertIn("executed twice: veilleuse 12 %", output)

    def test_twice_is_found_when_the_second_comes_with_the_next_command(self):
        code, output = verdict([done(12, 10), done(49, 11)], [(12, 10.01), (12, 11.5), (49, 11.01)])
        self.assertEqual(code, 1)
        self.assertIn("executed twice: veilleuse 12 %", output)

    def test_long_after_is_found(self):
        code, output = verdict([done(12, 10), done(49, 11), done(86, 12)], [(12, 10.01), (49, 11.01), (86, 12.01), (12, 12.5)])
        self.assertEqual(code, 1)
        self.assertIn("never asked for then", output)

    def test_said_and_not_done_is_found(self):
        code, output = verdict([done(12, 10), done(49, 11)], [(12, 10.01)])
        self.assertEqual(code, 1)
        self.assertIn("reported done, and was not: veilleuse 49 %", output)

    def test_done_and_not_said_is_allowed(self):
        said = [done(12, 10), done(86, 10.5), Said(49, 11, 11.02, "Je n'ai pas eu de réponse de la maison.")]
        code, output = verdict(said, [(12, 10.01), (86, 10.51), (49, 11.01)])
        self.assertEqual(code, 0, output)

    def test_the_record_is_read(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "record.txt"
            path.write_text("Home Assistant notifications (Log started: …)\n-----\nveilleuse 31 1795257256.5\nlanterne 252 1795257257.5\n")
            lines = durability.read_record(path)
        self.assertEqual(lines["veilleuse"], [(12, 1795257256.5)])
        self.assertEqual(lines["lanterne"], [(99, 1795257257.5)])


if __name__ == "__main__":
    unittest.main()
