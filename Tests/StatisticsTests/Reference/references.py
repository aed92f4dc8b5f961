"""Writes the references whose authority is exact or 40-digit arithmetic.

Every value comes from a definition, not from the formula the library uses: limits
are roots of the equation they solve, exact p-values are sums over every outcome in
fractions, standard errors are derivatives taken numerically. Run it in this folder
when a case is added:  python3 references.py
"""
import itertools
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


# Proportions ---------------------------------------------------------------

PROPORTIONS = [
    (15, 50, 0.95), (0, 10, 0.95), (10, 10, 0.95), (1, 1, 0.95), (0, 1, 0.95), (1, 10, 0.9),
    (81, 263, 0.95), (81, 263, 0.99), (499, 500, 0.95), (2, 100000, 0.95), (99998, 100000, 0.95),
    (3, 7, 0.5), (7, 12, 0.999),
]


def wilson(successes, trials, level):
    z = normal_quantile(tail_of(level))
    share = mpf(successes) / trials

    def standardized(p):
        return (p - share) / mpmath.sqrt(p * (1 - p) / trials)

    tiny = mpf(10) ** -30
    lower = mpf(0) if successes == 0 else bisect(lambda p: standardized(p) + z, tiny, share)
    upper = mpf(1) if successes == trials else bisect(lambda p: standardized(p) - z, share, 1 - tiny)
    return share, lower, upper


def binomial_tail(p, start, end, trials):
    """The probability of start..end successes, from terms in 40 digits."""
    if start > end:
        return mpf(0)
    term = mpmath.binomial(trials, start) * p ** start * (1 - p) ** (trials - start)
    total = term
    for k in range(start, end):
        term *= mpf(trials - k) / (k + 1) * p / (1 - p)
        total += term
    return total


def clopper_pearson(successes, trials, level):
    tail = tail_of(level)
    low, high = mpf(10) ** -20, 1 - mpf(10) ** -20
    # The shorter of the two sums; for hundred thousand trials few terms matter.
    def at_least(p):
        return 1 - binomial_tail(p, 0, successes - 1, trials)

    def at_most(p):
        if successes <= trials - successes:
            return binomial_tail(p, 0, successes, trials)
        return 1 - binomial_tail(1 - p, 0, trials - successes - 1, trials)

    def at_least_short(p):
        if successes <= trials - successes:
            return at_least(p)
        return binomial_tail(1 - p, 0, trials - successes, trials)

    lower = mpf(0) if successes == 0 else bisect(lambda p: at_least_short(p) - tail, low, high)
    upper = mpf(1) if successes == trials else bisect(lambda p: tail - at_most(p), low, high)
    return lower, upper


def proportions():
    for successes, trials, level in PROPORTIONS:
        share, lower, upper = wilson(successes, trials, level)
        exact_lower, exact_upper = clopper_pearson(successes, trials, level)
        yield dict(
            name=f"{successes} of {trials} at {level}", source=SOURCE, successes=successes,
            trials=trials, level=level, estimate=share, wilsonLower=lower, wilsonUpper=upper,
            clopperPearsonLower=exact_lower, clopperPearsonUpper=exact_upper)


def differences():
    for x, n, y, m, level in [
        (56, 70, 48, 80, 0.95), (9, 10, 3, 10, 0.95), (10, 10, 0, 20, 0.95), (0, 10, 0, 20, 0.95),
        (5, 56, 0, 29, 0.9), (1, 1, 0, 1, 0.95), (120, 1500, 87, 1490, 0.99),
    ]:
        first, lower, upper = wilson(x, n, level)
        other, other_lower, other_upper = wilson(y, m, level)
        difference = first - other
        yield dict(
            name=f"{x}/{n} - {y}/{m}", source=SOURCE + "; Newcombe (1998), method 10",
            successes=x, trials=n, otherSuccesses=y, otherTrials=m, level=level,
            estimate=difference,
            lower=difference - mpmath.hypot(first - lower, other_upper - other),
            upper=difference + mpmath.hypot(upper - first, other - other_lower))


