"""What is said in the generated sets: the wake word as it is called in French and English, words that sound like it, and everyday sentences."""
import re
from pathlib import Path

CALLED = {
    "fr": ["hey Jarvis", "dis Jarvis", "ok Jarvis", "é jarvisse", "hé Jarvis", "eh, Jarvis"],
    "en-us": ["hey Jarvis", "okay Jarvis"],
}
ALONE = ["Jarvis"]
# Words that sound like it.
NEAR = {
    "fr": ["j'arrive", "Charlie", "hey Travis", "jardin", "hé, j'ai fini", "service", "hey jamais"],
    "en-us": ["hey Travis", "hey Charlie", "service", "hey Jarrett", "charging"],
}
# What people say of their day: a grammar large enough that no two minutes are alike.
WHO = {"fr": ["je", "tu", "on", "ma sœur", "le voisin", "maman", "Charles", "Julie", "ton frère", "le facteur", "la maîtresse", "mon chef"],
       "en-us": ["I", "you", "we", "my sister", "the neighbour", "Charlie", "Janice", "your brother", "the teacher", "my boss"]}
DOES = {"fr": ["arrive au jardin", "range le garage", "a fini ses devoirs", "va chercher le pain", "parle au service client", "regarde la télé", "part en vacances",
               "n'a jamais vu ça", "fait cuire les pâtes", "joue dehors", "a perdu ses clés", "lave la voiture", "dort déjà", "voudrait du chocolat",
               "revient de Paris", "prépare une tarte aux cerises", "a changé d'avis", "répare le vélo", "arrose les fleurs", "ferme les volets"],
        "en-us": ["walks in the garden", "cleans the garage", "finished the homework", "goes for bread", "called customer service", "watches the game",
                  "never saw that", "cooks some pasta", "plays outside", "lost the keys", "washes the car", "sleeps already", "wants chocolate",
                  "comes back from Paris", "harvests the cherries", "changed plans", "repairs the bike", "waters the flowers", "closes the shutters"]}
WHEN = {"fr": ["ce matin", "demain soir", "tout à l'heure", "depuis hier", "chaque mardi", "après le dîner", "à huit heures", "en été", "avant la pluie", "pour une fois"],
        "en-us": ["this morning", "tomorrow night", "right now", "since yesterday", "every Tuesday", "after dinner", "at eight", "in summer", "for once"]}


def everyday(language, random):
    """A sentence or two as they are said at home."""
    def pick(table):
        return table[language][random.integers(len(table[language]))]
    return ", ".join(f"{pick(WHO)} {pick(DOES)} {pick(WHEN)}" for _ in range(random.integers(1, 3))) + "."


def orders(folder, language):
    """Sentences of a folder of intent tests (a folder per language), each once."""
    found = {}
    for path in sorted(Path(folder, language).rglob("*.yaml")):
        for line in path.read_text().splitlines():
            match = re.match(r'^ {4,}- "([^"{}]{8,90})"$', line)
            if match:
                found[match.group(1)] = None
    return list(found)
