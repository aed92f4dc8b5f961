"""Writes the references of counts: proportions, net scores, fit and agreement."""
import itertools
from fractions import Fraction

import mpmath
from mpmath import mp, mpf

from common import EXACT, SOURCE, bisect, normal_quantile, number, tail_of, wilson, write

PROPORTIONS = [
    (15, 50, 0.95), (0, 10, 0.95), (10, 10, 0.95), (1, 1, 0.95), (0, 1, 0.95), (1, 10, 0.9),
    (81, 263, 0.95), (81, 263, 0.99), (499, 500, 0.95), (2, 100000, 0.95), (99998, 100000, 0.95),
    (3, 7, 0.5), (7, 12, 0.999),
]


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
        added = (mpf(3) / 4, mpf(3) / 2, mpf(3) / 4) if extreme else (0, 0, 0)
        used = [count + extra for count, extra in zip(counts, added)]
        size = sum(used)
        mean = (used[0] - used[2]) / size
        variance = sum(c * (s - mean) ** 2 for c, s in zip(used, (1, 0, -1))) / size
        margin = normal_quantile(tail_of(level)) * mpmath.sqrt(variance / size)
        yield dict(
            name=f"{promoters}, {passives}, {detractors}", source=SOURCE + "; Rocks (2016)",
            promoters=promoters, passives=passives, detractors=detractors, level=level,
            method="adjustedWald" if extreme else "wald", estimate=100 * net,
            lower=100 * max(-1, min(net, mean - margin)),
            upper=100 * min(1, max(net, mean + margin)))


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


# Agreement -----------------------------------------------------------------

def kappas():
    for name, table in [
        ("three categories", [[44, 5, 1], [7, 20, 3], [9, 5, 6]]),
        ("two categories", [[20, 5], [10, 15]]),
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
    for tp, fp, fn, tn in [
        (50, 4, 7, 9), (9, 7, 4, 50), (3, 0, 0, 0), (0, 2, 3, 10), (12, 0, 0, 30),
    ]:
        overlap = wilson(tp, tp + fp + fn, 0.95)
        f1 = [2 * s / (1 + s) for s in overlap]
        yield dict(
            name=f"{tp}, {fp}, {fn}, {tn}",
            source=SOURCE + "; Lam, Gopal & Qian (2023), Wilson indirect",
            truePositives=tp, falsePositives=fp, falseNegatives=fn, trueNegatives=tn,
            precision=mpf(tp) / (tp + fp), recall=mpf(tp) / (tp + fn), f1=f1[0], lower=f1[1],
            upper=f1[2])


write("proportions", proportions())
write("newcombe-interval", differences())
write("net-score", net_scores())
write("goodness-of-fit", goodness_of_fit())
write("cohens-kappa", kappas())
write("binary-agreement", binary_agreements())
