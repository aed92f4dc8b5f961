import Statistics

/// Exact tests, and a descriptive pass over more numbers than any cache holds.
extension TimeStatistics {
  static let exactTests: [(String, @Sendable () -> Timed)] = [
    ("signed-rank", signedRank), ("fisher-5x5", fisher), ("moments", moments), ("copy", copy),
  ]

  /// 200 pairs with many ties, all sign patterns.
  @Sendable private static func signedRank() -> Timed {
    let before = (0..<200).map { Double($0 * 37 % 11) }
    let after = (0..<200).map { Double($0 * 53 % 13) }
    return { try WilcoxonSignedRankTest(before.span, after.span, method: .exact).pValue }
  }

  /// 102 people in a table of five by five, all tables with its margins.
  @Sendable private static func fisher() -> Timed {
    let rows = [
      [6, 3, 4, 2, 5], [2, 7, 3, 5, 3], [4, 2, 6, 3, 5], [5, 4, 1, 7, 3], [3, 4, 6, 3, 4],
    ]
    return { try FreemanHaltonTest(ContingencyTable(rows), seed: 1).pValue }
  }

  /// Mean and variance of a hundred million numbers: 0.8 GB.
  @Sendable private static func moments() -> Timed {
    let values = (0..<100_000_000).map { Double($0 % 1013) / 100 }
    return { try MomentsTally(values.span).moments().variance }
  }

  /// A copy of as many numbers, to hold the descriptive pass against.
  @Sendable private static func copy() -> Timed {
    let values = (0..<100_000_000).map { Double($0 % 1013) / 100 }
    return {
      var room = values
      room[0] = 1
      return room[5]
    }
  }
}
