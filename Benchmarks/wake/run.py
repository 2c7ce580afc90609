#!/usr/bin/env python3
"""Whether the wake word is heard, and only then: recall and false accepts, against the same models' own packages on the same files.

- the sets of sets.py: people's recordings as they are and in white, pink and babble noise at 20 to 0 dB, voices of espeak-ng in French and
  English, words that sound alike, and talk;
- "ours" is what the speech worker runs (wake-bench, the release build); the peers are pyopen-wakeword, which wakes at 0.5, and
  pymicro-wakeword, which wakes at its model's cutoff;
- how long after the first and before the last sample of a voice the voice activity says so, on words between digital silence;
- the processor's time of one stream and of 16, in talk and in silence.

Recordings are taken from --data (../shared/data by default); without them only the generated sets are measured.
"""
import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import sets  # noqa: E402
from support import ROOT, Report  # noqa: E402
from voices import read_wav  # noqa: E402

CPU_LIMIT = 4          # percent of a core for a stream while people talk
SILENCE_LIMIT = 1      # and while nobody does
REST = 1.5             # seconds in which a peer's wake is counted once, as ours are


def ours(binary, models, engine, files, streams=1):
    """What wake-bench heard, by file."""
    done = subprocess.run([binary, models, engine, str(streams)], input="\n".join(files) + "\n", capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"wake-bench ended with {done.returncode}: {done.stderr[-500:]}")
    return {row["file"]: row for row in map(json.loads, done.stdout.splitlines())}


def rested(times):
    """Without those that follow another within `REST`."""
    kept = []
    for time in times:
        if not kept or time - kept[-1] >= REST:
            kept.append(time)
    return kept


def open_peer(files):
    """Times of pyopen-wakeword's wakes, by file."""
    from pyopen_wakeword import Model, OpenWakeWord, OpenWakeWordFeatures
    features, word = OpenWakeWordFeatures.from_builtin(), OpenWakeWord.from_builtin(Model.HEY_JARVIS)
    found = {}
    for file in files:
        sound = read_wav(file)
        # A second of silence clears what was before; the packages' own reset computes eight.
        for _ in features.process_streaming(bytes(2 * 16000)):
            pass
        word.reset()
        times = []
        for start in range(0, len(sound) - 1279, 1280):
            for embedding in features.process_streaming(sound[start:start + 1280].tobytes()):
                times += [(start + 1280) / 16000 for probability in word.process_streaming(embedding) if probability > 0.5]
        found[file] = rested(times)
    return found


def micro_peer(files):
    """Times of pymicro-wakeword's wakes, by file."""
    from pymicro_wakeword import MicroWakeWord, MicroWakeWordFeatures, Model
    features, word = MicroWakeWordFeatures(), MicroWakeWord.from_builtin(Model.HEY_JARVIS)
    found = {}
    for file in files:
        features.reset()
        word.reset()
        found[file] = rested([index * 0.01 for index, row in enumerate(features.process_streaming(read_wav(file).tobytes())) if word.process_streaming(row)])
    return found


def share(index, wakes, group, noise=None):
    """Percent of the files of a set in which something was heard."""
    files = [row["file"] for row in index if row["set"] == group and (noise is None or (row["noise"] != "clean") == noise)]
    return 100 * sum(bool(wakes[file]) for file in files) / len(files) if files else None


def per_hour(index, wakes):
    """Wakes in an hour of talk in which nobody called."""
    rows = [row for row in index if row["set"] == "talk"]
    return 3600 * sum(len(wakes[row["file"]]) for row in rows) / sum(row["seconds"] for row in rows)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--binary", default=ROOT / ".build/release/jarvis", help="wake-bench is looked for beside it")
    options.add_argument("--models", type=Path, default=ROOT / ".jarvis/speech/models")
    options.add_argument("--data", type=Path, default=ROOT.parent / "shared/data", help="a folder with wake/tests, speech and intents/tests")
    options.add_argument("--minutes", type=float, default=30, help="of generated talk")
    options.add_argument("--engines", default="micro,either", help="of micro, open, either, both")
    options.add_argument("--sets", type=Path, help="a folder to keep the sets in, or to find them in")
    chosen = options.parse_args()
    binary = Path(chosen.binary).with_name("wake-bench")
    if not binary.exists():
        raise SystemExit(f"{binary} is missing: make bench builds it")

    report = Report("wake")
    with tempfile.TemporaryDirectory(prefix="jarvis-wake-") as temporary:
        folder = chosen.sets or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        index = json.loads((folder / "index.json").read_text()) if (folder / "index.json").exists() else sets.make(folder, chosen.data, chosen.minutes)
        files = [row["file"] for row in index]
        heard = {engine: ours(binary, chosen.models, engine, files) for engine in chosen.engines.split(",")}
        wakes = {engine: {file: row["wakes"] for file, row in rows.items()} for engine, rows in heard.items()}
        opened, micro = open_peer(files), micro_peer(files)

        for engine in heard:
            name, peer = ("pymicro-wakeword", micro) if engine == "micro" else ("pyopen-wakeword", opened)
            print(f"{engine}: the peer is {name}")
            for group, noise in (("recorded hey jarvis", False), ("recorded hey jarvis", True), ("called, en", None), ("called, en, noisy", None),
                                 ("called, fr", None), ("called, fr, noisy", None)):
                value, theirs = share(index, wakes[engine], group, noise), share(index, peer, group, noise)
                if value is not None:
                    what = group + (" in noise" if noise else "")
                    report.add(f"{engine}: {what}", value, "% heard", peer=theirs, at_least=theirs if "recorded" in what else None)
            for group in ("recorded other words", "near words"):
                value = share(index, wakes[engine], group)
                if value is not None:
                    report.add(f"{engine}: {group}", value, "% woken", peer=share(index, peer, group))
            report.add(f"{engine}: talk", per_hour(index, wakes[engine]), "wakes/h", peer=per_hour(index, peer), at_most=1)

        onset, end = voice_errors(index, next(iter(heard.values())))
        for what, values in (("voice began", onset), ("voice ended", end)):
            if values:
                report.add(f"{what}, median error", statistics.median(values), "ms")
                report.add(f"{what}, 9 of 10 within", sorted(map(abs, values))[len(values) * 9 // 10], "ms")
        talk = next(row["file"] for row in index if row["file"].endswith("talk-recorded.wav"))
        silence = next(row["file"] for row in index if row["set"] == "silence")
        for engine in heard:
            for streams in (1, 16):
                rows = ours(binary, chosen.models, engine, [talk, silence], streams)
                for what, file, limit in (("talk", talk, CPU_LIMIT), ("silence", silence, SILENCE_LIMIT)):
                    report.add(f"{engine}: {streams} streams, {what}, each", 100 * rows[file]["cpu"] / rows[file]["seconds"], "% core", limit)
    return report.finish()


def voice_errors(index, heard):
    """Milliseconds by which the first and last sound were told late, of words between 1.5 s and 1 s of digital silence."""
    onset, end = [], []
    for row in index:
        voice = heard[row["file"]]["voice"]
        if row["set"] in ("called, fr", "called, en") and len(voice) >= 2:
            onset.append(1000 * (voice[0] - 1.5))
            end.append(1000 * (voice[-1] - (row["seconds"] - 1)))
    return onset, end


if __name__ == "__main__":
    sys.exit(main())
