"""Writes the references of samples: paired changes, inequality and moments."""
import itertools
from fractions import Fraction

import mpmath
from mpmath import mp, mpf

from common import EXACT, SOURCE, number, tail_of, write

# Paired changes ------------------------------------------------------------

def signed_ranks():
    for name, first, second in [
        ("likert with ties and zeros",
         [1, 2, 3, 2, 4, 3, 2, 5, 3, 1, 2, 4], [2, 2, 4, 1, 5, 5, 4, 5, 4, 3, 3, 3]),
        ("all tied", [1, 1, 1, 1], [3, 3, 3, 3]),
        ("ties by decimals only", [1.0, 0.0, 2.1, 5.0, 3.3], [1.3, 0.3, 2.4, 4.7, 4.3]),
        ("one pair changes", [1, 2, 3], [1, 2, 4]),
        ("no ties",
         [10.5, 8.1, 9.7, 12.2, 7.4, 6.6, 11.0], [11.9, 8.3, 9.2, 14.8, 8.2, 10.0, 10.9]),
        ("symmetric", [0, 0, 0, 0], [1, -1, 2, -2]),
    ]:
        changes = [Fraction(str(b)) - Fraction(str(a)) for a, b in zip(first, second)]
        changed = [c for c in changes if c != 0]
        sizes = sorted(abs(c) for c in changed)
        ranks = [Fraction(2 * sizes.index(abs(c)) + sizes.count(abs(c)) + 1, 2) for c in changed]
        observed = sum(r for r, c in zip(ranks, changed) if c > 0)
        sums = [sum(itertools.compress(ranks, signs))
                for signs in itertools.product((0, 1), repeat=len(ranks))]
        below = Fraction(sum(s <= observed for s in sums), len(sums))
        above = Fraction(sum(s >= observed for s in sums), len(sums))
        walsh = sorted((a + b) / 2 for a, b in itertools.combinations_with_replacement(changes, 2))
        middle = len(walsh) // 2
        estimate = walsh[middle] if len(walsh) % 2 else (walsh[middle - 1] + walsh[middle]) / 2
        # The places that the test without ties would just not reject.
        n = len(changes)
        every = [sum(itertools.compress(range(1, n + 1), signs))
                 for signs in itertools.product((0, 1), repeat=n)]
        outside = 0
        while Fraction(sum(s <= outside for s in every), len(every)) <= Fraction(1, 40):
            outside += 1
        place = max(1, outside)
        reached = 0.95 if outside else float(1 - Fraction(2, 2 ** n))
        yield dict(
            name=name, source=f"all signs, {EXACT}", first=first, second=second,
            changedCount=len(changed), statistic=observed,
            twoSided=min(Fraction(1), 2 * min(below, above)),
            less=below, greater=above, estimate=estimate, lower=walsh[place - 1],
            upper=walsh[len(walsh) - place], level=reached)


def noncentral_t(t, degrees, noncentrality):
    """Lower and upper tail, integrating over the standard deviation."""
    t, noncentrality = mpf(t), mpf(noncentrality)
    constant = (mpmath.log(2) + mpf(degrees) / 2 * mpmath.log(mpf(degrees) / 2)
                - mpmath.loggamma(mpf(degrees) / 2))

    def density(s):
        return mpmath.exp(constant + (degrees - 1) * mpmath.log(s) - degrees * s * s / 2)

    center, width = mpmath.sqrt(mpf(degrees - 1) / degrees), 1 / mpmath.sqrt(mpf(2 * degrees))
    points = [center + width * k for k in range(-14, 41, 2)]
    if t != 0:
        points += [(noncentrality + k) / t for k in (-8, -4, -2, -1, 0, 1, 2, 4, 8)]
    points = sorted({mpf(10) ** -20, *(p for p in points if p > mpf(10) ** -20)})

    def tail(sign):
        def integrand(s):
            distance = sign * (t * s - noncentrality) / mpmath.sqrt(2)
            return mpmath.erfc(distance) / 2 * density(s)

        return mpmath.quad(integrand, points)

    return tail(-1), tail(1)


