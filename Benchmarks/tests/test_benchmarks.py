"""The benchmarks themselves, on a stand-in for Jarvis: they run through, and they find a loss where there is one."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.dont_write_bytecode = True
import support  # noqa: E402


def run(name, binary, *options):
    with tempfile.TemporaryDirectory() as results:      # a real run's results stay as they are
        return subprocess.run([sys.executable, HERE.parent / name / "run.py", "--binary", binary, *options], capture_output=True, text=True,
                              timeout=120, env=os.environ | {"BENCH_RESULTS": results})


class DurabilityTests(unittest.TestCase):
    def test_a_server_that_keeps_its_word_passes(self):
        result = run("durability", HERE / "mock_jarvis.py", "--kills", "4", "--clients", "2")
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.assertIn("meets every requirement", result.stdout)

    def test_a_forgetful_server_is_found_out(self):
        with tempfile.TemporaryDirectory() as folder:
            forgetful = Path(folder) / "forgetful"
            forgetful.write_text((HERE / "mock_jarvis.py").read_text())
            forgetful.chmod(0o700)
            result = run("durability", forgetful, "--kills", "4", "--clients", "2")
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        self.assertRegex(result.stdout, r"lost after kill \d+: combien font \d+ \+ 1 \?")

    def test_a_server_that_does_not_start_is_reported(self):
        result = run("durability", "/bin/false", "--kills", "1")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("ended with 1 before it answered", result.stderr)


class StartupTests(unittest.TestCase):
    def test_it_measures_starts_and_memory(self):
        result = run("startup", HERE / "mock_jarvis.py", "--starts", "2", "--idle", "0")
        self.assertIn("first 200, empty data folder, median", result.stdout, result.stderr)
        self.assertIn("memory after a spoken turn, resident", result.stdout, result.stderr)


class SupportTests(unittest.TestCase):
    def test_free_ports_differ(self):
        self.assertEqual(len(set(support.free_ports(8))), 8)

    def test_a_family_begins_with_the_process_itself(self):
        self.assertEqual(support.family(os.getpid())[0], os.getpid())


if __name__ == "__main__":
    unittest.main()
