"""What the voice benchmark measures by: where speech begins and ends, and gaps in answers."""
import array
import math
import sys
import unittest
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent / "voice")]
from sounds import RATE, Command, Sound, resampled  # noqa: E402
from talk import gaps  # noqa: E402


def tone(seconds, level=8000, rate=RATE):
    return array.array("h", [int(level * math.sin(number / 5)) for number in range(int(seconds * rate))])


def piece(at, seconds):
    return at, {"type": "audio", "index": 0, "rate": RATE, "bytes": int(2 * seconds * RATE)}


class VoiceTests(unittest.TestCase):
    def test_speech_is_found_between_silences(self):
        samples = tone(0.5, 20) + tone(1) + tone(0.7, 30)
        first, last = Sound("", Command("", "fr", ""), samples).voiced
        self.assertAlmostEqual(first / RATE, 0.5, delta=0.011)
        self.assertAlmostEqual(last / RATE, 1.5, delta=0.011)

    def test_resampling_keeps_the_length(self):
        self.assertAlmostEqual(len(resampled(tone(1, rate=22050), 22050)), RATE, delta=2)

    def test_gaps_are_what_would_be_heard(self):
        self.assertEqual(gaps([piece(0, 1), piece(0.9, 1), piece(1.9, 1)]), [])
        self.assertEqual([round(gap, 3) for gap in gaps([piece(0, 1), piece(1.2, 1)])], [0.2])
        self.assertEqual(gaps([piece(0, 1), (1, {"type": "done"}), piece(5, 1)]), [], "between answers there is none")
        self.assertEqual(gaps([piece(0, 1), (0.5, {"type": "interrupted"}), piece(5, 1)]), [])


if __name__ == "__main__":
    unittest.main()
