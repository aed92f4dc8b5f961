"""Writes the references of resampling and of Brunner and Munzel's test.

Run in this folder:  python3 resampling.py   (made with NumPy 2.4.6 and SciPy 1.17.1)
"""

import json
import warnings

import numpy as np
import scipy
from scipy import stats

NUMPY = f"NumPy {np.__version__}"
SCIPY = f"SciPy {scipy.__version__}"


def write(name, cases):
    lines = ",\n".join(" " + json.dumps(case) for case in cases)
    with open(f"{name}.json", "w", encoding="utf-8") as file:
        file.write("[\n" + lines + "\n]\n")


# NumPy adds one to the counter before its first block.
seeds = [(0, 1), (7, 1), (2**64 - 1, 5), (12345, 2**40)]
write("philox", [{
    "name": f"seed {seed} stream {stream}", "source": f"{NUMPY} random.Philox",
    "seed": str(seed), "stream": str(stream),
    "words": [str(word) for word in np.random.Philox(
        key=np.array([seed, 0], dtype=np.uint64),
        counter=np.array([2**64 - 1, stream - 1, 0, 0], dtype=np.uint64)).random_raw(12)],
} for seed, stream in seeds])

rng = np.random.default_rng(3)
# Eighths, so that a mean that equals the estimate does so in binary arithmetic too.
samples = {
    "mean": ([3.25, 4.75, 2.25, 9, 5, 4.5, 6, 3.5], np.mean),
    "median": ([1, 2, 2, 3, 4, 4, 9, 12], np.median),
    "deviation": ([0.5, 1.5, 1.1, 4.2, 2.2, 0.9], lambda x, axis=-1: np.std(x, ddof=1, axis=axis)),
}
cases = []
for name, (values, statistic) in samples.items():
    values = np.array(values, dtype=float)
    drawn = rng.integers(0, len(values), size=(199, len(values)))
    replicates = statistic(values[drawn], axis=-1)

    class Result:
        bootstrap_distribution = replicates
    limits = {}
    for method in ("percentile", "basic", "BCa"):
        result = stats.bootstrap((values,), statistic, n_resamples=0, confidence_level=0.9,
                                 method=method, bootstrap_result=Result)
        limits[method] = list(result.confidence_interval)
    cases.append({
        "name": name, "source": f"{SCIPY} stats.bootstrap", "values": values.tolist(),
        "drawn": drawn.tolist(), "estimate": float(statistic(values)),
        "standardError": float(np.std(replicates, ddof=1)), "percentile": limits["percentile"],
        "basic": limits["basic"], "corrected": limits["BCa"]})
write("bootstrap", cases)

pairs = {
    "apart": ([1, 2, 4, 3.5], [2, 5, 9, 7, 6]),
    "ties": ([1, 2, 2, 3, 5], [2, 3, 3, 5, 4, 2]),
    "paired": ([3, 5, 2, 8, 6, 4, 7], [4, 7, 2, 9, 5, 6, 10]),
}
cases = []
for name, (first, second) in pairs.items():
    isPaired = name == "paired"
    row = {"name": name, "source": f"{SCIPY} stats.permutation_test", "first": first,
           "second": second, "isPaired": isPaired}
    for ours, theirs in (("twoSided", "two-sided"), ("less", "less"), ("greater", "greater")):
        # Second less first for pairs, first less second for groups, as here.
        arguments = (second, first) if isPaired else (first, second)
        result = stats.permutation_test(
            arguments, lambda x, y, axis: np.mean(x, axis=axis) - np.mean(y, axis=axis),
            permutation_type="samples" if isPaired else "independent", vectorized=True,
            n_resamples=np.inf, alternative=theirs)
        row[ours] = float(result.pvalue)
    cases.append(row)
write("permutation-tests", cases)

pairs = {
    "apart": ([1, 2, 4, 3.5, 7], [2, 5, 9, 7, 6]),
    "ties": ([1, 2, 2, 3, 5], [2, 3, 3, 5, 4, 2, 6, 6]),
    "published": ([1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1], [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4]),
}
cases = []
for name, (first, second) in pairs.items():
    row = {"name": name, "source": f"{SCIPY} stats.brunnermunzel", "first": first,
           "second": second}
    for ours, theirs in (("twoSided", "two-sided"), ("less", "less"), ("greater", "greater")):
        # SciPy's statistic is positive when the second group is higher.
        result = stats.brunnermunzel(first, second, alternative=theirs)
        row[ours] = float(result.pvalue)
        row["statistic"] = -float(result.statistic)
    cases.append(row)
write("brunner-munzel-test", cases)
