"""The lists of commands (commands.*.yaml): what is said, from which states, and what it must change.

Each list maps a kind to its cases. A case is a dictionary:

say        what is said; a list of sentences is one conversation, judged as a whole after the last
from       entity → state to start from (shape.wanted); everything else starts as house.py says
to         entity → what it must be afterwards (`other`: not what it was; a scene is `activated`). Nothing else may change; without `to`, nothing may change at all
reply      one or several regular expressions that the last reply must match, and `deny` such that it must not; letters folded to a-z
nothing    true: nothing may change, and the reply must not say that anything was done
ask        true: the last reply must be a question. `ask: may`: it may ask, is told "oui", and then has to do it
maybe      entities that may change as well: where people would not agree whether they are meant
after      seconds from the reply until `to` comes about, and until when nothing may change
then       entity → state that is brought about from outside after the reply; only then `to` may come about
lists      name → {has: [...], lacks: [...]}, with `holds`: name → items that are on it before
timers     seconds left of each timer or reminder that is running afterwards
"""
import re
import unicodedata
from dataclasses import dataclass, field

import shape
from house import BY_ID

FIELDS = {"say", "from", "to", "nothing", "reply", "deny", "ask", "maybe", "after", "then", "lists", "holds", "timers"}


@dataclass
class Case:
    kind: str
    say: list
    to: dict = field(default_factory=dict)          # entity → requirements
    start: dict = field(default_factory=dict)       # entity → requirements, the house's base included
    reply: list = field(default_factory=list)
    deny: list = field(default_factory=list)
    nothing: bool = False
    must_ask: bool = False
    may_ask: bool = False
    maybe: frozenset = frozenset()
    after: float = 0
    then: dict = field(default_factory=dict)
    lists: dict = field(default_factory=dict)
    holds: dict = field(default_factory=dict)
    timers: list | None = None

    @property
    def name(self):
        return " / ".join(self.say)


def load(path):
    """All cases of a list; `ValueError` names the one that cannot be right."""
    import yaml     # only who reads lists needs it
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [read(kind, row) for kind, rows in content.items() for row in rows]


def read(kind, row):
    try:
        if unknown := set(row) - FIELDS:
            raise ValueError(f"no such field: {', '.join(sorted(unknown))}")
        start = {entity.id: dict(entity.base) for entity in BY_ID.values() if entity.base}
        for entity, value in row.get("from", {}).items():
            start[entity] = merged(start[known(entity)], shape.wanted(entity, value))
        case = Case(
            kind=kind, say=as_list(row["say"]), start=start,
            to={known(entity): shape.wanted(entity, value) for entity, value in row.get("to", {}).items()},
            reply=as_list(row.get("reply", [])), deny=as_list(row.get("deny", [])),
            nothing=row.get("nothing", False), must_ask=row.get("ask") is True, may_ask=row.get("ask") == "may", maybe=frozenset(known(entity) for entity in row.get("maybe", [])),
            after=row.get("after", 0), then={known(entity): shape.wanted(entity, value) for entity, value in row.get("then", {}).items()},
            lists=row.get("lists", {}), holds=row.get("holds", {}), timers=row.get("timers"))
        check(case)
        return case
    except (KeyError, ValueError, TypeError, AttributeError, re.error) as error:
        raise ValueError(f"{kind}: {row.get('say')!r}: {error!r}") from error


def merged(base, change):
    """A reset to another state does not keep the numbers of the first one."""
    if "position" in base and "state" in change and "position" not in change:
        return change | {"position": {"open": 100, "closed": 0}[change["state"]]}
    if "position" in base:
        return {"state": "open" if change["position"] else "closed"} | change
    return base | change if change.get("state") not in ("off", "docked") else change


def known(entity):
    if entity not in BY_ID:
        raise ValueError(f"the house has no {entity}")
    return entity


def as_list(value):
    return value if isinstance(value, list) else [value]


def check(case):
    for entity, requirements in case.to.items():
        if entity in case.start and shape.meets(case.start[entity], requirements):
            raise ValueError(f"{entity} is {requirements} from the start")
    for pattern in case.reply + case.deny:
        if pattern != fold(pattern):
            raise ValueError(f"a pattern is written in folded letters: {pattern}")
        re.compile(pattern)
    if not (case.to or case.nothing or case.reply or case.must_ask or case.lists or case.timers is not None or case.deny):
        raise ValueError("nothing is expected of it")


def fold(text):
    """In lower case, without accents, ligatures and typographic apostrophes."""
    text = text.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'").replace("\u202f", " ").replace("\u00a0", " ")
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