def net_scores():
    for promoters, passives, detractors, level in [
        (7, 4, 4, 0.95), (6, 0, 0, 0.95), (0, 0, 9, 0.95), (0, 1, 0, 0.95), (2, 0, 2, 0.95),
        (39775, 28102, 32123, 0.99), (5, 1, 0, 0.95),
    ]:
        counts = [mpf(promoters), mpf(passives), mpf(detractors)]
        n = sum(counts)
        net = (counts[0] - counts[2]) / n
        extreme = max(counts) == n
        used = [counts[0] + mpf(3) / 4, counts[1] + mpf(3) / 2, counts[2] + mpf(3) / 4] if extreme else counts
        size = sum(used)
        mean = (used[0] - used[2]) / size
        variance = sum(c * (s - mean) ** 2 for c, s in zip(used, (1, 0, -1))) / size
        margin = normal_quantile(tail_of(level)) * mpmath.sqrt(variance / size)
        yield dict(
            name=f"{promoters}, {passives}, {detractors}", source=SOURCE + "; Rocks (2016)",
            promoters=promoters, passives=passives, detractors=detractors, level=level,
            method="adjustedWald" if extreme else "wald", estimate=100 * net,
            lower=100 * max(-1, min(net, mean - margin)), upper=100 * min(1, max(net, mean + margin)))


# Goodness of fit -----------------------------------------------------------

def noncentral_chi_squared_upper(x, degrees, noncentrality):
    """A Poisson mixture of central tails."""
    if noncentrality == 0:
        return mpmath.gammainc(degrees / mpf(2), x / 2, regularized=True)
    half = noncentrality / 2
    total, k = mpf(0), 0
    while True:
        weight = mpmath.exp(-half + k * mpmath.log(half) - mpmath.loggamma(k + 1))
        total += weight * mpmath.gammainc(degrees / mpf(2) + k, x / 2, regularized=True)
        if k > half and weight < mpf(10) ** -30:
            return total
        k += 1


def cohens_w(statistic, degrees, size, smallest, level):
    tail = tail_of(level)
    mp.dps = 25
    rejects = noncentral_chi_squared_upper(statistic, degrees, mpf(0)) < tail
    lower = mpf(0)
    if rejects:
        lower = bisect(lambda l: noncentral_chi_squared_upper(statistic, degrees, l) - tail, 0, 500)
    chance = max(statistic, mpf(degrees))
    upper = bisect(lambda l: noncentral_chi_squared_upper(chance, degrees, l) - (1 - tail), 0, 500)
    mp.dps = 40
    estimate = mpmath.sqrt(statistic / size)
    largest = mpmath.sqrt(1 / smallest - 1)
    return (estimate, min(estimate, mpmath.sqrt(lower / size)),
            max(estimate, min(largest, mpmath.sqrt(upper / size))))


def multinomial_probability(outcome, shares):
    value = Fraction(1)
    left = sum(outcome)
    for count, share in zip(outcome, shares):
        value *= share ** count
        for k in range(count):
            value *= Fraction(left - k, k + 1)
        left -= count
    return value


def outcomes(size, categories):
    for bars in itertools.combinations(range(size + categories - 1), categories - 1):
        edges = (-1,) + bars + (size + categories - 1,)
        yield [edges[i + 1] - edges[i] - 1 for i in range(categories)]


def goodness_of_fit():
    for counts, shares in [
        ([3, 5, 9], [1 / 3, 1 / 3, 1 / 3]), ([0, 4, 1, 7], [0.1, 0.4, 0.2, 0.3]),
        ([5, 5, 5, 5], [0.25] * 4), ([1, 0, 0], [1 / 3] * 3), ([8, 2], [0.5, 0.5]),
        ([30, 2, 1, 0], [0.4, 0.3, 0.2, 0.1]), ([4, 0, 6], [0.5, 0.0, 0.5]),
    ]:
        exact = [Fraction(share).limit_denominator(1000) for share in shares]
        observed = multinomial_probability(counts, exact)
        p_value, visited = Fraction(0), 0
        possible = [i for i, share in enumerate(exact) if share > 0]
        for outcome in outcomes(sum(counts), len(possible)):
            visited += 1
            probability = multinomial_probability(outcome, [exact[i] for i in possible])
            if probability <= observed:
                p_value += probability
        size = sum(counts)
        statistic = sum((counts[i] - size * exact[i]) ** 2 / (size * exact[i]) for i in possible)
        degrees = len(possible) - 1
        estimate, lower, upper = cohens_w(
            number(statistic), degrees, size, number(min(exact[i] for i in possible)), 0.95)
        yield dict(
            name=f"{counts}", source=f"{EXACT}; {SOURCE}; interval by Steiger (2004)",
            counts=counts, probabilities=shares, outcomes=visited, probability=observed,
            exactPValue=p_value, statistic=statistic, degreesOfFreedom=degrees,
            pValue=mpmath.gammainc(degrees / mpf(2), number(statistic) / 2, regularized=True),
            effect=estimate, lower=lower, upper=upper)


# Paired changes ------------------------------------------------------------

