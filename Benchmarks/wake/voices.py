"""Speech for measuring: espeak-ng's library by ctypes, with its many voices, as 16 kHz int16 arrays.

The library says the same each time for the same voice, speed and pitch: what is made here can be made again.
"""
import ctypes
import ctypes.util
import wave

import numpy

RATE = 16_000
# Variants of its voices, of both ways it makes them.
VOICES = ["f1", "f2", "f3", "f4", "f5", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "klatt2", "klatt4"]

_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class Espeak:
    """One per process: the library keeps its state in globals."""

    def __init__(self):
        name = ctypes.util.find_library("espeak-ng")
        if not name:
            raise SystemExit("libespeak-ng is missing: scripts/setup installs it")
        self.library = ctypes.CDLL(name)
        self.native_rate = self.library.espeak_Initialize(2, 0, None, 0)   # AUDIO_OUTPUT_SYNCHRONOUS
        if self.native_rate <= 0:
            raise SystemExit("espeak-ng does not start: are its data installed?")
        self.parts = []
        self.callback = _CALLBACK(self._take)
        self.library.espeak_SetSynthCallback(self.callback)

    def _take(self, samples, count, _events):
        if samples and count > 0:
            self.parts.append(numpy.ctypeslib.as_array(samples, (count,)).copy())
        return 0

    def say(self, text, voice, speed=160, pitch=50):
        """int16 at 16 kHz; `voice` is as `fr+f3`."""
        if self.library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise ValueError(f"espeak-ng has no voice {voice}")
        self.library.espeak_SetParameter(1, speed, 0)
        self.library.espeak_SetParameter(3, pitch, 0)
        self.parts = []
        content = text.encode() + b"\0"
        self.library.espeak_Synth(content, len(content), 0, 1, 0, 1, None, None)
        sound = numpy.concatenate(self.parts) if self.parts else numpy.zeros(0, numpy.int16)
        return trimmed(resampled(sound.astype(numpy.float64), self.native_rate, RATE))


def resampled(sound, rate, wanted):
    """By the Fourier transform: exact for what both rates can hold."""
    if rate == wanted or not len(sound):
        return to_int16(sound)
    count = int(len(sound) * wanted / rate)
    padded = numpy.concatenate([sound, numpy.zeros(-len(sound) % 512)])
    spectrum = numpy.fft.rfft(padded)
    size = int(round(len(padded) * wanted / rate))
    out = numpy.zeros(size // 2 + 1, complex)
    kept = min(len(out), len(spectrum))
    out[:kept] = spectrum[:kept]
    return to_int16(numpy.fft.irfft(out, size)[:count] * size / len(padded))


def trimmed(sound, limit=60):
    """Without the silence before and after."""
    loud = numpy.flatnonzero(numpy.abs(sound) > limit)
    return sound[loud[0]:loud[-1] + 1] if len(loud) else sound[:0]


def to_int16(sound):
    return numpy.clip(numpy.round(sound), -32768, 32767).astype(numpy.int16)


def read_wav(path):
    """int16 at 16 kHz, one channel, of a WAV file; `None` when it is none."""
    try:
        with wave.open(str(path)) as file:
            if file.getsampwidth() != 2:
                return None
            sound = numpy.frombuffer(file.readframes(file.getnframes()), numpy.int16).reshape(-1, file.getnchannels()).mean(axis=1)
            return resampled(sound, file.getframerate(), RATE)
    except (wave.Error, EOFError):
        return None


def noise(kind, count, random, speech=()):
    """Noise of RMS 1: `white`, `pink` (1/f power), or `babble`: several of `speech` at once."""
    if kind == "babble":
        out = numpy.zeros(count)
        for _ in range(6):
            each = speech[random.integers(len(speech))].astype(numpy.float64)
            each = numpy.roll(numpy.resize(each, count), random.integers(count))
            out += each / (numpy.sqrt((each ** 2).mean()) + 1)
    else:
        out = random.standard_normal(count)
        if kind == "pink":
            spectrum = numpy.fft.rfft(out)
            out = numpy.fft.irfft(spectrum / numpy.sqrt(numpy.maximum(numpy.arange(len(spectrum)), 1)), count)
    return out / numpy.sqrt((out ** 2).mean())


def mixed(sound, ratio, kind, random, speech=()):
    """`sound` with noise below its voiced parts by `ratio` decibels."""
    values = sound.astype(numpy.float64)
    loud = values[numpy.abs(values) > numpy.abs(values).max() * 0.05]
    level = numpy.sqrt((loud ** 2).mean()) if len(loud) else 1000
    out = values + noise(kind, len(values), random, speech) * level / 10 ** (ratio / 20)
    return to_int16(out * min(1, 32000 / numpy.abs(out).max()))
