"""Spoils sentences the way fingers, keyboards and speech recognition do. The same seed gives the same sentences on every machine.

Each kind changes one thing: `typo` a letter of the longest word, `accents` all of them, `dropped` one word, `speech` one word or a pair by sound.
Where the changed words belong to free text (a message, an item of a list), what is expected of that slot changes with them: nobody could know better.
"""
import random
import re
import unicodedata
from dataclasses import replace

from testfiles import Case

KINDS = ("typo", "accents", "dropped", "speech")
WORD = re.compile(r"[^\W\d_]+")
NEIGHBOURS = {
    "fr": ("azertyuiop", "qsdfghjklm", "wxcvbn"),
    "en": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
}
# What a recogniser hears in place of a word: same sound, or nearly
SOUNDS = {
    "fr": {
        "allume": ["alume", "allumes", "à lume", "allumé"], "allumer": ["allumé", "allumez"], "allumez": ["allumer", "allumé"],
        "éteins": ["éteint", "et teint", "étain", "éteindre"], "éteint": ["éteins", "étain"], "éteindre": ["éteins dre", "éteint"], "ouvre": ["ouvres", "ouvrent"],
        "ouvrir": ["ouvrirent"], "ferme": ["fermes", "ferment", "fermé"], "fermer": ["fermé", "fermez"], "mets": ["met", "mais", "mes", "m'est"],
        "met": ["mets", "mais"], "mettre": ["mètre", "maître"], "baisse": ["baisses", "baissent", "besse"], "baisser": ["baissé", "baissez"],
        "monte": ["montes", "montent"], "règle": ["règles", "reigle"], "augmente": ["augmentes", "augmentent"], "lumière": ["lumières", "lumiaire", "lu mière"],
        "lumières": ["lumière", "lumiaires"], "volets": ["volet", "volés", "volait"], "volet": ["volets", "volé"], "salon": ["salons", "sallon", "sa long"],
        "cuisine": ["cuisines", "cuisinent"], "chambre": ["chambres"], "bureau": ["bureaux", "buro"], "garage": ["garages"], "rideaux": ["rideau", "rido"],
        "rideau": ["rideaux", "ris d'eau"], "store": ["stores", "stor"], "lampe": ["lampes", "lempe"], "à": ["a"], "a": ["à"], "et": ["est", "ai"], "est": ["et", "ai"],
        "du": ["dû", "d'eux"], "des": ["dé", "dès"], "les": ["lé", "l'ai"], "la": ["là", "l'a"], "dans": ["dent", "d'en"], "sur": ["sûr"], "ou": ["où"], "où": ["ou"],
        "degrés": ["degré", "des grés"], "degré": ["degrés"], "température": ["températures"], "heure": ["heures", "heur"], "heures": ["heure"],
        "minute": ["minutes"], "minutes": ["minute"], "seconde": ["secondes"], "secondes": ["seconde"], "minuteur": ["minuteurs", "minute heure", "minuteure"],
        "quelle": ["quel", "quels", "qu'elle"], "quel": ["quelle", "quels"], "quelles": ["quels", "quelle"], "sont": ["son"], "son": ["sont"],
        "toutes": ["toute", "tous"], "tous": ["tout", "touts"], "tout": ["tous"], "liste": ["listes"], "courses": ["course", "court ces"], "ajoute": ["ajoutes", "à joute"],
        "temps": ["tant", "tend"], "pièce": ["pièces"], "porte": ["portes"], "fenêtre": ["fenêtres"], "prise": ["prises"], "luminosité": ["luminositée", "lumino cité"],
        "couleur": ["couleurs"], "rouge": ["rouges"], "vert": ["verre", "vers"], "bleu": ["bleue", "bleus"], "blanc": ["blanche", "blancs"],
        "ventilateur": ["ventilateurs", "ventile acteur"], "aspirateur": ["aspirateurs", "aspire acteur"], "chauffage": ["chauffages", "chaud fage"],
        "télé": ["télés", "t'es les"], "musique": ["musiques"], "pause": ["pose", "pauses"], "volume": ["volumes"], "arrête": ["arrêtes", "arrêtent"],
        "reste": ["restes", "restent"], "combien": ["combiens"], "étage": ["étages"], "premier": ["premiers", "premié"], "annule": ["annules", "anule"],
        "coupe": ["coupes", "coup"], "verrouille": ["verrouilles", "vérouille"], "active": ["actives"], "lance": ["lances", "l'anse"], "démarre": ["démarres"],
    },
    "en": {
        "lights": ["light", "lites"], "light": ["lights", "lite"], "turn": ["tern", "turned"], "off": ["of"], "to": ["too", "two"], "the": ["a", "da"],
        "for": ["four", "fore"], "in": ["inn"], "set": ["sett", "sets"], "close": ["closed", "clothes", "closes"], "open": ["opened", "opens"], "are": ["r", "our"],
        "is": ["his"], "what's": ["whats", "what is"], "blue": ["blew"], "red": ["read"], "green": ["greene"], "hour": ["our"], "hours": ["hour", "ours"],
        "minute": ["minutes"], "minutes": ["minute"], "second": ["seconds"], "seconds": ["second"], "weather": ["whether"], "whether": ["weather"],
        "room": ["rooms", "rum"], "kitchen": ["kitchens"], "bedroom": ["bed room", "bedrooms"], "living": ["leaving"], "garage": ["garages"], "degrees": ["degree"],
        "percent": ["per cent", "percents"], "brightness": ["bright ness"], "timer": ["timers", "time or"], "volume": ["volumes"], "pause": ["paws", "paused"],
        "play": ["plays", "plaid"], "start": ["starts", "started"], "stop": ["stops", "stopped"], "cancel": ["cancels", "council"], "shopping": ["shop ping"],
        "list": ["lists"], "add": ["ad", "adds"], "my": ["mi"], "curtain": ["curtains", "certain"], "curtains": ["curtain"], "door": ["doors", "dore"],
        "doors": ["door"], "windows": ["window"], "window": ["windows"], "fan": ["fans"], "fans": ["fan"], "lock": ["locks", "loch"], "locked": ["lock"],
        "left": ["lefts"], "how": ["house"], "there": ["their", "they're"], "much": ["match"], "on": ["an"], "temperature": ["temperatures", "temp rature"],
        "vacuum": ["vacuums", "vac you m"], "upstairs": ["up stairs"], "downstairs": ["down stairs"], "basement": ["base mint"], "floor": ["floors", "flaw"],
        "change": ["changed", "changes"], "color": ["colour", "colors"], "lower": ["lowers"], "raise": ["raze", "raised"], "mute": ["moot", "muted"],
        "lamp": ["lamps"], "skip": ["skips"], "song": ["songs"], "next": ["text"], "resume": ["resumes"], "time": ["times", "thyme"], "all": ["or"],
    },
}
# (a word's end, ends that sound the same or that are heard instead)
ENDINGS = {
    "fr": [("er", ["é", "ez"]), ("ez", ["er", "é"]), ("ées", ["é", "ée"]), ("ée", ["é", "er"]), ("és", ["é", "er"]), ("é", ["er", "ée"]), ("ent", ["e", "es"]),
           ("es", ["e"]), ("e", ["es", "ent"]), ("s", [""]), ("t", ["s", ""]), ("x", [""]), ("", ["s"])],
    "en": [("ing", ["in", "ings"]), ("ed", [""]), ("ies", ["y"]), ("es", ["e"]), ("s", [""]), ("e", ["es", "ed"]), ("", ["s"])],
}
# Short words that are heard as a part of the next one
CLITICS = {
    "fr": ("la", "le", "les", "du", "de", "des", "un", "une", "au", "en", "et", "ma", "mon", "tu"),
    "en": ("the", "a", "an", "my", "all", "to", "of", "in"),
}
# Numbers are left alone: another number is another order.
NUMBERS = {
    "fr": set("un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent demi demie quart "
              "moitié".split()),
    "en": set("one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred half quarter".split()),
}


