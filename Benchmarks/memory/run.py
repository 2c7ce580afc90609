#!/usr/bin/env python3
"""How well the memory finds what was said, how fast it is, and what is left in it after a month.

- words, meaning: the conversations of LoCoMo (--data; for measuring only, CC BY-NC 4.0) are imported into a fresh Jarvis each, and each of their
  questions is asked over HTTP: the share of the turns that answer it among the first 5, 10, 25 and 50 found. With words alone, and with the
  embedding model of scripts/embedding-model. Beside them BM25 over the same turns with their speakers, and the published figures of DRAGON.
- start: 20,000 made-up memories are imported, and Jarvis is started anew: how long until the first question is answered, and what they take.
- speed, month: `jarvis memory bench`, in process, on one core: queries at 6,000 and 1,000,000 fragments, a turn made a memory, a sleep over 10,000
  turns, and a simulated month.
"""
import argparse
import http.client
import json
import os
import statistics
import subprocess
import sys
import time
import urllib.parse
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from bm25 import BM25, english_stemmer  # noqa: E402
from locomo import CUTS, Outcome, import_lines, mean, read, table  # noqa: E402
from support import ROOT, Jarvis, Report, call  # noqa: E402

PARTS = ("words", "meaning", "start", "speed", "month")
NAMES = {"words": "words alone", "meaning": "words and MiniLM"}
AT_LEAST = {"words": {10: 77}, "meaning": {5: 75, 10: 83, 25: 90}}                  # percent
# A dense retriever on all ten conversations, all five categories (A. Maharana et al., Evaluating Very Long-Term Conversational Memory of LLM Agents, 2024).
DRAGON = {5: 56.7, 10: 66.2, 25: 76.7, 50: 82.7}
EMBEDDING_LIMIT = 600                                                              # seconds
KEPT = 20_000


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def gauge(metrics, name):
    """The sum of a metric's samples in Prometheus's text format; `None` when there are none."""
    values = [float(line.split()[-1]) for line in metrics.splitlines() if line.split("{")[0].split(" ")[0] == name]
    return sum(values) if values else None


def wait_for_vectors(jarvis):
    """Returns when each fragment has its vector."""
    deadline = time.monotonic() + EMBEDDING_LIMIT
    while time.monotonic() < deadline:
        connection = http.client.HTTPConnection("127.0.0.1", jarvis.port, timeout=30)
        connection.request("GET", "/metrics")
        metrics = connection.getresponse().read().decode()
        connection.close()
        fragments, vectors = gauge(metrics, "jarvis_memory_fragments"), gauge(metrics, "jarvis_memory_vectors")
        if fragments is None or vectors is None:
            raise SystemExit("/metrics shows no jarvis_memory_fragments or no jarvis_memory_vectors: it cannot be told when all is embedded")
        if fragments and vectors >= fragments:
            return
        time.sleep(0.2)
    raise SystemExit(f"after {EMBEDDING_LIMIT} s {vectors:.0f} of {fragments:.0f} fragments have a vector; the end of the log:\n{jarvis.last_lines()}")


def send_lines(jarvis, lines, token):
    connection = http.client.HTTPConnection("127.0.0.1", jarvis.port, timeout=120)
    try:
        connection.request("POST", "/memories/import", lines, {"Authorization": f"Bearer {token}", "Content-Type": "application/x-ndjson"})
        response = connection.getresponse()
        content = response.read()
        if response.status not in (200, 201):
            raise SystemExit(f"POST /memories/import answered {response.status}: {content[:400].decode(errors='replace')}")
        return json.loads(content)
    finally:
        connection.close()


def ask(jarvis, conversation, lines, settings, times):
    """[Outcome] of a fresh Jarvis that knows this conversation and nothing else; adds milliseconds to `times`."""
    wanted = lines.count(b"\n")
    jarvis.start()
    jarvis.create_owner()
    token = jarvis.sign_in()
    began = time.perf_counter()
    result = send_lines(jarvis, lines, token)
    times["import"].append((time.perf_counter() - began) * 1000 / wanted)
    if result["added"] != wanted:
        raise SystemExit(f"{conversation.name}: {wanted} turns were sent and {result['added']} taken in")
    if settings:
        began = time.perf_counter()
        wait_for_vectors(jarvis)
        times["embedding"].append((time.perf_counter() - began) * 1000 / wanted)
    outcomes = []
    connection = http.client.HTTPConnection("127.0.0.1", jarvis.port, timeout=30)
    for question in conversation.questions:
        path = "/memories?" + urllib.parse.urlencode({"query": question.text, "limit": max(CUTS)})
        began = time.perf_counter()
        status, answer = call(jarvis.port, "GET", path, token=token, connection=connection)
        times["question"].append((time.perf_counter() - began) * 1000)
        if status != 200:
            raise SystemExit(f"GET {path} answered {status}: {answer}")
        outcomes.append(Outcome(conversation.name, question, [item.get("external_id") for item in answer["items"]]))
    connection.close()
    jarvis.stop()
    return outcomes


