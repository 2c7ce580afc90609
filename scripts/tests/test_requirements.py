"""Each package is pinned with a hash, and the files that go into one environment agree: Home Assistant's and the OpenID provider's have one of their own."""
import re
import unittest
from pathlib import Path

FILES = sorted(Path(__file__).parent.parent.glob("requirements-*.txt"))


def pins(path):
    """Name → version, and the names without a hash."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    versions, bare = {}, []
    for line in text.splitlines():
        line = line.split(" #")[0].strip()
        if not line or line.startswith("#"):
            continue
        found = re.match(r"([\w.-]+)(?:\[[\w,-]+\])?==([\w.+!]+)", line)
        name = found.group(1).lower().replace("_", "-") if found else line
        versions[name] = found.group(2) if found else None
        if not found or "--hash=sha256:" not in line:
            bare.append(name)
    return versions, bare


class RequirementTests(unittest.TestCase):
    def test_everything_is_pinned_with_a_hash_and_names_no_address(self):
        for path in FILES:
            self.assertEqual(pins(path)[1], [], path.name)
            self.assertNotRegex(path.read_text(encoding="utf-8"), r"https?://|--(extra-)?index-url|--find-links", path.name)

    def test_files_of_one_environment_agree_on_versions(self):
        environments = {}
        for path in FILES:
            own = next((name for name in ("home-assistant", "openid") if path.name.startswith(f"requirements-{name}")), None)
            environments.setdefault(own, []).append(path)
        self.assertEqual(len(environments), 3)
        for files in environments.values():
            self.check_agreement(files)

    def check_agreement(self, files):
        seen = {}
        for path in files:
            for name, version in pins(path)[0].items():
                other = seen.setdefault(name, (version, path.name))
                self.assertEqual(version, other[0], f"{name} in {path.name} and {other[1]}")


if __name__ == "__main__":
    unittest.main()
