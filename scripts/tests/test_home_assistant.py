"""The script that runs a real Home Assistant; skipped where it is not installed, a failure there with CI=true."""
import json
import os
import socket
import subprocess
import tempfile
import unittest
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts/home-assistant"


def run(*arguments):
    return subprocess.run([SCRIPT, *map(str, arguments)], capture_output=True, text=True, timeout=200)


def states(given, token=None):
    request = urllib.request.Request(given["url"] + "/api/states", headers={"Authorization": f"Bearer {token or given['token']}"})
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as answer:
        return {state["entity_id"]: state["state"] for state in json.load(answer)}


class UsageTests(unittest.TestCase):
    def test_anything_else_prints_how_it_is_used(self):
        for arguments in [], ["restart"], ["start", "folder", "port"]:
            result = run(*arguments)
            self.assertEqual(result.returncode, 2)
            self.assertIn("start DIR PORT", result.stderr)

    def test_stopping_what_does_not_run_is_no_error(self):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "pid").write_text(str(os.getpid()))     # a process id that somebody else was given since
            self.assertEqual(run("stop", folder).returncode, 0)

    def test_a_taken_port_is_reported(self):
        with socket.socket() as taken, tempfile.TemporaryDirectory() as folder:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            result = run("start", folder, taken.getsockname()[1])
            self.assertEqual(result.returncode, 1)
            self.assertIn("something else listens", result.stderr)


class HouseTests(unittest.TestCase):
    def setUp(self):
        if not (ROOT / ".jarvis/home-assistant/.installed").exists():
            if os.environ.get("CI") == "true":
                self.fail("Home Assistant is not installed: run scripts/setup test")
            self.skipTest("Home Assistant is not installed: scripts/home-assistant install")

    def test_a_house_is_there_at_once_and_again_after_it_was_killed(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with tempfile.TemporaryDirectory() as folder:
            packages = Path(folder) / "packages"
            packages.mkdir()
            (packages / "more.yaml").write_text("input_boolean: {more: {name: More}}\n")
            try:
                first = run("start", folder, port)
                self.assertEqual(first.returncode, 0, first.stderr)
                given = json.loads(first.stdout)
                found = states(given)
                self.assertEqual(found["light.desk_lamp"], "off")
                self.assertEqual(found["input_boolean.more"], "off")
                self.assertIn("climate.heatpump", found)
                self.assertEqual(run("start", folder, port).returncode, 1, "it runs already")

                run("stop", folder, "--kill")
                again = run("start", folder, port)
                self.assertEqual(json.loads(again.stdout), given, again.stderr)
                self.assertIn("light.desk_lamp", states(given))
            finally:
                self.assertEqual(run("stop", folder).returncode, 0)


if __name__ == "__main__":
    unittest.main()
