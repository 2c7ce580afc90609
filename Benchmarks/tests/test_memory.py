"""What the memory benchmark reads, sends and counts, and that it runs through, on a stand-in for Jarvis."""
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
BENCH = HERE.parent / "memory"
sys.path[:0] = [str(HERE.parent), str(BENCH)]
sys.dont_write_bytecode = True
import bm25  # noqa: E402
import locomo  # noqa: E402

SAMPLE = {
    "sample_id": "conv-1",
    "conversation": {
        "speaker_a": "Ann", "speaker_b": "Ben",
        "session_1_date_time": "1:56 pm on 8 May, 2023",
        "session_1": [
            {"speaker": "Ann", "dia_id": "D1:1", "text": "Hi Ben, when will you visit?"},
            {"speaker": "Ben", "dia_id": "D1:2", "text": "Look at my red kayak", "blip_caption": "a photo of a boat"},
        ],
        "session_2_date_time": "12:09 am on 13 September, 2023",
        "session_2": [{"speaker": "Ann", "dia_id": "D2:1", "text": "I baked bread"}],
        "session_3_date_time": "9:00 am on 14 September, 2023",
    },
    "qa": [
        {"question": "What colour is the kayak?", "answer": "red", "evidence": ["D1:2"], "category": 4},
        {"question": "Who baked bread, and when?", "answer": "Ann", "evidence": ["D2:01; D1:1", "D9:9"], "category": 1},
        {"question": "What would Ann like?", "answer": "tea", "evidence": [], "category": 3},
        {"question": "Where is Ben?", "adversarial_answer": "here", "evidence": ["D:1"], "category": 5},
    ],
}
# What `jarvis memory bench` would print.
TIMES = {"p50": 1, "p95": 2, "max": 3}
SPREAD = {"count": 1, "mean": 1, "p50": 1, "p95": 1, "max": 1}
SEARCH = {"fragments": 6000, "dimension": 384, "insertMicroseconds": 1, "vectorMicroseconds": 1, "wordQueries": TIMES, "vectorQueries": TIMES,
          "bytesPerFragment": {"postings": 100, "vectors": 400}}
SLEEP = {"turns": 10_000, "seconds": 1, "before": 3, "after": 2}
MONTH = {"turns": 6000, "fragments": 900, "currentFacts": 90, "junkRate": 0.01, "duplicateRate": 0.001, "wrongFacts": 0, "missingFacts": 2, "lostStories": 0,
         "stories": 5, "stalePromises": 0, "sleepingSeconds": 1, "examples": ["junk: bof"]}
FIGURES = {"search": [SEARCH, SEARCH | {"fragments": 1_000_000}], "encode": {"turns": SPREAD, "told": SPREAD, "long": SPREAD},
           "consolidation": {"heard": SLEEP, "imported": SLEEP}, "months": [MONTH, MONTH | {"junkRate": 0.02}]}