def signed_ranks():
    for name, first, second in [
        ("likert with ties and zeros", [1, 2, 3, 2, 4, 3, 2, 5, 3, 1, 2, 4], [2, 2, 4, 1, 5, 5, 4, 5, 4, 3, 3, 3]),
        ("all tied", [1, 1, 1, 1], [3, 3, 3, 3]),
        ("ties by decimals only", [1.0, 0.0, 2.1, 5.0, 3.3], [1.3, 0.3, 2.4, 4.7, 4.3]),
        ("one pair changes", [1, 2, 3], [1, 2, 4]),
        ("no ties", [10.5, 8.1, 9.7, 12.2, 7.4, 6.6, 11.0], [11.9, 8.3, 9.2, 14.8, 8.2, 10.0, 10.9]),
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
            changedCount=len(changed), statistic=observed, twoSided=min(Fraction(1), 2 * min(below, above)),
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
    root = mpmath.sqrt(2)
    return (mpmath.quad(lambda s: mpmath.erfc((noncentrality - t * s) / root) / 2 * density(s), points),
            mpmath.quad(lambda s: mpmath.erfc((t * s - noncentrality) / root) / 2 * density(s), points))


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
            lambda d: noncentral_t(size, degrees, d)[0] - tail, (1.5 * size + 1, 1.5 * size + 2), tol=1e-40)
        if t < 0:
            lower, upper = -upper, -lower
        correction = (mpmath.gamma(mpf(degrees) / 2) / mpmath.sqrt(mpf(degrees) / 2)
                      / mpmath.gamma(mpf(degrees - 1) / 2))
        yield dict(
            name=name, source=SOURCE + "; noncentral t by quadrature", first=first, second=second,
            uncorrected=change / spread, estimate=correction * change / spread,
            lower=lower * error / spread, upper=upper * error / spread)
    mp.dps = 40


# Agreement -----------------------------------------------------------------

def kappas():
    for name, table in [
        ("three categories", [[44, 5, 1], [7, 20, 3], [9, 5, 6]]), ("two categories", [[20, 5], [10, 15]]),
        ("paradox", [[118, 5], [2, 0]]), ("perfect", [[5, 0, 0], [0, 8, 0], [0, 0, 3]]),
        ("never agree", [[0, 6], [4, 0]]), ("unused column", [[5, 2, 0], [1, 7, 0], [0, 3, 0]]),
        ("hardly ever differ", [[999998, 1], [1, 1000000]]),
    ]:
        size = sum(map(sum, table))
        flat = [mpf(c) / size for row in table for c in row]
        k = len(table)

        def kappa(*cells):
            total = mpmath.fsum(cells)
            p = [[cells[i * k + j] / total for j in range(k)] for i in range(k)]
            agreed = mpmath.fsum(p[i][i] for i in range(k))
            chance = mpmath.fsum(
                mpmath.fsum(p[i]) * mpmath.fsum(row[i] for row in p) for i in range(k))
            return (agreed - chance) / (1 - chance)

        # Delta method: the gradient in the cells, their covariance multinomial.
        gradient = []
        for i in range(k * k):
            order = tuple(1 if j == i else 0 for j in range(k * k))
            gradient.append(mpmath.diff(kappa, tuple(flat), order))
        mean = mpmath.fsum(p * g for p, g in zip(flat, gradient))
        variance = mpmath.fsum(p * (g - mean) ** 2 for p, g in zip(flat, gradient)) / size
        if variance < mpf(10) ** -25:
            variance = mpf(0)
        error = mpmath.sqrt(variance)
        margin = normal_quantile(tail_of(0.95)) * error
        yield dict(
            name=name, source=SOURCE + "; delta method by numerical derivatives", table=table,
            agreed=sum(table[i][i] for i in range(k)), count=size, kappa=kappa(*flat),
            standardError=error, lower=kappa(*flat) - margin, upper=kappa(*flat) + margin)


def binary_agreements():
    for tp, fp, fn, tn in [(50, 4, 7, 9), (9, 7, 4, 50), (3, 0, 0, 0), (0, 2, 3, 10), (12, 0, 0, 30)]:
        overlap = wilson(tp, tp + fp + fn, 0.95)
        f1 = [2 * s / (1 + s) for s in overlap]
        yield dict(
            name=f"{tp}, {fp}, {fn}, {tn}", source=SOURCE + "; Lam, Gopal & Qian (2023), Wilson indirect",
            truePositives=tp, falsePositives=fp, falseNegatives=fn, trueNegatives=tn,
            precision=mpf(tp) / (tp + fp), recall=mpf(tp) / (tp + fn), f1=f1[0], lower=f1[1], upper=f1[2])


# Inequality, moments -------------------------------------------------------