def without_accents(text):
    text = text.replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae")
    return unicodedata.normalize("NFC", "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)))


def neighbours(letter, language):
    """The letters beside it on the keyboard."""
    plain = without_accents(letter).lower()
    for row in NEIGHBOURS.get(language, NEIGHBOURS["en"]):
        place = row.find(plain)
        if place >= 0:
            return [row[beside] for beside in (place - 1, place + 1) if 0 <= beside < len(row)]
    return []


def typo(text, language, rng):
    """One slip in the longest word (the first, when several are as long): two letters swapped, one left out, one twice, or the key beside."""
    words = list(WORD.finditer(text))
    longest = max(words, key=lambda word: len(word.group()), default=None)
    if longest is None or len(longest.group()) < 3:
        return None
    word = longest.group()
    for _ in range(20):
        place = rng.randrange(len(word))
        match rng.choice(("swap", "drop", "double", "neighbour")):
            case "swap":
                place = min(place, len(word) - 2)
                changed = word[:place] + word[place + 1] + word[place] + word[place + 2:]
            case "drop":
                changed = word[:place] + word[place + 1:]
            case "double":
                changed = word[:place] + word[place] + word[place:]
            case _:
                beside = neighbours(word[place], language)
                changed = word[:place] + (rng.choice(beside) if beside else word[place]) + word[place + 1:]
        if changed.casefold() != word.casefold():
            return text[:longest.start()] + changed + text[longest.end():], (word, changed)
    return None


def accents(text, language, rng):
    """None of them. A sentence that has none stays as it is, and counts."""
    return without_accents(text), None


def dropped(text, language, rng):
    """One word left out, neither the first nor the last; of sentences with at least three."""
    words = text.split()
    if len(words) < 3:
        return None
    place = rng.randrange(1, len(words) - 1)
    return " ".join(words[:place] + words[place + 1:]), (words[place], "")


def speech(text, language, rng):
    """One word heard as another of the same sound, with another ending, in two pieces, or as one with its neighbour."""
    if language not in SOUNDS:
        return None
    words = [word for word in re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text) if word.group().casefold() not in NUMBERS[language]]
    found = []
    for index, word in enumerate(words):
        heard = word.group().casefold()
        found += [(word.span(), other, "sound") for other in SOUNDS[language].get(heard, [])]
        if len(heard) >= 4 and "'" not in heard:
            end, others = next((end, others) for end, others in ENDINGS[language] if heard.endswith(end))
            found += [(word.span(), heard[:len(heard) - len(end)] + other, "ending") for other in others]
        if len(heard) >= 7 and "'" not in heard:
            cut = len(heard) // 2
            found.append((word.span(), f"{heard[:cut]} {heard[cut:]}", "split"))
        follower = words[index + 1] if index + 1 < len(words) else None
        if follower and heard in CLITICS[language] and text[word.end():follower.start()] == " ":
            found.append(((word.start(), follower.end()), heard + follower.group().casefold(), "joined"))
    kinds = sorted({kind for *_, kind in found})
    if not kinds:
        return None
    kind = rng.choice(kinds)
    (start, end), other, _ = rng.choice([each for each in found if each[2] == kind])
    return text[:start] + other + text[end:], (text[start:end], other)


