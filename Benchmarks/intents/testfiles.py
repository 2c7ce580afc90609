"""Files of test sentences as home-assistant-intents has them: the home that they assume, and sentences with the intent and slots that each must
give. The folder is the intent's name, the file's the combination of slots."""
import json
from dataclasses import dataclass, field
from pathlib import Path

import yaml


@dataclass
class Case:
    sentence: str
    intent: str
    slots: dict


@dataclass
class TestFile:
    language: str
    intent: str
    combination: str
    home: dict                      # areas, floors, entities as they stand in the file
    cases: list
    rest: dict = field(default_factory=dict)

    @property
    def name(self):
        return f"{self.intent}/{self.combination}"

    def wildcards(self, lists):
        """Names of slots that take any text, of those that its cases fill."""
        return {slot for case in self.cases for slot in case.slots if slot in lists}


def read(path):
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    home = {key: content.get(key) or [] for key in ("floors", "areas", "entities")}
    cases = []
    for test in content.get("tests") or []:
        intent = (test.get("intent") or {}).get("name") or path.parent.name
        slots = test.get("slots") or (test.get("intent") or {}).get("slots") or {}
        cases += [Case(sentence, intent, slots) for sentence in test["sentences"]]
    return TestFile(content.get("language") or path.parent.parent.name, path.parent.name, path.stem, home, cases)


def read_language(folder):
    """All test files of one language. Each brings its own home; `_fixtures.yaml` beside their folders is of older files."""
    return [read(path) for path in sorted(folder.glob("*/*.yaml"))]


def write(file, folder):
    """Writes it below `folder`, as LANGUAGE/INTENT/COMBINATION.yaml; JSON is YAML, too."""
    path = Path(folder) / file.language / file.intent / f"{file.combination}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"language": file.language} | {key: value for key, value in file.home.items() if value}
    content["tests"] = [{"sentences": [case.sentence], "slots": case.slots} | ({"intent": {"name": case.intent}} if case.intent != file.intent else {})
                        for case in file.cases]
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def same_slots(expected, found):
    """Whether all expected slots were found; more may have been. Case and white space at the ends do not count."""
    return all(key in found and same_value(value, found[key]) for key, value in expected.items())


def same_value(expected, found):
    """A list of expected values stands for any of them; a list that was found is that of a slot with several values."""
    if isinstance(expected, list):
        return any(same_value(value, found) for value in expected) or isinstance(found, list) and sorted(map(plain, expected)) == sorted(map(plain, found))
    return plain(expected) == plain(found)


def plain(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"{float(value):g}"
    text = str(value).strip().casefold()
    try:
        return f"{float(text):g}"
    except ValueError:
        return text
