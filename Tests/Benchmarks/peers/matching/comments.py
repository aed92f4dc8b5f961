"""Writes the comments that the programs of this folder are timed on, one a line.

comments.py EXPORT TIMES: the answers to both questions of the public comments, TIMES times over.
Only letters, digits and single spaces are left, so that every program has the same idea of a
word, and the numbers that they find can be held against each other.
"""

import csv
import re
import sys

export, times = sys.argv[1], int(sys.argv[2])
with open(export, encoding="utf-8", newline="") as lines:
    texts = [row["FFT answer"] for row in csv.DictReader(lines)]
plain = (re.sub(r"[^A-Za-z0-9]+", " ", text).strip() for text in texts)
block = "".join(f"{text}\n" for text in plain if text)
for _ in range(times):
    sys.stdout.write(block)
