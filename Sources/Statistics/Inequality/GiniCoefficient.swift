/// How unequally an amount is spread over people, from 0 to just below 1.
///
/// Half the mean difference between any two people relative to the mean, with the
/// number of people, or the sum of their weights, as divisor: 0 when all have the same,
/// 1 - 1/n when one has everything. The interval is normal, from the linearised variance,
/// and stays within 0...1: rough below some hundred people, and with weights it takes
/// people as drawn with replacement. Nil for fewer than two people, and when that variance
/// is zero. Throws when there is nobody, when an amount or a weight is negative or not
/// finite, when all amounts or all weights are zero, or when the two differ in number. The
/// interval assumes independent people.
///
/// - Reference: Gini (1912), as defined in Dorfman (1979), doi:10.2307/1924845; variance
///   by Davidson (2009), doi:10.1016/j.jeconom.2008.11.004.
public struct GiniCoefficient: Sendable, Hashable, Codable {
  public let count: Int
  public let value: Double
  /// Nil for fewer than two people, and when it would be zero.
  public let standardError: Double?
  public let interval: Interval?

  /// The coefficient times n/(n - 1), without bias for equal weights; nil for one person.
  public var corrected: Double? {
    count > 1 ? value * Double(count) / Double(count - 1) : nil
  }

  public init(_ values: Span<Double>, level: Double = 0.95) throws(SampleError) {
    let values = try amounts(values)
    try self.init(values, weights: values.map { _ in 1 }, level)
  }

  /// `weights` says how many people each of the people stands for.
  public init(
    _ values: Span<Double>, weights: Span<Double>, level: Double = 0.95
  ) throws(SampleError) {
    guard values.count == weights.count else {
      throw .unequalLengths(first: values.count, second: weights.count)
    }
    try self.init(amounts(values), weights: amounts(weights), level)
  }

  private init(
    _ values: [Double], weights: [Double], _ level: Double
  ) throws(SampleError) {
    let quantile = try ConfidenceLevel(level).normalQuantile
    guard !values.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
    guard let largest = values.max(), largest > 0, let heaviest = weights.max(), heaviest > 0
    else { throw .zeroTotal }
    let order = values.indices.sorted { values[$0] < values[$1] }
    let people = order.map {
      Person(amount: values[$0] / largest, weight: weights[$0] / heaviest)
    }
    let lorenz = try Lorenz(people)
    count = values.count
    value = lorenz.gini
    standardError = lorenz.standardError
    interval = lorenz.standardError.map {
      Interval(
        estimate: lorenz.gini, lower: max(0, lorenz.gini - quantile * $0),
        upper: min(1, lorenz.gini + quantile * $0), level: level)
    }
  }

  private struct Person {
    let amount: Double
    let weight: Double
  }

  /// Sums along people from the least to the most.
  private struct Lorenz {
    let gini: Double
    let standardError: Double?

    init(_ people: [Person]) throws(SampleError) {
      var (total, sum) = (CompensatedSum(), CompensatedSum())
      for person in people {
        total += person.weight
        sum += person.weight * person.amount
      }
      guard sum.value > 0 else { throw .zeroTotal }
      var (differences, below, belowAmounts) = (
        CompensatedSum(), CompensatedSum(), CompensatedSum()
      )
      var places: [(rank: Double, amounts: Double)] = []
      for person in people {
        let amount = person.weight * person.amount
        let rank = 2 * below.value + person.weight
        differences += (rank - total.value) * amount
        // A person stands in the middle of those with the same weight and amount.
        places.append((rank / total.value, (2 * belowAmounts.value + amount) / total.value))
        below += person.weight
        belowAmounts += amount
      }
      let gini = max(0, differences.value / (total.value * sum.value))
      self.gini = gini
      let influences = zip(people, places).map { person, place in
        person.weight * ((place.rank - gini - 1) * person.amount - place.amounts)
      }
      standardError = Self.error(influences, people.map(\.weight), sum.value)
    }

    /// The error of a ratio whose numerator sums the influences.
    private static func error(
      _ influences: [Double], _ weights: [Double], _ sum: Double
    ) -> Double? {
      guard influences.count > 1 else { return nil }
      var (middle, total) = (CompensatedSum(), CompensatedSum())
      for (influence, weight) in zip(influences, weights) {
        middle += influence
        total += weight
      }
      let mean = middle.value / total.value
      var squares = CompensatedSum()
      for (influence, weight) in zip(influences, weights) {
        squares += (influence - weight * mean) * (influence - weight * mean)
      }
      let error = squares.value.squareRoot() / sum
      return error > 1e-15 ? error : nil
    }
  }
}

/// A copy of the values, or the place of the first that is no amount.
func amounts(_ values: Span<Double>) throws(SampleError) -> [Double] {
  let values = try finiteValues(values)
  if let index = values.firstIndex(where: { $0 < 0 }) { throw .negativeValue(index: index) }
  return values
}
