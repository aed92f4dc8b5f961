import Testing

@testable import Pipelines

struct FilePatternTests {
  private func cuts(_ pattern: String, _ path: String) throws -> Set<[String: String]> {
    try FilePattern(pattern).cuts(of: path)
  }

  @Test func `a name in braces takes the letters up to what follows it`() throws {
    #expect(
      try cuts("attendance-{site}-{quarter}.csv", "attendance-leeds-2024Q1.csv")
        == [["site": "leeds", "quarter": "2024Q1"]])
    #expect(try cuts("{site}/cards*.csv", "leeds/cards (2).csv") == [["site": "leeds"]])
    #expect(try cuts("{year}_é_{site}", "2024_é_bath") == [["year": "2024", "site": "bath"]])
  }

  @Test func `a name that may be cut in several ways has them all`() throws {
    #expect(
      try cuts("a-{site}-{quarter}.csv", "a-north-mersey-q1.csv")
        == [
          ["site": "north", "quarter": "mersey-q1"], ["site": "north-mersey", "quarter": "q1"],
        ])
  }

  @Test(arguments: [
    ("a-{site}.csv", "a-.csv"), ("a-{site}.csv", "a-x.csv2"), ("a-{site}.csv", "b-x.csv"),
    ("a-{site}.csv", "a-x/y.csv"), ("{site}/a.csv", "x/y/a.csv"),
  ])
  func `a path that does not fit has no cut`(pattern: String, path: String) throws {
    #expect(try cuts(pattern, path) == [])
  }

  @Test func `without names in braces a pattern is what the file system understands`() throws {
    let pattern = try FilePattern("cards-202[0-9]-?*.csv")
    #expect(pattern.glob == "cards-202[0-9]-?*.csv")
    #expect(pattern.cuts(of: "cards-2020-a.csv") == [[:]])
    #expect(try FilePattern("a-{site}-*.csv").glob == "a-*-*.csv")
  }
}
