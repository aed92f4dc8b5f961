"""Writes heading-likeness.json: how alike headings are, worked out apart from CountIn.

The mean of two Dice coefficients (Dice 1945, doi:10.2307/1932409): of groups of three letters, and
of words, each weighted by log((n + 1) / (uses + 1/2)) over the n headings that are listed.
Run with python3 (3.11 was used); only its standard library is needed.
"""

import json
import math
import pathlib
import re
import unicodedata
from collections import Counter

PAIRS = [
    ("What is your age group?", "Which age group are you in?"),
    ("What is your age group?", "What is your age?"),
    ("Which of these have you taken part in? (tick all that apply)",
     "Which of the following have you taken part in? Please select all that apply."),
    ("Which of these have you taken part in? (tick all that apply)",
     "Which of these activities have you taken part in since April?"),
    ("How far do you agree? [I was listened to]", "How far do you agree? [I felt listened to]"),
    ("How far do you agree? [My expenses were paid promptly]",
     "To what extent do you agree with the following? - My expenses were paid promptly"),
    ("On a scale of 0 to 10, how likely are you to recommend the panel?",
     "How likely are you to recommend the panel to a friend? (0 = not at all, 10 = extremely)"),
    ("When did you first come to a meeting?", "Q7. When did you first attend a meeting?"),
    ("May we quote you?", "Can we quote you anonymously?"),
    ("What is your ethnic group?", "How would you describe your ethnicity?"),
    ("What difference has being involved made to the service?",
     "What difference has your involvement made to our services?"),
    ("I don’t know what happened", "I don't know what changed because of what I said"),
    ("Où habitez-vous ?", "Dans quelle ville habitez-vous ?"),
    ("Anything else?", ""),
]


def words(heading):
    heading = unicodedata.normalize("NFKC", heading)
    heading = re.sub(
        r"^\s*(q?\d+([._](\d+|[a-z]|[ivx]+))*[.):]\s+)", "", heading, flags=re.I)
    return re.findall(r"[^\W_]+", heading.lower().replace("’", "'").replace("'", ""))


def trigrams(list_of_words):
    text = "  " + " ".join(list_of_words) + " "
    return Counter(text[i:i + 3] for i in range(len(text) - 2))


def dice(first, second, weight=lambda part: 1):
    common = sum(weight(part) * count for part, count in (first & second).items())
    both = sum(weight(part) * count for counts in (first, second) for part, count in counts.items())
    return 2 * common / both if both else 0


headings = sorted({heading for pair in PAIRS for heading in pair})
uses = Counter(word for heading in headings for word in set(words(heading)))
cases = []
for first, second in PAIRS:
    a, b = words(first), words(second)
    weight = lambda word: math.log((len(headings) + 1) / (uses[word] + 0.5))
    likeness = (dice(trigrams(a), trigrams(b)) + dice(Counter(a), Counter(b), weight)) / 2
    cases.append({"first": first, "second": second, "likeness": likeness})
pathlib.Path(__file__).with_suffix(".json").write_text(
    json.dumps({"headings": headings, "cases": cases}, ensure_ascii=False, indent=2) + "\n")
