"""What the reference scripts share: how they write, and how they find roots.

The authority is exact or 40-digit arithmetic, and every value comes from a definition,
not from the formula the library uses: limits are roots of the equation they solve,
exact p-values are sums over every outcome in fractions, standard errors are derivatives
taken numerically. Run the scripts in this folder when a case is added:
for script in proportions samples distributions; do python3 $script.py; done
"""
import json
import pathlib
import platform
from fractions import Fraction

import mpmath
from mpmath import mp, mpf

mp.dps = 40
FOLDER = pathlib.Path(__file__).parent
SOURCE = f"mpmath {mpmath.__version__}, 40 digits, Python {platform.python_version()}"
EXACT = f"fractions, Python {platform.python_version()}"


def write(name, cases):
    def plain(value):
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [plain(item) for item in value]
        if isinstance(value, (mpf, Fraction)):
            return float(value) if isinstance(value, Fraction) else float(mpmath.nstr(value, 25))
        return value

    text = ",\n".join(" " + json.dumps(plain(case)) for case in cases)
    (FOLDER / f"{name}.json").write_text(f"[\n{text}\n]\n")


def number(fraction):
    return mpf(fraction.numerator) / fraction.denominator


def tail_of(level):
    # The double nearest to the level, as the library gets it.
    return (1 - mpf(level)) / 2


def normal_quantile(tail):
    return bisect(lambda z: tail - mpmath.erfc(z / mpmath.sqrt(2)) / 2, 0, 40)


def bisect(function, low, high):
    """The root of a rising function."""
    low, high = mpf(low), mpf(high)
    for _ in range(150):
        middle = (low + high) / 2
        if function(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def wilson(successes, trials, level):
    z = normal_quantile(tail_of(level))
    share = mpf(successes) / trials

    def standardized(p):
        return (p - share) / mpmath.sqrt(p * (1 - p) / trials)

    tiny = mpf(10) ** -30
    lower = mpf(0) if successes == 0 else bisect(lambda p: standardized(p) + z, tiny, share)
    upper = mpf(1)
    if successes < trials:
        upper = bisect(lambda p: standardized(p) - z, share, 1 - tiny)
    return share, lower, upper
