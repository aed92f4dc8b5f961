/// Counts beside the shares they are expected to have, checked to belong together.
struct ExpectedShares {
  let counts: [Int]
  let probabilities: [Double]
  let count: Int

  init(counts: [Int], probabilities: [Double]) throws(SampleError) {
    guard counts.count == probabilities.count else {
      throw .unequalLengths(first: counts.count, second: probabilities.count)
    }
    var sum = CompensatedSum()
    for probability in probabilities {
      guard (0...1).contains(probability) else { throw .probabilityOutOfRange(probability) }
      sum += probability
    }
    guard abs(sum.value - 1) <= 1e-8 else { throw .sharesDoNotSumToOne(sum: sum.value) }
    count = try total(of: counts)
    for index in counts.indices where probabilities[index] == 0 && counts[index] > 0 {
      throw .impossibleCategory(index: index)
    }
    let possible = probabilities.count { $0 > 0 }
    guard possible >= 2 else { throw .tooFewCategories(required: 2, found: possible) }
    self.counts = counts
    self.probabilities = probabilities
  }

  /// The smallest share of a category that can occur.
  var smallestProbability: Double {
    probabilities.reduce(1) { $1 > 0 ? min($0, $1) : $0 }
  }

  /// The categories that can occur, less one.
  var degreesOfFreedom: Double { Double(probabilities.count { $0 > 0 } - 1) }

  /// Pearson's statistic.
  var chiSquared: Double {
    let size = Double(count)
    var sum = CompensatedSum()
    for (count, probability) in zip(counts, probabilities) where probability > 0 {
      let distance = Double(count) - size * probability
      sum += distance * distance / (size * probability)
    }
    return sum.value
  }
}