def measure_recall(chosen, parts, report):
    """{method: [Outcome]}"""
    conversations = read(chosen.data)
    questions, left_out = sum(len(one.questions) for one in conversations), sum(one.unanswerable for one in conversations)
    print(f"{chosen.data.name}: {len(conversations)} conversations, {sum(len(one.turns) for one in conversations)} turns, {questions} questions; "
          f"{left_out} more name no turn that answers them and are left out", flush=True)
    methods = {}
    stem = english_stemmer()
    if stem:
        methods["BM25"] = []
        for conversation in conversations:
            peer = BM25([f"{turn.speaker}: {turn.said(chosen.captions)}" for turn in conversation.turns], stem)
            methods["BM25"] += [Outcome(conversation.name, question, [conversation.turns[number].id for number in peer.best(question.text, max(CUTS))])
                                for question in conversation.questions]
    else:
        print("BM25 is left out: there is no snowballstemmer here (scripts/setup bench)")
    for part in parts:
        settings = embedding_settings() if part == "meaning" else None
        times = {"import": [], "embedding": [], "question": []}
        outcomes = []
        for conversation in conversations:
            jarvis = Jarvis(chosen.binary, settings=settings)
            try:
                outcomes += ask(jarvis, conversation, import_lines(conversation, chosen.captions, chosen.conversation_per_session), settings, times)
            finally:
                jarvis.close()
        name = NAMES[part]
        methods[name] = outcomes
        for cut in CUTS:
            peer = DRAGON[cut] if part == "meaning" else mean(methods["BM25"], cut) if stem else None
            report.add(f"{name}: R@{cut}", mean(outcomes, cut), "%", at_least=AT_LEAST[part].get(cut), peer=peer)
        report.add(f"{name}: question over HTTP, p50", quantile(times["question"], 0.5), "ms")
        report.add(f"{name}: question over HTTP, p95", quantile(times["question"], 0.95), "ms")
        report.add(f"{name}: import over HTTP, per turn", statistics.mean(times["import"]), "ms")
        if settings:
            report.add(f"{name}: until all vectors are there, per turn", statistics.mean(times["embedding"]), "ms")
    print("\n".join(table(methods)))
    print("DRAGON, published, all ten conversations: " + ", ".join(f"R@{cut} {value}" for cut, value in DRAGON.items()))
    print("in the list below words alone stand beside BM25, and words with MiniLM beside DRAGON", flush=True)
    return methods


