/// How a sample was drawn and weighted, as far as standard errors need to know.
///
/// Units are taken as drawn with replacement within strata; people of one cluster count as
/// one unit. Weights that were raked or post-stratified may be given as such: what the
/// margins explain then does not count as error. Throws when a weight is negative or not
/// finite, when all weights are zero, when lists differ in length, or when a stratum has a
/// single unit.
///
/// - Reference: Binder (1983), doi:10.2307/1402588; Lumley (2010), Complex Surveys,
///   doi:10.1002/9780470580066; residuals of margins by Deville, Särndal & Sautory (1993),
///   doi:10.2307/2290793.
public struct SurveyDesign: Sendable, Hashable {
  /// How what several margins explain is taken out of the error.
  public enum Residuals: Sendable, Hashable {
    /// By weighted regression on all margins.
    case regression
    /// By taking out the plain mean of each margin in turn, so many times: R's survey does
    /// so ten times for raked weights.
    case plainSweeps(Int)
  }

  public let weights: [Double]
  public let unitCount: Int
  public let stratumCount: Int
  private let units: [Int]
  private let stratumOfUnit: [Int]
  private let unitsOfStratum: [Int]
  private let margins: [Raking.Margin]
  private let residuals: Residuals

  /// Takes people as drawn one by one, unless strata or clusters are given.
  ///
  /// `strata` and `clusters` name a stratum and a cluster for each person; a cluster's name
  /// counts within its stratum. `margins` are those that the weights were fitted to.
  public init(
    weights: [Double], strata: [Int]? = nil, clusters: [Int]? = nil,
    margins: [Raking.Margin] = [], residuals: Residuals = .regression
  ) throws(SampleError) {
    let weights = try amounts(weights.span)
    guard weights.contains(where: { $0 > 0 }) else { throw .zeroTotal }
    for list in [strata, clusters].compactMap(\.self) + margins.map(\.categories) {
      guard list.count == weights.count else {
        throw .unequalLengths(first: weights.count, second: list.count)
      }
    }
    let strata = strata ?? weights.map { _ in 0 }
    let clusters = clusters ?? Array(weights.indices)
    var places: [[Int]: Int] = [:]
    var stratumPlaces: [Int: Int] = [:]
    var (units, stratumOfUnit, unitsOfStratum): ([Int], [Int], [Int]) = ([], [], [])
    for (stratum, cluster) in zip(strata, clusters) {
      let place = stratumPlaces[stratum] ?? stratumPlaces.count
      if place == unitsOfStratum.count {
        stratumPlaces[stratum] = place
        unitsOfStratum.append(0)
      }
      let unit = places[[stratum, cluster]] ?? places.count
      if unit == stratumOfUnit.count {
        places[[stratum, cluster]] = unit
        stratumOfUnit.append(place)
        unitsOfStratum[place] += 1
      }
      units.append(unit)
    }
    if let single = unitsOfStratum.firstIndex(of: 1) { throw .singleUnit(stratum: single) }
    self.weights = weights
    self.units = units
    self.stratumOfUnit = stratumOfUnit
    self.unitsOfStratum = unitsOfStratum
    self.margins = margins
    self.residuals = residuals
    unitCount = stratumOfUnit.count
    stratumCount = unitsOfStratum.count
  }

  public var degreesOfFreedom: Double { Double(unitCount - stratumCount) }

  /// The variance of the sum of what each person adds, weights included.
  func variance(ofSum influences: [Double]) -> Double {
    let influences = unexplained(influences)
    var sums = [Double](repeating: 0, count: unitCount)
    for (unit, influence) in zip(units, influences) { sums[unit] += influence }
    var means = [Double](repeating: 0, count: stratumCount)
    for (stratum, sum) in zip(stratumOfUnit, sums) {
      means[stratum] += sum / Double(unitsOfStratum[stratum])
    }
    var variance = CompensatedSum()
    for (stratum, sum) in zip(stratumOfUnit, sums) {
      let size = Double(unitsOfStratum[stratum])
      let distance = sum - means[stratum]
      variance += size / (size - 1) * distance * distance
    }
    return variance.value
  }

  /// What the margins leave unexplained.
  private func unexplained(_ influences: [Double]) -> [Double] {
    guard !margins.isEmpty else { return influences }
    var scores = zip(influences, weights).map { $1 > 0 ? $0 / $1 : 0 }
    switch residuals {
    case .plainSweeps(let count):
      for _ in 0..<count { _ = sweep(&scores, weighted: false) }
    case .regression:
      // Sweeping until nothing is left to take out is the regression on all margins.
      for _ in 0..<10_000 {
        let largest = sweep(&scores, weighted: true)
        if largest <= 1e-15 * scores.reduce(0, { max($0, abs($1)) }) { break }
      }
    }
    return zip(scores, weights).map { $0 * $1 }
  }

  /// Takes out the means of each margin in turn, and gives the largest.
  private func sweep(_ scores: inout [Double], weighted: Bool) -> Double {
    var largest = 0.0
    for margin in margins {
      let means = means(scores, margin, weighted: weighted)
      for (index, category) in margin.categories.enumerated() {
        scores[index] -= means[category]
      }
      largest = means.reduce(largest) { max($0, abs($1)) }
    }
    return largest
  }

  private func means(
    _ scores: [Double], _ margin: Raking.Margin, weighted: Bool
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: margin.totals.count)
    var sizes = sums
    for (index, category) in margin.categories.enumerated() where weights[index] > 0 {
      let weight = weighted ? weights[index] : 1
      sums[category] += weight * scores[index]
      sizes[category] += weight
    }
    return zip(sums, sizes).map { $1 > 0 ? $0 / $1 : 0 }
  }
}