CORRUPTIONS = {"typo": typo, "accents": accents, "dropped": dropped, "speech": speech}


def corrupt(file, kind, free, seed=20261121):
    """A copy of a test file with every sentence spoilt; sentences that cannot be are left out.

    `free` tells which slots of an intent take any text: (intent) → names.
    """
    rng = random.Random(f"{seed} {kind} {file.language} {file.name}")
    cases = []
    for case in file.cases:
        result = CORRUPTIONS[kind](case.sentence, file.language, rng)
        if result is None:
            continue
        sentence, change = result
        slots = {slot: spoilt(value, change, kind) if slot in free(case.intent) else value for slot, value in case.slots.items()}
        cases.append(Case(sentence, case.intent, slots))
    return replace(file, cases=cases)


def spoilt(value, change, kind):
    """What is expected of free text after the change: both spellings will do, as the words may stand elsewhere in the sentence, too."""
    if isinstance(value, list):
        return list(dict.fromkeys(one for each in value for one in [each, *as_list(spoilt(each, change, kind))]))
    if not isinstance(value, str):
        return value
    if kind == "accents":
        other = without_accents(value)
    else:
        # "qu'il" may reach into the text with its second half alone.
        before, after = change if contains(value, change[0]) else (re.split("['’]", side)[-1] for side in change)
        other = re.sub(rf"(?<!\w){re.escape(before)}(?!\w)", lambda _: after, value, count=1, flags=re.I) if before else value
    other = re.sub(r"\s+", " ", other).strip()
    return [value, other] if other != value else value


def contains(text, words):
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.I) is not None


def as_list(value):
    return value if isinstance(value, list) else [value]