def made_up(count, seed=20261121):
    """JSON Lines of memories, in conversations of twenty turns a minute apart."""
    random = Random(seed)
    words = ["".join(random.choice("bdfglmnprtvz") + random.choice("aeiou") for _ in range(random.randint(1, 4))) for _ in range(20_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    first = datetime(2026, 1, 1)
    return "".join(json.dumps({
        "text": " ".join(random.choices(words, weights, k=12)), "kind": "episode", "language": "fr", "conversation_id": f"made up {number // 20}",
        "occurred_at": (first + timedelta(minutes=number)).strftime("%Y-%m-%dT%H:%M:%SZ")}) + "\n" for number in range(count)).encode()


def resident(jarvis):
    """Bytes of the server process alone."""
    for line in Path(f"/proc/{jarvis.process.pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Rss:"):
            return int(line.split()[1]) * 1024
    raise SystemExit("the memory of the process cannot be read")


def measure_start(binary, report):
    def first_answer():
        """Seconds from a start to the answer, and resident bytes then."""
        began = time.perf_counter()
        jarvis.start()
        status, answer = jarvis.call("GET", "/memories?query=bada&limit=10", token=token)
        if status != 200:
            raise SystemExit(f"GET /memories answered {status}: {answer}")
        return time.perf_counter() - began, resident(jarvis)

    jarvis = Jarvis(binary)
    try:
        jarvis.start()
        jarvis.create_owner()
        token = jarvis.sign_in()
        jarvis.stop()
        empty, before = first_answer()
        began = time.perf_counter()
        added = send_lines(jarvis, made_up(KEPT), token)["added"]
        took = time.perf_counter() - began
        jarvis.stop()
        full, after = first_answer()
        jarvis.stop()
    finally:
        jarvis.close()
    report.add(f"{added:,} memories: imported over HTTP, each", took / added * 1000, "ms")
    report.add(f"{added:,} memories: from a start to the first answer", full, "s", peer=empty)
    report.add(f"{added:,} memories: resident memory of each, all told", (after - before) / added, "bytes")
    print("the peer of the first answer is the same start with nothing remembered", flush=True)


def embedding_settings():
    made = subprocess.run([sys.executable, ROOT / "scripts/embedding-model"], capture_output=True, text=True)
    if made.returncode != 0:
        raise SystemExit(f"scripts/embedding-model ended with {made.returncode}: {made.stderr[-800:]}")
    python = os.environ.get("JARVIS_LLM_PYTHON") or str(ROOT / ".jarvis/venv/bin/python")
    return {"JARVIS_EMBEDDING_MODEL": made.stdout.strip(), "JARVIS_EMBEDDING_LANGUAGES": "en", "JARVIS_LLM_PYTHON": python}


def bench(binary, *parts):
    """What `jarvis memory bench` measured, on one core."""
    one = sorted(os.sched_getaffinity(0))[-1:]
    done = subprocess.run([binary, "memory", "bench", *parts], capture_output=True, text=True, preexec_fn=lambda: os.sched_setaffinity(0, one))
    try:
        return json.loads(done.stdout)
    except ValueError:
        raise SystemExit(f"jarvis memory bench ended with {done.returncode}: {done.stderr[-800:] or done.stdout[-800:]}") from None


def add_speed(figures, report):
    for search, limit in zip(figures["search"], (5, 25)):
        where = f"{search['fragments']:,} fragments"
        for key, name in (("wordQueries", "words"), ("vectorQueries", "words and vectors")):
            report.add(f"{where}: query, {name}, p50", search[key]["p50"], "ms")
            report.add(f"{where}: query, {name}, p95", search[key]["p95"], "ms", at_most=limit)
            report.add(f"{where}: query, {name}, max", search[key]["max"], "ms")
        report.add(f"{where}: put into the index", search["insertMicroseconds"], "µs")
        report.add(f"{where}: its vector put there", search["vectorMicroseconds"], "µs")
        report.add(f"{where}: memory of a fragment", sum(search["bytesPerFragment"].values()), "bytes")
        report.add(f"{where}: of that its vector", search["bytesPerFragment"].get("vectors", 0), "bytes")
    for key, name in (("turns", "a turn made a memory"), ("told", "a turn that tells something"), ("long", "a turn of 8,000 characters")):
        spread = figures["encode"][key]
        report.add(f"{name}, mean", spread["mean"], "µs", at_most=1000 if key != "long" else None)
        report.add(f"{name}, p95", spread["p95"], "µs", at_most=1000 if key != "long" else None)
        report.add(f"{name}, max", spread["max"], "µs")
    for key, name in (("heard", "sleep over 10,000 turns that were heard"), ("imported", "sleep over 10,000 told turns that were imported")):
        sleep = figures["consolidation"][key]
        report.add(name, sleep["seconds"], "s", at_most=60)
        print(f"{name}: {sleep['before']} memories before, {sleep['after']} after")


def add_month(months, report):
    """The worst of the months counts."""
    def worst(key):
        return max(month[key] for month in months)

    print(f"{len(months)} simulated months: " + "; ".join(
        f"{month['turns']} turns, {month['fragments']} memories, {month['currentFacts']} current facts" for month in months))
    for month in months:
        for example in month["examples"][:10]:
            print(f"    {example}")
    report.add("month: junk", 100 * worst("junkRate"), "%", at_most=5)
    report.add("month: duplicates", 100 * worst("duplicateRate"), "%", at_most=1)
    report.add("month: facts given as current that are not", worst("wrongFacts"), "facts", at_most=0)
    report.add("month: facts not known", worst("missingFacts"), "facts")
    report.add("month: stories of which nothing is left", worst("lostStories"), "stories")
    report.add("month: promises open that should not be", worst("stalePromises"), "promises")
    report.add("month: all nights of it", worst("sleepingSeconds"), "s")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--binary", default=ROOT / ".build/release/jarvis")
    options.add_argument("--data", type=Path, default=ROOT.parent / "shared/data/locomo/locomo3.json", help="conversations in the format of LoCoMo")
    options.add_argument("--part", action="append", choices=PARTS, help="only this one; may be given several times")
    options.add_argument("--captions", action="store_true", help="add what pictures show to the turns they were shared with")
    options.add_argument("--conversation-per-session", action="store_true", help="import each session as a conversation of its own")
    options.add_argument("--json", type=Path, help="a file for what was found for every question")
    chosen = options.parse_args()
    parts = chosen.part or PARTS
    report = Report("memory")
    methods = {}
    asked = [part for part in PARTS[:2] if part in parts]
    if asked and chosen.data.is_file():
        methods = measure_recall(chosen, asked, report)
    elif asked:
        print(f"memory: the conversations are not there ({chosen.data}); recall is not measured")
    if "start" in parts:
        measure_start(chosen.binary, report)
    if "speed" in parts:
        add_speed(bench(chosen.binary, "search", "encode", "consolidation"), report)
    if "month" in parts:
        add_month(bench(chosen.binary, "month")["months"], report)
    if chosen.json:
        chosen.json.write_text(json.dumps([
            {"method": method, "conversation": outcome.conversation, "question": outcome.question.text, "category": outcome.question.category,
             "evidence": sorted(outcome.question.evidence), "found": outcome.found}
            for method, outcomes in methods.items() for outcome in outcomes], ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
