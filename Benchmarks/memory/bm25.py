"""What the search is compared with: BM25 over single texts, with stemming (Robertson and Zaragoza, 2009), at its best: k1, b and the words that are
passed over are what serves it on these conversations."""
import math
import re
from collections import Counter

K1, B = 0.9, 0.4
PASSED_OVER = set("""
a about an and any are as at be been but by can could did do does for from had has have he her his how i if in is it its me my of on or our she should so
that the their them they this to was we were what when where which who whose why will with would you your s t
""".split())


def english_stemmer():
    """Snowball's English stemmer (Porter 2); `None` where the package is missing."""
    try:
        import snowballstemmer
    except ImportError:
        return None
    return snowballstemmer.stemmer("english").stemWord


class BM25:
    def __init__(self, texts, stem):
        self.stem = stem
        self.counts = [Counter(self.terms(text)) for text in texts]
        self.lengths = [sum(count.values()) for count in self.counts]
        self.average = sum(self.lengths) / max(1, len(texts)) or 1
        self.holding = Counter(term for count in self.counts for term in count)

    def terms(self, text):
        return [self.stem(word) for word in re.findall(r"[^\W_]+", text.lower()) if word not in PASSED_OVER]

    def best(self, question, limit):
        """The numbers of the best texts, best first; of equal ones the earlier."""
        scores = [0.0] * len(self.counts)
        for term in set(self.terms(question)):
            rarity = math.log(1 + (len(scores) - self.holding[term] + 0.5) / (self.holding[term] + 0.5))
            for number, count in enumerate(self.counts):
                if often := count[term]:
                    scores[number] += rarity * often * (K1 + 1) / (often + K1 * (1 - B + B * self.lengths[number] / self.average))
        return sorted(range(len(scores)), key=lambda number: (-scores[number], number))[:limit]
