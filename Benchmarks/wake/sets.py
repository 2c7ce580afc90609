"""The sets that are measured: WAV files and an index that says what is in each.

- recorded: people saying "hey Jarvis", and other wake words, as they are and in noise;
- called: the wake word in French and English by voices of espeak-ng, clean and in noise;
- near: words that sound like it;
- talk: recordings, half an hour of everyday sentences and orders in one go, and five minutes of them in noise.
"""
import json
import wave
from pathlib import Path

import numpy

from phrases import ALONE, CALLED, NEAR, everyday, orders
from voices import VOICES, RATE, Espeak, mixed, read_wav, to_int16

RATIOS = [20, 10, 5, 0]
NOISES = ["white", "pink", "babble"]


def make(folder, data, minutes, seed=5):
    """Writes the sets; `data` has the folders wake, speech and intents. Returns the index: dicts of file, set, word and noise."""
    random = numpy.random.default_rng(seed)
    speak = Espeak()
    index = []

    def write(name, sound, group, word, noise="clean"):
        path = folder / f"{name}.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(sound.tobytes())
        index.append({"file": str(path), "set": group, "word": word, "noise": noise, "seconds": len(sound) / RATE})

    def padded(sound):
        return numpy.concatenate([numpy.zeros(RATE * 3 // 2, numpy.int16), sound, numpy.zeros(RATE, numpy.int16)])

    speech = [sound for path in sorted(Path(data, "speech").rglob("*.wav")) if (sound := read_wav(path)) is not None]
    if not speech:
        speech = [speak.say(everyday("fr", random), f"fr+{voice}") for voice in VOICES]
    for path in sorted(Path(data, "wake/tests").glob("*/*.wav")):
        sound = read_wav(path)
        called = path.parent.name == "hey_jarvis"
        name = f"{path.parent.name}-{path.stem}"
        group = "recorded hey jarvis" if called else "recorded other words"
        word = "hey_jarvis" if called else None
        write(name, padded(sound), group, word)
        for kind in NOISES:
            for ratio in RATIOS:
                write(f"{name}-{kind}-{ratio}", mixed(padded(sound), ratio, kind, random, speech), group, word, f"{kind} {ratio} dB")
    for language, texts in CALLED.items():
        for voice in VOICES:
            for number, text in enumerate(texts + ALONE):
                for speed in (135, 180):
                    sound = speak.say(text, f"{language}+{voice}", speed, int(random.integers(25, 80)))
                    short = language[:2]
                    group = f"called alone, {short}" if text in ALONE else f"called, {short}"
                    word = "jarvis" if text in ALONE else "hey_jarvis"
                    write(f"{group}-{number}-{voice}-{speed}", padded(sound), group, word)
                    kind, ratio = NOISES[random.integers(3)], RATIOS[random.integers(3)]
                    write(f"{group}-{number}-{voice}-{speed}-noisy", mixed(padded(sound), ratio, kind, random, speech), group + ", noisy", word, f"{kind} {ratio} dB")
    for language, texts in NEAR.items():
        for voice in VOICES:
            for number, text in enumerate(texts):
                sound = speak.say(text, f"{language}+{voice}", int(random.integers(120, 200)), int(random.integers(25, 80)))
                write(f"near-{language}-{number}-{voice}", padded(sound), "near words", None)
    pause = numpy.zeros(RATE // 2, numpy.int16)
    write("talk-recorded", numpy.concatenate([part for sound in speech for part in (sound, pause)]), "talk", None)
    said = {language: orders(Path(data, "intents/tests"), language[:2]) for language in CALLED}
    part, count = [], 0
    while count < minutes * 60 * RATE:
        language = list(CALLED)[random.integers(2)]
        text = said[language][random.integers(len(said[language]))] if said[language] and random.random() < 0.5 else everyday(language, random)
        sound = speak.say(text, f"{language}+{VOICES[random.integers(len(VOICES))]}", int(random.integers(130, 200)), int(random.integers(25, 80)))
        part += [sound, pause[:random.integers(800, 8000)]]
        count += len(part[-1]) + len(part[-2])
    everything = numpy.concatenate(part)
    write("talk-said", everything, "talk", None)
    write("talk-noisy", mixed(everything[:300 * RATE], 10, "pink", random), "talk", None, "pink 10 dB")
    silence = to_int16(random.standard_normal(RATE * 120) * 8)
    write("silence", silence, "silence", None)
    (folder / "index.json").write_text(json.dumps(index))
    return index
