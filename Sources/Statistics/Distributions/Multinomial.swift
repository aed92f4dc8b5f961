/// How a number of independent observations falls into categories.
///
/// A multinomial probability is a product of Poisson probabilities, one a category,
/// divided by that of their sum. They are tabulated once; a product of numbers
/// keeps the digits that a sum of logarithms of factorials would lose.
package struct Multinomial {
  private let count: Int
  private let probabilities: [Double]
  private let factors: [[Double]]
  private let divisor: Double

  /// The probabilities must be positive.
  package init(count: Int, probabilities: [Double]) {
    self.count = count
    self.probabilities = probabilities
    factors = probabilities.map { probability in
      let reference = Poisson(mean: Double(count) * probability)
      return (0...count).map { reference.probability(of: $0) }
    }
    divisor = Poisson(mean: Double(count)).probability(of: count)
  }

  package func probability(of outcome: [Int]) -> Double {
    zip(factors, outcome).reduce(1) { $0 * $1.0[$1.1] } / divisor
  }

  /// How far an outcome lies from expectation.
  func distance(of outcome: [Int], by ordering: ExactMultinomialTest.Ordering) -> Double {
    zip(outcome, probabilities).reduce(0) {
      $0 + Self.distance(Double($1.0), from: Double(count) * $1.1, by: ordering)
    }
  }

  /// What a count adds to Pearson's statistic, or to half the likelihood ratio.
  private static func distance(
    _ observed: Double, from expected: Double, by ordering: ExactMultinomialTest.Ordering
  ) -> Double {
    guard ordering == .likelihoodRatio else {
      return (observed - expected) * (observed - expected) / expected
    }
    return observed > 0 ? observed * log(observed / expected) : 0
  }

  /// How many outcomes there are, or nil if more than `limit`.
  package func outcomes(upTo limit: Int) -> Int? {
    var outcomes = 1
    for category in 1..<probabilities.count {
      // A binomial coefficient grows by a factor and a division without remainder.
      let (product, overflow) = outcomes.multipliedReportingOverflow(by: count + category)
      guard !overflow, product / category <= limit else { return nil }
      outcomes = product / category
    }
    return outcomes <= limit ? outcomes : nil
  }

  /// The probability of all outcomes whose score does not exceed `bound`.
  ///
  /// A score joins what each category's count gives in `scores`; the fewer an outcome's
  /// score the less it fits. Given the others, the score of the last two categories rises to
  /// a peak and falls, as the counts of one grow: the outcomes that fit too well lie in one
  /// stretch round the peak, whose ends are found by halving, and need not be visited.
  private func probability(
    ofScoresUpTo bound: Double, _ scores: [[Double]], start: Double,
    joinedBy join: (Double, Double) -> Double
  ) -> Double {
    guard probabilities.count >= 2 else {
      return join(start, scores[0][count]) <= bound ? 1 : 0
    }
    let last = LastPair(
      factors: Array(factors.suffix(2)), scores: Array(scores.suffix(2)), join)
    var sum = CompensatedSum()
    func visit(_ category: Int, _ remaining: Int, _ product: Double, _ score: Double) {
      guard category < factors.count - 2 else {
        sum += product * last.weight(remaining) { join(score, $0) <= bound }
        return
      }
      for count in 0...remaining {
        visit(
          category + 1, remaining - count, product * factors[category][count],
          join(score, scores[category][count]))
      }
    }
    visit(0, count, 1, start)
    return sum.value / divisor
  }

  /// The probability of all outcomes whose own probability does not exceed `bound`.
  package func probability(ofOutcomesUpTo bound: Double) -> Double {
    probability(ofScoresUpTo: bound * divisor, factors, start: 1, joinedBy: *)
  }

  /// The probability of all outcomes at least as far from expectation as one is.
  func probability(
    ofOutcomesAsFarAs outcome: [Int], by ordering: ExactMultinomialTest.Ordering
  ) -> Double {
    let scores = probabilities.map { probability in
      (0...count).map {
        -Self.distance(Double($0), from: Double(count) * probability, by: ordering)
      }
    }
    let observed = zip(scores, outcome).reduce(0) { $0 + $1.0[$1.1] }
    // Likelihood ratios add up to zero from terms that are not: they may miss it by rounding.
    return probability(
      ofScoresUpTo: observed * (1 - 1e-7) + 1e-14 * Double(count), scores, start: 0, joinedBy: +)
  }

  /// One outcome at random: category by category, each binomial given those before.
  package func draw(using generator: inout SplitMix64) -> [Int] {
    var (remaining, rest) = (count, 1.0)
    var outcome: [Int] = []
    for probability in probabilities.dropLast() {
      let drawn = Binomial(trials: remaining, probability: min(1, probability / rest))
        .draw(at: generator.nextUniform())
      outcome.append(drawn)
      remaining -= drawn
      rest -= probability
    }
    return outcome + [remaining]
  }
}

