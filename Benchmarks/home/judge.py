"""What came of a command, told from what was said, answered and seen in the house. No I/O."""
import re
from dataclasses import dataclass, field

import shape
from cases import fold

RIGHT, WRONG, EARLY, FALSE, PART, ASKED, LOST = "right", "wrong", "early", "false", "part", "asked", "lost"
MEANING = {
    RIGHT: "everything that should change did, nothing else, and the reply is as it must be",
    WRONG: "something changed that should not have, or came to another value than it should",
    EARLY: "it said done before the state was there",
    FALSE: "it said done, and it never was",
    PART: "only a part of it was done, and it did not say that all was",
    ASKED: "it asked back, or named what it did not know, and nothing changed",
    LOST: "not understood: nothing changed and it said that it could not, or nothing of use",
}

NOT_UNDERSTOOD = re.compile(
    r"\bpas compris\b|\bne (connais|sais|trouve|vois) pas\b|\baucun modele\b|\b(do not|don't|did not|didn't|couldn't|could not) (know|understand|find)|\bno model\b")
# Something is under way, which is no claim that it is done.
UNDER_WAY = re.compile(
    r"\ben cours\b|\bs'(ouvre|ferme|allume|eteint|arrete)|\bse (ferme|ferment|baisse|leve|deverrouille|verrouille|met|mettent)\b|\bbouge|\bsont en train"
    r"|\best en train|\bje (l'|les? |la )?(ouvre|ferme|monte|descends|baisse|lance)\b|\bsera\b|\bseront\b|\b(monte|descend)(ent)?\b|\bd'accord\b|\bis opening"
    r"|\bare opening|\bis closing|\bare closing|\bopening\b|\bclosing\b|\bis moving|\bmoving\b|\bon (its|their) way|\bis (un)?locking|\bwill\b|\bgoing (up|down)|\bscript (demarre|started)")
# It says itself that it was not done.
DENIAL = re.compile(
    r"\bpas\b|\bimpossible\b|\baucun|\bdesole|\bne connais\b|\bn'existe|\binconnu|\bechou|\bn'est plus\b|\bne sais\b|\bje n'ai rien|\brien (n'a|ne)"
    r"|\bva de\b|\bje (ne|n'|laisse)|\bi won't|\bi('ll| will)? leave|\bnot\b|\bn't\b|\bcan't\b|\bcannot\b|\bsorry\b|\bno (device|area|entity)|\bunknown\b|\bfailed\b|\bunable\b|\bdon't\b|\bcouldn't\b|\bdidn't\b|\bnothing\b")


@dataclass
class Reply:
    """What was answered, and when (seconds since 1970)."""
    text: str
    asked_at: float
    at: float
    failed: bool = False        # the side says itself that it did not understand or could not

    @property
    def is_question(self):
        return "?" in self.text

    @property
    def claims_done(self):
        folded = fold(self.text)
        return not (self.failed or self.is_question or UNDER_WAY.search(folded) or DENIAL.search(folded))


@dataclass
class Seen:
    """What was seen around a command."""
    start: dict                                     # entity → observation
    middle: dict                                    # the same before the last sentence of a conversation
    changes: list                                   # (entity, observation, time), in order, from the first word to the end
    reply: Reply
    asked_first: bool = False                       # it asked, and was told "oui"
    lists: dict = field(default_factory=dict)       # name → items afterwards
    timers: list = field(default_factory=list)      # seconds left of each
    not_before: float = 0                           # nothing may change before; 0: it may at once

    def at(self, time):
        """Every entity as it was then."""
        state = dict(self.start)
        for entity, observation, when in self.changes:
            if when <= time:
                state[entity] = observation
        return state


@dataclass
class Verdict:
    outcome: str
    reason: str = ""