def inequalities():
    for values in [[541, 1463, 2445, 3246, 4389], [4, 4, 4, 4, 4], [0, 0, 0, 9], [7], [1, 3],
                   [0, 0.1, 0.2, 12.75, 3], [1e-300, 2e-300, 6e-300], [1e300, 1.5e308, 1e308]]:
        exact = [Fraction(v) for v in values]
        n, total = len(exact), sum(exact)
        gini = sum(abs(a - b) for a in exact for b in exact) / (2 * n * total)
        yield dict(name=f"{values}", source=f"all pairs, {EXACT}", values=values, gini=gini)


def dissimilarities():
    for counts, reference in [([10, 20, 30], [30, 20, 10]), ([5, 0], [0, 7]), ([1, 2, 3], [10, 20, 30]),
                              ([12, 1, 0, 3], [0.41, 0.22, 0.19, 0.18]), ([3], [8])]:
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
        yield dict(name=name, source=EXACT, values=values, mean=number(mean), variance=number(variance))


# Distributions -------------------------------------------------------------

def distributions():
    def normal(z):
        return mpmath.erfc(mpf(z) / mpmath.sqrt(2)) / 2

    def student(t, v):
        v, t = mpf(v), mpf(t)
        # Whichever of the two series converges fast; 40 digits leave room to subtract.
        if t * t < v:
            half = (1 - mpmath.betainc(mpf(1) / 2, v / 2, 0, t * t / (v + t * t), regularized=True)) / 2
        else:
            half = mpmath.betainc(v / 2, mpf(1) / 2, 0, v / (v + t * t), regularized=True) / 2
        return half if t >= 0 else 1 - half

    for z in [0, 0.5, 1.96, 6, 8.3, 12, 37, -3]:
        yield dict(name=f"normal {z}", distribution="normal", parameters=[], value=z, upperTail=normal(z))
    for tail in [0.4, 0.025, 0.005, 1e-10, 1e-100, 0.975]:
        z = -normal_quantile(1 - mpf(tail)) if tail > 0.5 else normal_quantile(mpf(tail))
        yield dict(name=f"normal quantile {tail}", distribution="normalQuantile", parameters=[],
                   value=tail, upperTail=z)
    for t, v in [(0, 3), (2.5, 1), (12.7, 1), (1e6, 1), (2, 2.73), (40, 5), (5, 99999), (30, 200), (-1.5, 4)]:
        yield dict(name=f"t {t} ({v})", distribution="studentT", parameters=[v], value=t, upperTail=student(t, v))
    for tail, v in [(0.025, 1), (0.025, 2.73), (0.025, 9), (0.005, 99999), (1e-8, 4), (0.25, 3)]:
        root = bisect(lambda t: mpf(tail) - student(t, v), 0, 200)
        yield dict(name=f"t quantile {tail} ({v})", distribution="studentTQuantile", parameters=[v],
                   value=tail, upperTail=root)
    for x, v in [(0, 1), (3.84, 1), (10.8, 1), (140, 1), (1400, 1), (5.3, 3), (900, 50), (0.01, 8)]:
        yield dict(name=f"chi-squared {x} ({v})", distribution="chiSquared", parameters=[v], value=x,
                   upperTail=mpmath.gammainc(mpf(v) / 2, mpf(x) / 2, regularized=True))
    for tail, a, b in [(0.025, 1, 10), (0.025, 3, 98), (0.005, 40, 2), (1e-9, 2, 30), (0.025, 0.5, 0.5)]:
        root = bisect(lambda x: mpmath.betainc(a, b, 0, x, regularized=True) - mpf(tail), 0, 1)
        yield dict(name=f"beta quantile {tail} ({a}, {b})", distribution="betaQuantile", parameters=[a, b],
                   value=tail, upperTail=root)
    for k, n, p in [(3, 10, 0.5), (10, 10, 0.1), (60, 70, 0.2), (0, 5, 0.3), (300, 1000, 0.25), (500, 1000, 0.1)]:
        share = mpf(p)
        upper = mpmath.fsum(
            mpmath.binomial(n, i) * share ** i * (1 - share) ** (n - i) for i in range(k, n + 1))
        yield dict(name=f"binomial at least {k} ({n}, {p})", distribution="binomial", parameters=[n, p],
                   value=k, upperTail=upper)


write("proportions", proportions())
write("newcombe-interval", differences())
write("net-score", net_scores())
write("goodness-of-fit", goodness_of_fit())
write("signed-rank", signed_ranks())
write("standardized-mean-change", mean_changes())
write("cohens-kappa", kappas())
write("binary-agreement", binary_agreements())
write("gini-coefficient", inequalities())
write("dissimilarity-index", dissimilarities())
write("moments", moments())
write("distributions", [dict(source=SOURCE, **case) for case in distributions()])
