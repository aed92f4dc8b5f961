"""Writes the references of distributions: tails, also far out, and quantiles."""
import mpmath
from mpmath import mpf

from common import SOURCE, bisect, normal_quantile, write


def case(name, distribution, parameters, value, upper_tail):
    return dict(
        name=name, source=SOURCE, distribution=distribution, parameters=parameters, value=value,
        upperTail=upper_tail)


def normal(z):
    return mpmath.erfc(mpf(z) / mpmath.sqrt(2)) / 2


def student(t, v):
    v, t = mpf(v), mpf(t)
    # Whichever of the two series converges fast; 40 digits leave room to subtract.
    if t * t < v:
        share = mpmath.betainc(mpf(1) / 2, v / 2, 0, t * t / (v + t * t), regularized=True)
        half = (1 - share) / 2
    else:
        half = mpmath.betainc(v / 2, mpf(1) / 2, 0, v / (v + t * t), regularized=True) / 2
    return half if t >= 0 else 1 - half


def binomial(k, n, p):
    share = mpf(p)
    return mpmath.fsum(
        mpmath.binomial(n, i) * share ** i * (1 - share) ** (n - i) for i in range(k, n + 1))


def distributions():
    for z in [0, 0.5, 1.96, 6, 8.3, 12, 37, -3]:
        yield case(f"normal {z}", "normal", [], z, normal(z))
    for tail in [0.4, 0.025, 0.005, 1e-10, 1e-100, 0.975]:
        z = normal_quantile(mpf(tail)) if tail < 0.5 else -normal_quantile(1 - mpf(tail))
        yield case(f"normal quantile {tail}", "normalQuantile", [], tail, z)
    for t, v in [
        (0, 3), (2.5, 1), (12.7, 1), (1e6, 1), (2, 2.73), (40, 5), (5, 99999), (30, 200), (-1.5, 4),
    ]:
        yield case(f"t {t} ({v})", "studentT", [v], t, student(t, v))
    for tail, v in [(0.025, 1), (0.025, 2.73), (0.025, 9), (0.005, 99999), (1e-8, 4), (0.25, 3)]:
        root = bisect(lambda t: mpf(tail) - student(t, v), 0, 200)
        yield case(f"t quantile {tail} ({v})", "studentTQuantile", [v], tail, root)
    for x, v in [
        (0, 1), (3.84, 1), (10.8, 1), (140, 1), (1400, 1), (5.3, 3), (900, 50), (0.01, 8),
    ]:
        upper = mpmath.gammainc(mpf(v) / 2, mpf(x) / 2, regularized=True)
        yield case(f"chi-squared {x} ({v})", "chiSquared", [v], x, upper)
    for tail, a, b in [
        (0.025, 1, 10), (0.025, 3, 98), (0.005, 40, 2), (1e-9, 2, 30), (0.025, 0.5, 0.5),
    ]:
        root = bisect(lambda x: mpmath.betainc(a, b, 0, x, regularized=True) - mpf(tail), 0, 1)
        yield case(f"beta quantile {tail} ({a}, {b})", "betaQuantile", [a, b], tail, root)
    for k, n, p in [
        (3, 10, 0.5), (10, 10, 0.1), (60, 70, 0.2), (0, 5, 0.3), (300, 1000, 0.25),
        (500, 1000, 0.1),
    ]:
        yield case(f"binomial at least {k} ({n}, {p})", "binomial", [n, p], k, binomial(k, n, p))


write("distributions", distributions())
