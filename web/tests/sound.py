"""Recordings for a pretended microphone, and what can be told of the samples that came out at the other end."""
import array
import contextlib
import math
import shutil
import subprocess
import tempfile
import wave

RATE = 48_000


def silence(seconds):
    return array.array("h", bytes(2 * int(seconds * RATE)))


def tone(frequency, seconds, amplitude=9000):
    """With soft edges, and its loudness wavering like a voice's: a steady hum is what browsers take out as noise."""
    count = int(seconds * RATE)
    def sample(n):
        edge = min(1, n / 500, (count - n) / 500)
        return int(amplitude * edge * (0.55 + 0.45 * math.sin(2 * math.pi * 5 * n / RATE)) * math.sin(2 * math.pi * frequency * n / RATE))
    return array.array("h", (sample(n) for n in range(count)))


def spoken(text, voice="fr"):
    """As espeak-ng says it; `None` where that is missing."""
    program = shutil.which("espeak-ng")
    if not program:
        return None
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        subprocess.run([program, "-v", voice, "-s", "140", "-w", file.name, text], check=True)
        with wave.open(file.name) as speech:
            rate, samples = speech.getframerate(), array.array("h", speech.readframes(speech.getnframes()))
    return array.array("h", (samples[int(n * rate / RATE)] for n in range(int(len(samples) * RATE / rate))))


@contextlib.contextmanager
def microphone(*parts):
    """Chromium's options for a microphone that hears these samples once, then silence."""
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        with wave.open(file.name, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            for part in parts:
                out.writeframes(part.tobytes())
        yield ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", f"--use-file-for-fake-audio-capture={file.name}%noloop"]


def loudest(samples, size=320):
    """The loudest stretch of `size` samples, as its root mean square."""
    return max((math.sqrt(sum(sample * sample for sample in samples[at:at + size]) / size) for at in range(0, max(1, len(samples) - size), size)), default=0)


def power(samples, rate, frequency):
    """The share of the samples' energy that lies at this frequency (G. Goertzel's algorithm), from 0 to 1."""
    step = 2 * math.cos(2 * math.pi * frequency / rate)
    before = last = 0.0
    for sample in samples:
        before, last = last, sample + step * last - before
    energy = sum(sample * sample for sample in samples) or 1
    return (before * before + last * last - step * before * last) * 2 / len(samples) / energy