def mean_changes():
    mp.dps = 25
    for name, first, second in [
        ("eight pairs", [3, 5, 2, 4, 4, 6, 3, 5], [4, 6, 2, 5, 6, 6, 5, 5]),
        ("three pairs", [1, 2, 4], [2, 4, 5]),
        ("a fall", [6.5, 7.25, 5.5, 8, 7], [6, 5.25, 5, 7.5, 4]),
        ("large change", [10, 12, 11, 13, 9, 10], [31, 33.5, 30, 35, 29, 32]),
        ("no mean change", [1, 2, 3, 4], [2, 1, 4, 3]),
    ]:
        a, b = [mpf(x) for x in first], [mpf(x) for x in second]
        n = len(a)

        def deviation(values):
            mean = mpmath.fsum(values) / n
            return mpmath.sqrt(mpmath.fsum((v - mean) ** 2 for v in values) / (n - 1))

        changes = [y - x for x, y in zip(a, b)]
        change = mpmath.fsum(changes) / n
        error = deviation(changes) / mpmath.sqrt(n)
        spread = (deviation(a) + deviation(b)) / 2
        t, degrees = change / error, n - 1
        size, tail = abs(t), tail_of(0.95)
        lower = mpmath.findroot(
            lambda d: noncentral_t(size, degrees, d)[1] - tail, (size / 2 - 1, size / 2), tol=1e-40)
        upper = mpmath.findroot(
            lambda d: noncentral_t(size, degrees, d)[0] - tail,
            (1.5 * size + 1, 1.5 * size + 2), tol=1e-40)
        if t < 0:
            lower, upper = -upper, -lower
        correction = (mpmath.gamma(mpf(degrees) / 2) / mpmath.sqrt(mpf(degrees) / 2)
                      / mpmath.gamma(mpf(degrees - 1) / 2))
        yield dict(
            name=name, source=SOURCE + "; noncentral t by quadrature", first=first, second=second,
            uncorrected=change / spread, estimate=correction * change / spread,
            lower=lower * error / spread, upper=upper * error / spread)
    mp.dps = 40


# Inequality, moments -------------------------------------------------------

def inequalities():
    for values in [[541, 1463, 2445, 3246, 4389], [4, 4, 4, 4, 4], [0, 0, 0, 9], [7], [1, 3],
                   [0, 0.1, 0.2, 12.75, 3], [1e-300, 2e-300, 6e-300], [1e300, 1.5e308, 1e308]]:
        exact = [Fraction(v) for v in values]
        n, total = len(exact), sum(exact)
        gini = sum(abs(a - b) for a in exact for b in exact) / (2 * n * total)
        yield dict(name=f"{values}", source=f"all pairs, {EXACT}", values=values, gini=gini)


def dissimilarities():
    for counts, reference in [
        ([10, 20, 30], [30, 20, 10]), ([5, 0], [0, 7]), ([1, 2, 3], [10, 20, 30]),
        ([12, 1, 0, 3], [0.41, 0.22, 0.19, 0.18]), ([3], [8]),
    ]:
        a, b = [Fraction(v) for v in counts], [Fraction(v) for v in reference]
        value = sum(abs(x / sum(a) - y / sum(b)) for x, y in zip(a, b)) / 2
        yield dict(name=f"{counts} against {reference}", source=EXACT, counts=counts,
                   reference=reference, value=value)


def moments():
    for name, values in [
        ("small", [1, 2, 4]), ("large offset", [1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 4.5]),
        ("constant", [0.1] * 7), ("two", [-3.5, 8.25]), ("tiny", [1e-150, 3e-150, 7e-150]),
        ("huge", [1e150, -3e150, 2e150]), ("mixed signs", [-1e8, 1e8, 1, 2, 3, -4]),
    ]:
        exact = [Fraction(v) for v in values]
        mean = sum(exact) / len(exact)
        variance = sum((v - mean) ** 2 for v in exact) / (len(exact) - 1)
        yield dict(
            name=name, source=EXACT, values=values, mean=number(mean), variance=number(variance))


write("signed-rank", signed_ranks())
write("standardized-mean-change", mean_changes())
write("gini-coefficient", inequalities())
write("dissimilarity-index", dissimilarities())
write("moments", moments())
