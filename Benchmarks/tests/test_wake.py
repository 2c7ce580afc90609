"""What the wake word benchmark generates and counts."""
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "wake")]
sys.dont_write_bytecode = True
try:
    import numpy
    import phrases
    import run as bench
    import voices
except ImportError:
    numpy = None


@unittest.skipUnless(numpy, "numpy is not installed: scripts/setup bench brings it")
class WakeBenchmark(unittest.TestCase):
    def test_wakes_close_together_are_one(self):
        self.assertEqual(bench.rested([1, 1.1, 2.4, 2.6, 10]), [1, 2.6, 10])
        self.assertEqual(bench.rested([]), [])

    def test_noise_is_as_loud_as_asked(self):
        random = numpy.random.default_rng(1)
        tone = voices.to_int16(5000 * numpy.sin(numpy.arange(32000) * 0.2))
        for kind in ("white", "pink", "babble"):
            for ratio in (20, 0):
                noise = voices.mixed(tone, ratio, kind, random, [tone[:9000]]).astype(float) - tone
                level = numpy.sqrt((tone.astype(float) ** 2).mean() / (noise ** 2).mean())
                self.assertAlmostEqual(20 * numpy.log10(level), ratio, delta=1.5)

    def test_resampling_keeps_a_tone(self):
        tone = 8000 * numpy.sin(2 * numpy.pi * 440 * numpy.arange(22050) / 22050)
        sound = voices.resampled(tone, 22050, 16000)
        self.assertEqual(len(sound), 16000)
        crossings = numpy.count_nonzero(numpy.diff(numpy.signbit(sound[1000:15000].astype(float))))
        self.assertAlmostEqual(crossings, 2 * 440 * 14000 / 16000, delta=3)

    def test_counts_files_and_hours(self):
        index = [{"file": "a", "set": "called", "noise": "clean", "seconds": 2}, {"file": "b", "set": "called", "noise": "pink 5 dB", "seconds": 2},
                 {"file": "t", "set": "talk", "noise": "clean", "seconds": 1800}]
        wakes = {"a": [1.0], "b": [], "t": [5, 9]}
        self.assertEqual(bench.share(index, wakes, "called"), 50)
        self.assertEqual(bench.share(index, wakes, "called", noise=True), 0)
        self.assertIsNone(bench.share(index, wakes, "near words"))
        self.assertEqual(bench.per_hour(index, wakes), 4)

    def test_reads_sentences_of_intent_tests(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "fr/HassTurnOn/x.yaml")
            path.parent.mkdir(parents=True)
            path.write_text('language: fr\ntests:\n  - sentences:\n      - "ouvre les rideaux"\n      - "ouvre les {areas}"\n    response: "Ouverture en cours"\n')
            self.assertEqual(phrases.orders(folder, "fr"), ["ouvre les rideaux"])


if __name__ == "__main__":
    unittest.main()
