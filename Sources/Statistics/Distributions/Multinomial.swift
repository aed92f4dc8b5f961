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

  /// The probability of all outcomes whose own probability does not exceed `bound`.
  package func probability(ofOutcomesUpTo bound: Double) -> Double {
    var sum = CompensatedSum()
    func visit(_ category: Int, _ remaining: Int, _ product: Double) {
      guard category < factors.count - 1 else {
        let probability = product * factors[category][remaining] / divisor
        if probability <= bound { sum += probability }
        return
      }
      for count in 0...remaining {
        visit(category + 1, remaining - count, product * factors[category][count])
      }
    }
    visit(0, count, 1)
    return sum.value
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
