import EvaluationData
import Measures
import Testing

@Suite struct FrequenciesTests {
  private func findings() -> Findings {
    let table = Tables.table(
      "cards",
      [
        Tables.category(
          "site", ["north", "south"], ["north", "north", "north", "south", "south", nil]),
        Tables.category(
          "listened", ["yes", "partly", "no"], ["yes", "yes", "no", "yes", nil, "partly"]),
      ])
    var spec = MeasureSpec()
    spec.frequencies = [FrequencySpec(source: "cards", variables: ["listened"], by: "site")]
    return Findings(spec, [table])
  }

  @Test func `shares are of those who answered, and add up to one`() throws {
    let found = findings()
    let place = "process-quality/cards/listened"
    #expect(try found.value("\(place)/yes/count") == 3)
    #expect(try found.value("\(place)/yes/share") == 0.6)
    #expect(try found("\(place)/yes/share").base == 5)
    let shares = try ["yes", "partly", "no"].map { try found.value("\(place)/\($0)/share") }
    #expect(shares.compactMap { $0 }.reduce(0, +) == 1)
  }

  @Test func `those who did not answer stand in a row of their own, of everybody`() throws {
    let missing = try findings()("process-quality/cards/listened/not-stated/share")
    #expect(missing.value == Finding.rounded(1.0 / 6))
    #expect(missing.base == 6)
  }

  @Test func `each group has its own base`() throws {
    let found = findings()
    #expect(
      try found.value("process-quality/cards/listened/yes/site=north/share")
        == Finding.rounded(2.0 / 3))
    #expect(try found("process-quality/cards/listened/yes/site=south/share").base == 1)
  }
}