def judge(case, seen):
    end = seen.at(float("inf"))
    moved = {entity for entity, observation, _ in seen.changes if observation != seen.start.get(entity)}
    for entity in sorted(moved - set(case.to) - set(case.then) - case.maybe):
        return Verdict(WRONG, f"{entity} {difference(seen.start.get(entity, {}), end.get(entity, {}))}")
    if seen.not_before:
        for entity, observation, when in seen.changes:
            if entity in case.to and when < seen.not_before and observation != seen.start.get(entity):
                return Verdict(WRONG, f"{entity} changed {seen.not_before - when:.1f} s too soon")
    missing = [entity for entity in sorted(case.to) if not reached(entity, case.to[entity], end, seen)]
    for entity in missing:
        if end.get(entity) != seen.middle.get(entity):
            return Verdict(WRONG, f"{entity} {difference(seen.middle.get(entity, {}), end.get(entity, {}))}, not {plain(case.to[entity])}")
    text, claims = fold(seen.reply.text), seen.reply.claims_done
    if wrong := wrong_lists(case, seen):
        return Verdict(FALSE if claims else LOST, f"“{short(seen.reply.text)}”; {wrong}")
    if missing:
        done = [entity for entity in case.to if entity not in missing and end.get(entity) != seen.middle.get(entity)]
        outcome = FALSE if claims else ASKED if seen.reply.is_question else PART if done else LOST
        return Verdict(outcome, f"“{short(seen.reply.text)}”; {', '.join(missing)} did not change")
    if (seen.reply.failed or NOT_UNDERSTOOD.search(text)) and not (case.to or case.must_ask or case.nothing and case.reply):
        return Verdict(LOST, f"“{short(seen.reply.text)}”")
    if case.to and not case.then and not case.after and claims:
        then = seen.at(seen.reply.at)
        late = [entity for entity in sorted(case.to) if not reached(entity, case.to[entity], then, seen)]
        if late:
            return Verdict(EARLY, f"“{short(seen.reply.text)}” before {', '.join(late)}")
    if case.nothing and claims:
        return Verdict(FALSE, seen.reply.text)
    if case.must_ask and not seen.reply.is_question:
        return Verdict(FALSE if claims and not case.reply else LOST, f"no question: {seen.reply.text}")
    for pattern in case.reply:
        if not re.search(pattern, text):
            return Verdict(ASKED if seen.reply.is_question else LOST, f"“{short(seen.reply.text)}” has no /{pattern}/")
    for pattern in case.deny:
        if re.search(pattern, text):
            return Verdict(FALSE, f"“{short(seen.reply.text)}” has /{pattern}/")
    return Verdict(RIGHT)


def reached(entity, requirements, states, seen):
    """Whether an entity is as required, in `states`. `other` and `activated` ask for something else than it started with."""
    start, state = seen.start.get(entity, {}), states.get(entity, {})
    for key, value in requirements.items():
        if value in ("other", "activated"):
            # A scene's state is the time when it was last activated, a script has that as an attribute.
            key = "last_triggered" if value == "activated" and "last_triggered" in state else key
            if state.get(key) == start.get(key):
                return False
        elif not shape.holds(state, key, value):
            return False
    return True


def wrong_lists(case, seen):
    """What is not as it should be on lists and among timers; empty when all is."""
    for name, expected in case.lists.items():
        there = [fold(item).strip() for item in seen.lists.get(name, [])]
        for item in expected.get("has", []):
            if not any(matches(item, each) for each in there):
                return f"{item} is not on the list {name}: {there}"
        for item in expected.get("lacks", []):
            if any(matches(item, each) for each in there):
                return f"{item} is on the list {name}: {there}"
        if "count" in expected and len(there) != expected["count"]:
            return f"{len(there)} items on the list {name}: {there}"
    if case.timers is not None:
        wanted, left = sorted(case.timers), sorted(seen.timers)
        if len(wanted) != len(left) or any(abs(a - b) > 8 for a, b in zip(wanted, left)):
            return f"timers of {[round(each) for each in left]} s, not {wanted}"
    return ""


def matches(item, text):
    """Whether a line of a list is this item, with or without an article."""
    return re.fullmatch(rf"(\d+ |du |de la |de l'|des |de |d'|le |la |les |l'|un |une |some |a |an |the )?{re.escape(fold(item))}", text) is not None


def difference(old, new):
    parts = [f"{key} {plain_value(old.get(key))} → {plain_value(new.get(key))}" for key in sorted(set(old) | set(new)) if old.get(key) != new.get(key)]
    return ", ".join(parts) or "changed, and back"


def short(text):
    return text if len(text) <= 100 else text[:99] + "…"


def plain(requirements):
    return ", ".join(f"{key} {plain_value(value)}" for key, value in requirements.items())


def plain_value(value):
    return "–" if value is None else str(value)
