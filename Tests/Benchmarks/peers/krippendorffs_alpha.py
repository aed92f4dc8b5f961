"""Krippendorff's alpha by the Python package krippendorff, on the data of the Swift benchmark.

Needs numpy and krippendorff 0.9.0: python3 -m venv work && work/bin/pip install krippendorff
"""

import time

import krippendorff
import numpy as np

unit = np.arange(10_000)[:, None]
rater = np.arange(5)[None, :]
ratings = ((unit * 7919 + np.where(unit % 7 == 0, rater * 104_729, 0)) % 5 + 1).astype(float)
ratings[(unit * 31 + rater * 17) % 11 == 0] = np.nan
fastest = float("inf")
for _ in range(20):
    start = time.perf_counter()
    alpha = krippendorff.alpha(reliability_data=ratings.T, level_of_measurement="ordinal")
    fastest = min(fastest, time.perf_counter() - start)
print("krippendorff", fastest, alpha)
