"""Recordings to say: espeak-ng's voices, and recorded people where shared/data stands beside the checkout. All as 16-bit mono at 16 kHz."""
import array
import math
import shutil
import subprocess
import sys
import wave
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent)]
from support import ROOT  # noqa: E402

RATE = 16_000
WINDOW = RATE // 100        # samples of 10 ms
# A window is voiced when it is less than this far below the loudest one, in amplitude: 32 dB.
VOICED = 0.025
RECORDED = ROOT.parent / "shared/data/speech"
FRENCH = [("fr-fr", 150), ("fr-fr+f3", 165), ("fr-be+m3", 140), ("fr-ch+f2", 155)]
ENGLISH = [("en-us", 150), ("en-gb+f3", 160), ("en-gb-scotland+m3", 145), ("en-us+f2", 155)]


@dataclass(frozen=True)
class Command:
    """Something to say, and what has to come of it: an entity that a call names, or a word of the answer."""
    text: str
    language: str
    wanted: str


@dataclass
class Sound:
    name: str
    command: Command
    samples: array.array

    @property
    def bytes(self):
        return self.samples.tobytes()

    @cached_property
    def voiced(self):
        """The first and the last voiced sample: where windows of 10 ms are loud enough, as against the loudest."""
        levels = [math.hypot(*self.samples[at:at + WINDOW]) for at in range(0, len(self.samples), WINDOW)]
        # A recorded room is not silent.
        quiet = min(4 * sorted(levels)[len(levels) // 4], 0.1 * max(levels))
        loud = [number for number, level in enumerate(levels) if level >= max(VOICED * max(levels), quiet)]
        return loud[0] * WINDOW, min(len(self.samples), (loud[-1] + 1) * WINDOW)


def resampled(samples, rate):
    """By linear interpolation, after the mean of what falls together: enough for a voice."""
    if rate == RATE:
        return samples
    step, made = rate / RATE, array.array("h")
    for number in range(int(len(samples) / step) - 1):
        at = int(number * step)
        part = number * step - at
        made.append(int(samples[at] * (1 - part) + samples[at + 1] * part))
    return made


def read(source):
    with wave.open(source) as file:
        samples = array.array("h", file.readframes(file.getnframes()))
        channels = file.getnchannels()
        if channels > 1:
            samples = array.array("h", [sum(samples[at:at + channels]) // channels for at in range(0, len(samples) - channels + 1, channels)])
        return resampled(samples, file.getframerate())


def spoken(command, voice, speed):
    """`None` where espeak-ng is not installed."""
    if not shutil.which("espeak-ng"):
        return None
    made = subprocess.run(["espeak-ng", "-v", voice, "-s", str(speed), "--stdout", command.text], capture_output=True, check=True).stdout
    # Of a stream, the header does not know the length.
    with wave.open(BytesIO(made)) as header:
        rate = header.getframerate()
    samples = array.array("h", made[44:len(made) - len(made) % 2])
    return Sound(f"{voice}: {command.text}", command, resampled(samples, rate))


COMMANDS = [
    Command("allume la lampe du salon", "fr", "light.salon"), Command("éteins la lampe du salon", "fr", "light.salon"),
    Command("allume la cuisine", "fr", "light.cuisine"), Command("éteins la cuisine", "fr", "light.cuisine"),
    Command("ouvre le volet de la chambre", "fr", "cover.chambre"), Command("ferme le volet de la chambre", "fr", "cover.chambre"),
    Command("quelle heure est-il", "fr", "il est"), Command("allume le bureau", "fr", "light.bureau"), Command("éteins le bureau", "fr", "light.bureau"),
    Command("turn on the living room lamp", "en", "light.salon"), Command("turn off the living room lamp", "en", "light.salon"),
    Command("turn on the kitchen light", "en", "light.cuisine"), Command("turn off the kitchen light", "en", "light.cuisine"),
    Command("open the bedroom shutter", "en", "cover.chambre"), Command("close the bedroom shutter", "en", "cover.chambre"),
    Command("what time is it", "en", "it is|it's"),
]
PEOPLE = {"speech_wyoming_faster_whisper/turn_on_the_living_room_lamp.wav": Command("turn on the living room lamp", "en", "light.salon")}


def all_sounds(count_of_voices=2):
    """Every command by some voices, in an order in which on comes before off."""
    sounds = []
    for number in range(count_of_voices):
        for command in COMMANDS:
            voice, speed = (FRENCH if command.language == "fr" else ENGLISH)[number % 4]
            sounds.append(spoken(command, voice, speed))
    for name, command in PEOPLE.items():
        if (RECORDED / name).exists():
            sounds.append(Sound(name, command, read(str(RECORDED / name))))
        else:
            print(f"no recording at {RECORDED / name}: passed over")
    return [sound for sound in sounds if sound]