class ReadingTests(unittest.TestCase):
    def setUp(self):
        self.conversation = locomo.read_sample(SAMPLE)

    def test_turns_are_read_in_order_with_the_time_of_their_session(self):
        self.assertEqual([turn.id for turn in self.conversation.turns], ["D1:1", "D1:2", "D2:1"])
        self.assertEqual([turn.at for turn in self.conversation.turns], ["2023-05-08T13:56:00Z"] * 2 + ["2023-09-13T00:09:00Z"])

    def test_evidence_is_turns_that_exist(self):
        self.assertEqual([question.evidence for question in self.conversation.questions], [{"D1:2"}, {"D2:1", "D1:1"}])
        self.assertEqual(self.conversation.unanswerable, 2)

    def test_a_line_for_each_turn(self):
        lines = [json.loads(line) for line in locomo.import_lines(self.conversation).splitlines()]
        self.assertEqual(lines[1], {
            "text": "Look at my red kayak", "kind": "episode", "speaker": "Ben", "occurred_at": "2023-05-08T13:56:00Z", "conversation_id": "conv-1",
            "external_id": "D1:2"})
        self.assertEqual({line["conversation_id"] for line in lines}, {"conv-1"})

    def test_captions_and_a_conversation_for_each_session(self):
        lines = [json.loads(line) for line in locomo.import_lines(self.conversation, captions=True, per_session=True).splitlines()]
        self.assertEqual(lines[1]["text"], "Look at my red kayak [shares a photo of a boat]")
        self.assertEqual([line["conversation_id"] for line in lines], ["conv-1/1", "conv-1/1", "conv-1/2"])
        self.assertEqual(lines[0]["text"], "Hi Ben, when will you visit?")

    def test_a_file_may_hold_one_conversation(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "one.json"
            file.write_text(json.dumps(SAMPLE))
            self.assertEqual([conversation.name for conversation in locomo.read(file)], ["conv-1"])


class RecallTests(unittest.TestCase):
    def test_the_share_of_the_evidence_among_the_first(self):
        found = ["x"] * 4 + ["a", "x", "b"] + [None] * 20 + ["c"]
        self.assertEqual(locomo.recalls(found, frozenset("abcd")), {5: 0.25, 10: 0.5, 25: 0.5, 50: 0.75})

    def test_each_question_weighs_the_same(self):
        one, two = (locomo.Question("?", 1, frozenset(evidence)) for evidence in ("a", "bcde"))
        outcomes = [locomo.Outcome("conv-1", one, ["a"]), locomo.Outcome("conv-2", two, ["b"])]
        self.assertAlmostEqual(locomo.mean(outcomes, 5), 100 * (1 + 0.25) / 2)
        self.assertIsNone(locomo.mean([], 5))

    def test_the_table_has_all_conversations_and_categories(self):
        questions = [locomo.Question("?", category, frozenset("a")) for category in (4, 1)]
        outcomes = [locomo.Outcome(f"conv-{number}", question, ["a"] if number else []) for number, question in enumerate(questions)]
        lines = locomo.table({"ours": outcomes, "theirs": outcomes[::-1]})
        self.assertEqual([line.split()[0] for line in lines[2:]], ["all", "conv-0", "conv-1", "1", "4"])
        self.assertEqual(lines[2].split(), ["all", "2"] + ["50.0"] * 8)
        self.assertEqual(lines[5].split(), ["1", "multi-hop", "1"] + ["100.0"] * 8)


class BM25Tests(unittest.TestCase):
    TEXTS = ["the red kayak", "a red and red and red door of the house, and more words", "bread", "kayaks"]

    def test_rare_words_and_short_texts_come_first(self):
        self.assertEqual(bm25.BM25(self.TEXTS, lambda word: word).best("red kayak", 2), [0, 1])
        self.assertEqual(bm25.BM25(self.TEXTS, lambda word: word.rstrip("s")).best("kayak", 2), [3, 0])

    def test_nothing_is_compared_with_nothing(self):
        self.assertEqual(bm25.BM25([], str).best("kayak", 5), [])

    def test_no_word_in_common_leaves_the_order(self):
        self.assertEqual(bm25.BM25(self.TEXTS, str).best("the", 5), [0, 1, 2, 3])


class RunTests(unittest.TestCase):
    def run_it(self, binary, *options):
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder) / "data.json"
            data.write_text(json.dumps([SAMPLE, SAMPLE | {"sample_id": "conv-2"}]))
            done = subprocess.run([sys.executable, BENCH / "run.py", "--binary", binary, "--data", data, "--json", Path(folder) / "all.json", *options],
                                  capture_output=True, text=True, timeout=120, env=os.environ | {"BENCH_RESULTS": folder})
            written = json.loads((Path(folder) / "all.json").read_text()) if done.returncode in (0, 1) else []
            return done, written

    def test_conversations_are_imported_and_asked_about(self):
        done, written = self.run_it(HERE / "mock_jarvis.py", "--part", "words")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("2 conversations, 6 turns, 4 questions; 4 more", done.stdout)
        self.assertRegex(done.stdout, r"words alone: R@10 +% +100 +≥ 77")
        self.assertEqual([row["found"][0] for row in written if row["method"] == "words alone"], ["D1:2", "D2:1"] * 2)

    def test_what_is_measured_in_process_is_held_to_its_limits(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, figures, code in (("good", FIGURES, 0), ("bad", FIGURES | {"months": [MONTH | {"junkRate": 0.02}, MONTH | {"wrongFacts": 1}]}, 1)):
                binary = Path(folder) / name
                binary.write_text(f"#!/usr/bin/env python3\nprint({json.dumps(figures)!r})\n")
                binary.chmod(0o700)
                done, _ = self.run_it(binary, "--part", "speed", "--part", "month")
                self.assertEqual(done.returncode, code, done.stdout + done.stderr)
                self.assertRegex(done.stdout, r"month: junk +% +2 +≤ 5")
                self.assertRegex(done.stdout, r"1,000,000 fragments: memory of a fragment +bytes +500")

    def test_without_the_conversations_nothing_is_measured(self):
        done, _ = self.run_it("/bin/false", "--part", "words", "--data", "/nonexistent.json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("recall is not measured", done.stdout)

    def test_a_start_with_much_to_remember_is_measured(self):
        done, _ = self.run_it(HERE / "mock_jarvis.py", "--part", "start")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertRegex(done.stdout, r"20,000 memories: from a start to the first answer +s +[\d.]+")

    def test_gauges_are_read_from_metrics(self):
        spec = importlib.util.spec_from_file_location("memory_run", BENCH / "run.py")
        run = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(run)
        text = "# TYPE jarvis_memory_vectors gauge\njarvis_memory_vectors 3\njarvis_memory_vectors_more 9\njarvis_memory_vectors{household=\"a\"} 4\n"
        self.assertEqual(run.gauge(text, "jarvis_memory_vectors"), 7)
        self.assertIsNone(run.gauge(text, "jarvis_memory_fragments"))


if __name__ == "__main__":
    unittest.main()
