"""Writes studentized-range.json: the double integral by Gauss-Legendre panels.

Run in this folder:  python3 ranges.py   (made with NumPy 2.4.6 and SciPy 1.17.1). R's ptukey is
off in the fifth digit for few degrees of freedom; `studentized_range` of SciPy agrees with
these rows to some ten digits.
"""

import json

import numpy as np
from scipy.special import gammaln, ndtr

NODES, WEIGHTS = np.polynomial.legendre.leggauss(40)


def panels(start, end, count):
    """Points and weights over an interval cut into equal panels."""
    edges = np.linspace(start, end, count + 1)
    half = np.diff(edges) / 2
    center = (edges[1:] + edges[:-1]) / 2
    points = center[:, None] + half[:, None] * NODES
    return points.ravel(), (half[:, None] * WEIGHTS).ravel()


def range_upper(width, groups):
    """The chance that the range of normal values exceeds the width."""
    z, weights = panels(-13, width + 13, 40)
    below, beyond = ndtr(z), ndtr(z - width)
    within = below - beyond
    powers = sum(below ** i * within ** (groups - 2 - i) for i in range(groups - 1))
    density = np.exp(-z * z / 2) / np.sqrt(2 * np.pi)
    return groups * np.sum(weights * density * beyond * powers)


def upper(q, groups, df):
    half = df / 2
    constant = np.log(2) + half * np.log(half) - gammaln(half)
    spread = 1 / np.sqrt(2 * df)
    u, weights = panels(max(-45 / df, -60 * spread) - 12 * spread, min(3, 14 * spread), 30)
    density = np.exp(constant + df * u - half * np.exp(2 * u))
    return np.sum(weights * density * [range_upper(q * np.exp(x), groups) for x in u])


cases = []
for groups in (3, 7):
    for df in (2, 5, 30, 500):
        points = [0.5, 3.5, 8]
        cases.append({
            "name": f"{groups} {df}", "source": f"NumPy {np.__version__} leggauss",
            "groups": groups, "degreesOfFreedom": df, "points": points,
            "tails": [float(upper(q, groups, df)) for q in points]})
lines = ",\n".join(" " + json.dumps(case) for case in cases)
with open("studentized-range.json", "w", encoding="utf-8") as file:
    file.write("[\n" + lines + "\n]\n")
