import Foundation
import Statistics
import Testing

import reference_check

/// The references that R wrote in the form of `reference-check`, put to the library by it.
@Suite struct ReferenceCheckTests {
  static let names = [
    "counts", "distribution-functions", "groups-and-pairs",
  ]

  @Test(arguments: names)
  func `agrees with R, value for value`(_ name: String) throws {
    let cases = try ReferenceCase.all(inFile: Self.file(name))
    #expect(cases.count > 10)
    for reference in cases {
      let comparison = Comparison(reference, offered: offeredStatistics)
      for difference in comparison.different {
        Issue.record(
          """
          \(reference.statistic), \(reference.id): \(difference.name) should be \
          \(difference.expected), is \(difference.found)
          """)
      }
      #expect(comparison.notOffered == [], "\(reference.id)")
    }
  }

  private static func file(_ name: String) throws -> URL {
    try #require(
      Bundle.module.url(forResource: "Reference/\(name).cases", withExtension: "json"))
  }
}
