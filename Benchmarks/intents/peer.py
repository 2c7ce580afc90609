"""hassil, Home Assistant's recogniser, on the same test sentences and templates, as the templates' own project runs it.

The lists of names, areas and floors come from the file's home; a name brings its domain as context. For combinations that
`intents.json` marks with `context_area` the sentence is said in an area; with `always` every one is, as when a satellite in a room hears it.
"""
import json
from pathlib import Path

import home_assistant_intents
from hassil.intents import Intents, TextSlotList, WildcardSlotList
from hassil.recognize import recognize_best

from testfiles import same_slots

PACKAGE = Path(home_assistant_intents.__file__).parent
HERE = "Jarvis"         # an area to be in, when the file names none


class Peer:
    def __init__(self, language, always=False):
        self.language, self.always = language, always
        self.templates = json.loads((PACKAGE / f"data/{language}.json").read_text(encoding="utf-8"))
        self.intents = Intents.from_dict(self.templates)
        described = json.loads((PACKAGE / "intents.json").read_text(encoding="utf-8"))
        self.in_context = {f"{intent}/{name}" for intent, body in described.items() for name, combination in (body.get("slot_combinations") or {}).items()
                           if combination.get("context_area")}
        self.wildcards = {name for name, values in self.intents.slot_lists.items() if isinstance(values, WildcardSlotList)}

    def lists(self, home):
        """Slot lists of one home."""
        def names(rows):
            return [(text, row["name"]) for row in rows for text in [row["name"], *row.get("aliases", [])]]

        entities = []
        for row in home["entities"]:
            domain = row.get("domain") or str(row.get("id", "")).partition(".")[0]
            context = {"domain": domain} | {key: row[key] for key in ("area",) if key in row}
            context |= {key: value for key, value in (row.get("attributes") or {}).items() if key == "device_class"}
            entities += [(text, row["name"], context) for text in [row["name"], *row.get("aliases", [])]]
        return {
            "area": TextSlotList.from_tuples(names(home["areas"]), name="area"), "floor": TextSlotList.from_tuples(names(home["floors"]), name="floor"),
            "name": TextSlotList.from_tuples(entities, name="name"),
        }

    def area(self, file):
        """The area where the file's sentences are said, or `None`."""
        marked = [row["name"] for row in file.home["areas"] if row.get("context_area")]
        if marked:
            return marked[-1]
        if file.name not in self.in_context and not self.always:
            return None
        return file.home["areas"][0]["name"] if file.home["areas"] else HERE

    def recognize(self, text, lists, area):
        """(intent, slots), or `None`."""
        found = recognize_best(text, self.intents, slot_lists=lists, intent_context={"area": area} if area else {}, language=self.language,
                               best_slot_name="name")
        return (found.intent.name, {name: entity.value for name, entity in found.entities.items()}) if found else None

    def outcome(self, case, lists, area):
        """`passed`, `failed` (not understood) or `wrong` (understood as something else)."""
        found = self.recognize(case.sentence, lists, area)
        if found is None:
            return "failed"
        return "passed" if found[0] == case.intent and same_slots(case.slots, found[1]) else "wrong"
