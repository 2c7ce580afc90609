"""LoCoMo's conversations: their turns as memories to import, their questions with the turns that answer them, and how many of these were found."""
import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

CUTS = (5, 10, 25, 50)
CATEGORIES = {1: "multi-hop", 2: "temporal", 3: "open-domain", 4: "single-hop", 5: "adversarial"}
TURN = re.compile(r"D(\d+):(\d+)")


@dataclass(frozen=True)
class Turn:
    id: str
    speaker: str
    session: int
    at: str         # RFC 3339; of the session, for a turn has no time of its own
    text: str
    caption: str    # of the picture that was shared with it, else empty

    def said(self, captions):
        return f"{self.text} [shares {self.caption}]" if captions and self.caption else self.text


@dataclass(frozen=True)
class Question:
    text: str
    category: int
    evidence: frozenset     # of turn ids, never empty


@dataclass(frozen=True)
class Conversation:
    name: str
    turns: list
    questions: list
    unanswerable: int       # questions that are left out: no turn is named that answers them


def turn_ids(text):
    """The turns that a text names: "D8:6; D9:17" are two; "D30:05" is "D30:5"."""
    return [f"D{int(session)}:{int(number)}" for session, number in TURN.findall(text)]


def moment(text):
    """"1:56 pm on 8 May, 2023" → "2023-05-08T13:56:00Z"."""
    return datetime.strptime(text.strip(), "%I:%M %p on %d %B, %Y").strftime("%Y-%m-%dT%H:%M:%SZ")


def read(path):
    samples = json.loads(Path(path).read_text(encoding="utf-8"))
    return [read_sample(sample) for sample in (samples if isinstance(samples, list) else [samples])]


def read_sample(sample):
    parts = sample["conversation"]
    sessions = sorted(int(found.group(1)) for key in parts if (found := re.fullmatch(r"session_(\d+)", key)) and parts[key])
    turns = []
    for session in sessions:
        at = moment(parts[f"session_{session}_date_time"])
        turns += [Turn(turn["dia_id"], turn["speaker"], session, at, turn["text"], turn.get("blip_caption") or "") for turn in parts[f"session_{session}"]]
    known = {turn.id for turn in turns}
    questions = []
    for asked in sample["qa"]:
        evidence = frozenset(id for named in asked.get("evidence") or [] for id in turn_ids(named)) & known
        if evidence:
            questions.append(Question(asked["question"], asked["category"], evidence))
    return Conversation(sample["sample_id"], turns, questions, len(sample["qa"]) - len(questions))


def import_lines(conversation, captions=False, per_session=False):
    """What `POST /memories/import` takes: a line of JSON for each turn, in order."""
    records = ({
        "text": turn.said(captions), "kind": "episode", "speaker": turn.speaker, "occurred_at": turn.at,
        "conversation_id": f"{conversation.name}/{turn.session}" if per_session else conversation.name, "external_id": turn.id,
    } for turn in conversation.turns if turn.said(captions).strip())
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def recalls(found, evidence):
    """Cut → share of the evidence among so many of what was found, best first."""
    return {cut: len(evidence.intersection(found[:cut])) / len(evidence) for cut in CUTS}


@dataclass(frozen=True)
class Outcome:
    conversation: str
    question: Question
    found: list         # ids, best first; None for what is no turn

    @property
    def recalls(self):
        return recalls(self.found, self.question.evidence)


def mean(outcomes, cut):
    """Percent."""
    return 100 * sum(outcome.recalls[cut] for outcome in outcomes) / len(outcomes) if outcomes else None


def groups(outcomes):
    """[(name, those of it)]: all, then each conversation, then each category."""
    rows = [("all", outcomes)]
    for name in sorted({outcome.conversation for outcome in outcomes}):
        rows.append((name, [outcome for outcome in outcomes if outcome.conversation == name]))
    for category in sorted({outcome.question.category for outcome in outcomes}):
        some = [outcome for outcome in outcomes if outcome.question.category == category]
        rows.append((f"{category} {CATEGORIES.get(category, '')}".strip(), some))
    return rows


def table(methods):
    """Lines: a row for each group, and for each method of {name: outcomes} the recall at each cut."""
    names = list(methods)
    width = 6 * len(CUTS)
    lines = [" " * 22 + "".join(f"  {name:^{width}}" for name in names).rstrip(),
             f"{'':15}{'asked':>7}" + "".join("  " + "".join(f"{'R@' + str(cut):>6}" for cut in CUTS) for _ in names)]
    for row in zip(*(groups(methods[name]) for name in names)):
        figures = "".join("  " + "".join(f"{mean(some, cut):6.1f}" for cut in CUTS) for _, some in row)
        lines.append(f"{row[0][0]:15}{len(row[0][1]):7}" + figures)
    return lines
