/// How an iteration over weights ended.
public enum RakingOutcome: Sendable, Hashable, Codable {
  /// All margins are met.
  case converged(iterations: Int)
  /// Margins are not met, and going on does not bring them nearer: caps stand against them,
  /// or cells that nobody is in.
  case stalled(largestGap: Double)
  /// Margins are not met after as many iterations as were allowed.
  case reachedLimit(largestGap: Double)
}

/// Weights people so that several margins of the sample agree with the population's.
///
/// The weights are scaled to one margin after the other until all agree. `cap` holds
/// them below so many times their mean, by cutting and raking again. Read `outcome`
/// before you use the weights: only `.converged` meets the margins. Throws when there is
/// nobody or no margin, when a weight or total is negative or not finite, when all weights
/// are zero, when a category has a total but nobody in the sample or the other way round,
/// when the totals of two margins differ, or when margins and weights differ in length.
/// Assumes that within a category who answered is like who did not.
///
/// - Reference: Deming & Stephan (1940), doi:10.1214/aoms/1177731829; caps by Battaglia,
///   Hoaglin & Frankel (2009), doi:10.29115/SP-2009-0019.
public struct Raking: Sendable, Hashable, Codable {
  /// A variable with known totals: the category of each person, and the total of each.
  public struct Margin: Sendable, Hashable, Codable {
    public let categories: [Int]
    public let totals: [Double]

    public init(categories: [Int], totals: [Double]) {
      self.categories = categories
      self.totals = totals
    }
  }

  public let weights: [Double]
  public let outcome: RakingOutcome
  /// The largest gap between a margin and its total, relative to the sum of the weights.
  public let largestGap: Double
  /// How many weights the cap holds.
  public let cappedCount: Int

  /// Whether all margins are met.
  public var hasConverged: Bool {
    if case .converged = outcome { true } else { false }
  }

  public init(
    baseWeights: [Double], margins: [Margin], cap: Double? = nil, tolerance: Double = 1e-10,
    iterationLimit: Int = 1000
  ) throws(SampleError) {
    try Self.check(baseWeights, margins)
    if let cap, !(cap > 1) { throw .capTooLow(cap) }
    let total = margins[0].totals.reduce(0, +)
    let limit = cap.map { $0 * total / Double(baseWeights.count) }
    let cells = limit == nil ? Cells(baseWeights, margins) : Cells(people: baseWeights, margins)
    var weights = cells.baseWeights
    var (iterations, gap) = (0, Double.infinity)
    var gapEarlier = Double.infinity
    var outcome: RakingOutcome?
    while outcome == nil {
      iterations += 1
      for margin in cells.margins { Self.scale(&weights, to: margin) }
      if let limit { Self.cut(&weights, at: limit) }
      gap = cells.margins.reduce(0) { max($0, Self.gap(weights, $1)) } / total
      if gap <= tolerance {
        outcome = .converged(iterations: iterations)
      } else if iterations % 50 == 0 {
        // Convergence is geometric: fifty rounds without progress mean there is none.
        if gap > 0.99 * gapEarlier { outcome = .stalled(largestGap: gap) }
        gapEarlier = gap
      }
      if outcome == nil, iterations >= iterationLimit {
        outcome = .reachedLimit(largestGap: gap)
      }
    }
    let fitted = cells.spread(weights, over: baseWeights)
    self.weights = fitted
    self.outcome = outcome ?? .reachedLimit(largestGap: gap)
    largestGap = gap
    cappedCount = limit.map { limit in fitted.count { $0 >= limit * (1 - 1e-9) } } ?? 0
  }

  private static func check(_ weights: [Double], _ margins: [Margin]) throws(SampleError) {
    let weights = try amounts(weights.span)
    guard !weights.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
    guard let first = margins.first else { throw .tooFewCategories(required: 1, found: 0) }
    let total = first.totals.reduce(0, +)
    for (index, margin) in margins.enumerated() {
      guard margin.categories.count == weights.count else {
        throw .unequalLengths(first: weights.count, second: margin.categories.count)
      }
      _ = try amounts(margin.totals.span)
      let sum = margin.totals.reduce(0, +)
      guard sum > 0 else { throw .zeroTotal }
      guard abs(sum - total) <= 1e-9 * total else {
        throw .totalsDiffer(first: total, second: sum)
      }
      try margin.check(against: weights, margin: index)
    }
  }

  private static func scale(_ weights: inout [Double], to margin: Margin) {
    let sums = margin.sums(weights)
    let factors = zip(margin.totals, sums).map { $1 > 0 ? $0 / $1 : 0 }
    for (index, category) in margin.categories.enumerated() {
      weights[index] *= factors[category]
    }
  }

  private static func cut(_ weights: inout [Double], at limit: Double) {
    for index in weights.indices where weights[index] > limit { weights[index] = limit }
  }

  private static func gap(_ weights: [Double], _ margin: Margin) -> Double {
    zip(margin.sums(weights), margin.totals).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }
}

extension Raking.Margin {
  func sums(_ weights: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: totals.count)
    for (index, category) in categories.enumerated() { sums[category] += weights[index] }
    return sums
  }

  func check(against weights: [Double], margin: Int) throws(SampleError) {
    for (index, category) in categories.enumerated() where !totals.indices.contains(category) {
      throw .categoryOutOfRange(index: index, category: category, count: totals.count)
    }
    for (category, sum) in sums(weights).enumerated() {
      if totals[category] > 0, !(sum > 0) {
        throw .categoryWithoutSample(margin: margin, category: category)
      }
      if sum > 0, !(totals[category] > 0) {
        throw .categoryWithoutTotal(margin: margin, category: category)
      }
    }
  }
}

/// People of the same categories as one: raking treats them alike.
private struct Cells {
  let baseWeights: [Double]
  let margins: [Raking.Margin]
  /// The cell of each person; nil when each person is one.
  private let cellOfPerson: [Int32]?

  /// Each person as a cell: for what does depend on the person.
  init(people: [Double], _ margins: [Raking.Margin]) {
    baseWeights = people
    self.margins = margins
    cellOfPerson = nil
  }

  init(_ people: [Double], _ margins: [Raking.Margin]) {
    var size = 1
    for margin in margins {
      let (product, overflow) = size.multipliedReportingOverflow(by: margin.totals.count)
      size = overflow ? .max : product
    }
    guard size <= people.count, size < Int32.max else {
      self = Cells(people: people, margins)
      return
    }
    var codes = [Int32](repeating: 0, count: people.count)
    for margin in margins {
      let width = Int32(margin.totals.count)
      for (index, category) in margin.categories.enumerated() {
        codes[index] = codes[index] * width + Int32(category)
      }
    }
    var sums = [Double](repeating: 0, count: size)
    for (index, code) in codes.enumerated() { sums[Int(code)] += people[index] }
    baseWeights = sums
    cellOfPerson = codes
    var width = size
    self.margins = margins.map { margin in
      let block = width
      width /= margin.totals.count
      let step = width
      return Raking.Margin(
        categories: (0..<size).map { $0 % block / step }, totals: margin.totals)
    }
  }

  /// The weights of cells, for the people in them in proportion to their base weights.
  func spread(_ weights: [Double], over people: [Double]) -> [Double] {
    guard let cellOfPerson else { return weights }
    let factors = zip(weights, baseWeights).map { $1 > 0 ? $0 / $1 : 0 }
    var result = people
    for (index, cell) in cellOfPerson.enumerated() { result[index] *= factors[Int(cell)] }
    return result
  }
}
