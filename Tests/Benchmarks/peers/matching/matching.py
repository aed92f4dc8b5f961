"""Times Python's re, pandas and polars on the task of `time-matching`.

matching.py COMMENTS PATTERNS: in how many pairs of a comment and a pattern the one has the other.
Each program does it as its manual shows: a regular expression for each pattern, without regard to
case, one after another. A line is the program, seconds (compiling included, reading not) and pairs.
"""

import re
import sys
import time


def lines(path):
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


def expression(pattern):
    return r"\b" + pattern.replace("*", r"\w*").replace(" ", " +") + r"\b"


comments = lines(sys.argv[1])
expressions = [expression(pattern) for pattern in lines(sys.argv[2])]


def with_re(prepared):
    pairs = 0
    for text in expressions:
        search = re.compile(text, re.IGNORECASE | re.ASCII).search
        pairs += sum(1 for comment in prepared if search(comment))
    return pairs


def with_pandas(prepared):
    return sum(
        int(prepared.str.contains(text, case=False, regex=True).sum()) for text in expressions)


def with_polars(prepared):
    import polars

    counts = prepared.to_frame("comment").lazy().select(
        polars.col("comment").str.contains(f"(?i-u){text}").sum().alias(str(place))
        for place, text in enumerate(expressions))
    return sum(counts.collect().row(0))


def series(library):
    return getattr(__import__(library), "Series")


for name, match, prepare in [
    ("re", with_re, list),
    ("pandas", with_pandas, lambda texts: series("pandas")(texts)),
    ("polars", with_polars, lambda texts: series("polars")(values=texts)),
]:
    prepared = prepare(comments)
    start = time.perf_counter()
    pairs = match(prepared)
    print(name, f"{time.perf_counter() - start:.2f}", pairs, flush=True)
