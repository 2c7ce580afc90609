"""What Jarvis costs above the bare engines, in processor time: requests to its STT and TTS services against the engine calls that these requests make.

The calls are written down once by a library that is preloaded into the worker (engine.c): pocketsphinx gets the same model, parameters, words, grammar
and samples again, espeak-ng the same voice and sentences, from a program that does nothing else. All that Jarvis does besides is in its figure: HTTP,
WAV, the normalised text, the way to the worker and back, noise under the samples, confidence, and whatever both processes do meanwhile.
"""
import http.client
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import wave
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from sounds import RATE  # noqa: E402
from support import Jarvis, family  # noqa: E402

SAID = [
    ("fr", "C'est fait."), ("en", "It is done."),
    ("fr", "Il est 18 h 42. Le salon est à 21,5 °C, et la lampe de la cuisine est encore allumée."),
    ("en", "It is 6:42 pm. The living room is at 21.5 °C, and the kitchen light is still on."),
    ("fr", "Demain, il fera beau le matin. L'après-midi, des nuages arriveront par l'ouest, avec un peu de vent. La température ira de 12 à 19 degrés. "
           "Pensez à rentrer les coussins avant la nuit : il pleuvra sans doute à partir de 23 h."),
    ("en", "Tomorrow morning will be sunny. In the afternoon, clouds will come from the west, with a little wind. It will be between 12 and 19 degrees. "
           "Remember to bring the cushions in before the night: it will probably rain from 11 pm."),
]
SPOKEN_RATE = 22_050
SETTLE = 0.02       # seconds in which a process ends what it does after its answer


def wav(sound):
    file = BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((1, 2, RATE, 0, "NONE", ""))
        writer.writeframes(sound.bytes)
    return file.getvalue()


class Service:
    """A Jarvis, asked over kept connections."""

    def __init__(self, jarvis):
        # Models are tried in children of the worker, which end.
        self.worker = next(pid for pid in family(jarvis.process.pid) if "--socket" in Path(f"/proc/{pid}/cmdline").read_text())
        self.pids = (jarvis.process.pid, self.worker)
        self.stt, self.tts = (http.client.HTTPConnection("127.0.0.1", port, timeout=60) for port in (jarvis.stt_port, jarvis.tts_port))

    def ask(self, item):
        """The seconds of audio that were said or heard."""
        kind, language, what = item
        if kind == "stt":
            self.stt.request("POST", f"/transcribe?language={language}", wav(what), {"Content-Type": "audio/wav"})
            answer = self.stt.getresponse()
        else:
            self.tts.request("POST", "/synthesize", json.dumps({"text": what, "language": language}), {"Content-Type": "application/json"})
            answer = self.tts.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{kind} {language} answered {answer.status}: {content.decode()}")
        if kind == "stt":
            return len(what.samples) / RATE
        with wave.open(BytesIO(content)) as file:
            return file.getnframes() / file.getframerate()

    def warm(self, items):
        """The worker is told what is said in the home when the ports are open already."""
        deadline = time.monotonic() + 20
        for language in ("fr", "en"):
            while True:
                try:
                    self.ask(next(item for item in items if item[:2] == ("stt", language)))
                    break
                except SystemExit:
                    if time.monotonic() > deadline:
                        raise
                    time.sleep(0.2)

    def used(self):
        # The clock of another process's time: clock_getcpuclockid(3).
        return sum(time.clock_gettime(~pid << 3 | 2) for pid in self.pids)

    def cost(self, item):
        began = self.used()
        self.ask(item)
        time.sleep(SETTLE)
        return self.used() - began


class Bare:
    """The engines by themselves."""

    def __init__(self, program, calls):
        self.process = subprocess.Popen([program, calls], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def cost(self, span):
        """Seconds of processor time of the calls in a part of the file, and how many samples they said."""
        self.process.stdin.write(f"{span[0]} {span[1]}\n")
        self.process.stdin.flush()
        nanoseconds, samples = map(int, self.process.stdout.readline().split())
        return nanoseconds / 1e9, samples


def compile(folder):
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "pocketsphinx", "espeak-ng"], capture_output=True, text=True, check=True).stdout.split()
    for name, more in (("bare", []), ("record.so", ["-shared", "-fPIC", "-DRECORD"])):
        subprocess.run(["gcc", "-O2", *more, str(HERE / "engine.c"), "-o", str(folder / name), *flags], check=True)


def record(model, folder, items):
    """Where in the file of calls all is made ready, and for each item the first and the second time that it was asked for."""
    worker = Path(model.binary).with_name("jarvis-speech")
    (folder / "worker").write_text(f'#!/bin/sh\nLD_PRELOAD={folder}/record.so CALLS={folder}/calls exec {worker} "$@"\n')
    (folder / "worker").chmod(0o755)
    jarvis = Jarvis(model.binary, folder, model.settings | {"JARVIS_SPEECH_WORKER": str(folder / "worker")})
    if (model.home / "models").exists():
        shutil.copytree(model.home / "models", jarvis.home / "models")
    try:
        jarvis.start()
        service, spans = Service(jarvis), []
        calls = Path(f"{folder}/calls.{service.worker}")
        service.warm(items)
        ready = end = calls.stat().st_size
        for item in items:
            begin, length = end, service.ask(item)
            middle = calls.stat().st_size
            service.ask(item)
            end = calls.stat().st_size
            spans.append(((begin, middle), (middle, end), length))
        return calls, (0, ready), spans
    finally:
        jarvis.close()


def overhead(stage, sounds, report, options):
    items = [("stt", sound.command.language, sound) for sound in sounds] + [("tts", *said) for said in SAID]
    with tempfile.TemporaryDirectory(prefix="jarvis-overhead-") as name:
        folder = Path(name)
        compile(folder)
        calls, ready, spans = record(stage.jarvis, folder, items)
        bare, service = Bare(folder / "bare", calls), Service(stage.jarvis)
        bare.cost(ready)
        service.warm(items)
        sums = {}
        for item, (first, again, length) in zip(items, spans):
            said = bare.cost(first)[1] / SPOKEN_RATE
            service.ask(item)
            # The length of a fricative is chance in espeak-ng.
            if item[0] == "tts" and abs(said - length) > 0.03 * length:
                raise SystemExit(f"the bare engine does not say the same for {item[2]!r}: {said} s, not {length} s")
            # In turns, so that what else the machine does meets both.
            pairs = [(service.cost(item), bare.cost(again)[0]) for _ in range(options.repetitions)]
            theirs = statistics.median(bare for _, bare in pairs)
            ours = theirs * statistics.median(own / bare for own, bare in pairs)
            if options.show:
                what = item[2] if item[0] == "tts" else item[2].name
                print(f"  {item[0]} {length:.2f} s: {1000 * ours:.2f} ms, bare {1000 * theirs:.2f} ms, {100 * (ours / theirs - 1):+.1f} %: {what[:60]}", flush=True)
            total = sums.setdefault(item[:2], [0, 0, 0, 0])
            for index, value in enumerate((ours, theirs, length, 1)):
                total[index] += value
        bare.process.stdin.close()
        bare.process.wait()
    for (kind, language), (ours, theirs, length, count) in sums.items():
        report.add(f"{kind}, {language}: processor time of a second of audio", 1000 * ours / length, "ms", peer=1000 * theirs / length)
        report.add(f"{kind}, {language}: above the bare engine, of a request", 1000 * (ours - theirs) / count, "ms")
        report.add(f"{kind}, {language}: above the bare engine", 100 * (ours / theirs - 1), "%", at_most=5)
