import Statistics

/// Agreement of raters, and weights that meet margins.
extension TimeStatistics {
  static let agreementAndWeighting: [(String, @Sendable () -> Timed)] = [
    ("krippendorff", krippendorff), ("raking", raking),
  ]

  /// 10,000 units rated by 5 raters on 5 categories, every eleventh rating missing.
  @Sendable static func krippendorff() -> Timed {
    let ratings: [[Double?]] = (0..<10_000).map { unit in
      (0..<5).map { rater in
        let disagreement = unit % 7 == 0 ? rater * 104_729 : 0
        return (unit * 31 + rater * 17) % 11 == 0
          ? nil : Double((unit * 7919 + disagreement) % 5 + 1)
      }
    }
    return { try KrippendorffsAlpha(ratings: ratings, scale: .ordinal).estimate }
  }

  /// A million people raked to five margins of 2 to 6 categories.
  @Sendable static func raking() -> Timed {
    let count = 1_000_000
    let weights = (0..<count).map { 1 + Double($0 % 7) / 10 }
    let margins = zip(1..., [(2, 3), (3, 7), (4, 11), (5, 19), (6, 23)]).map { place, shape in
      let categories = (0..<count).map { person in
        (person * shape.1 + person / 97 * 13 + person / 1009) / (2 * place + 1) % shape.0
      }
      var sums = [Double](repeating: 0, count: shape.0)
      for (person, category) in categories.enumerated() { sums[category] += weights[person] }
      let moved = sums.enumerated().map { $1 * (1 + 0.15 * Double(($0 + place) % 3 - 1)) }
      let total = moved.reduce(0, +)
      return Raking.Margin(
        categories: categories, totals: moved.map { $0 / total * Double(count) })
    }
    return { try Raking(baseWeights: weights, margins: margins).weights[0] }
  }
}