/// The last two categories, which share out what the others leave.
private struct LastPair {
  /// By the number shared out and the count of the first: the joined score.
  private let scores: [[Double]]
  /// The weight of all counts below, and of all from there on.
  ///
  /// Neither is the whole less the other: a small weight would lose its digits.
  private let below: [[Double]]
  private let above: [[Double]]
  private let peaks: [Int]

  init(
    factors: [[Double]], scores terms: [[Double]], _ join: (Double, Double) -> Double
  ) {
    let count = factors[0].count - 1
    var (scores, below, above, peaks) = ([[Double]](), [[Double]](), [[Double]](), [Int]())
    for number in 0...count {
      let joined = (0...number).map { join(terms[0][$0], terms[1][number - $0]) }
      let weights = (0...number).map { factors[0][$0] * factors[1][number - $0] }
      scores.append(joined)
      below.append(Self.runningSums(weights))
      above.append(Self.runningSums(weights.reversed()).reversed())
      peaks.append(joined.indices.max { joined[$0] < joined[$1] } ?? 0)
    }
    (self.scores, self.below, self.above, self.peaks) = (scores, below, above, peaks)
  }

  private static func runningSums(_ weights: [Double]) -> [Double] {
    var (sum, sums) = (CompensatedSum(), [0.0])
    for weight in weights {
      sum += weight
      sums.append(sum.value)
    }
    return sums
  }

  /// The weight of all ways to share out a number whose score counts.
  func weight(_ number: Int, where counts: (Double) -> Bool) -> Double {
    let (scores, peak) = (scores[number], peaks[number])
    guard !counts(scores[peak]) else { return above[number][0] }
    var (low, high) = (0, peak)
    while low < high {
      let middle = (low + high) / 2
      if counts(scores[middle]) { low = middle + 1 } else { high = middle }
    }
    let start = low
    (low, high) = (peak, number + 1)
    while low < high {
      let middle = (low + high) / 2
      if counts(scores[middle]) { high = middle } else { low = middle + 1 }
    }
    return below[number][start] + above[number][low]
  }
}

extension Binomial {
  /// The count that a uniform number between 0 and 1 stands for.
  ///
  /// Takes probabilities off the number, from the likeliest count outwards, until
  /// nothing is left: a few standard deviations' worth of steps.
  fileprivate func draw(at uniform: Double) -> Int {
    guard trials > 0, probability < 1 else { return trials }
    let odds = probability / (1 - probability)
    let mode = min(trials, Int(Double(trials + 1) * probability))
    let peak = probability(of: mode)
    var left = uniform - peak
    var (low, high) = (mode, mode)
    var (below, above) = (peak, peak)
    while left >= 0, low > 0 || high < trials {
      if high < trials {
        above *= Double(trials - high) / Double(high + 1) * odds
        high += 1
        left -= above
        if left < 0 { return high }
      }
      if low > 0 {
        below *= Double(low) / Double(trials - low + 1) / odds
        low -= 1
        left -= below
        if left < 0 { return low }
      }
    }
    // The number may exceed the sum of all probabilities by their rounding.
    return mode
  }
}
