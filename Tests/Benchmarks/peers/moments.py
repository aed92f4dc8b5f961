"""Times mean and variance of 100 million numbers with NumPy, and a copy of them.

A line is the name, the shortest of three times in seconds, and the variance. Needs NumPy.
"""
import time

import numpy

values = (numpy.arange(100_000_000) % 1013) / 100.0
room = numpy.empty_like(values)


def shortest(name, compute):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        result = compute()
        times.append(time.perf_counter() - start)
    print(name, min(times), result)


def copy():
    numpy.copyto(room, values)
    return room[5]


shortest("moments", lambda: values.var(ddof=1))
shortest("copy", copy)
