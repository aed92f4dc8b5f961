import Statistics
import Testing

@Suite struct MultipleComparisonsTests {
  struct Case: NamedCase {
    let name: String
    let pValues: [Double]
    let holm: [Double]
    let bonferroni: [Double]
    let benjaminiHochberg: [Double]
    let hochberg: [Double]
    let hommel: [Double]
    let benjaminiYekutieli: [Double]
    let sidak: [Double]
  }

  @Test(arguments: try referenceCases("multiple-comparisons", as: Case.self))
  func `agrees with R`(_ reference: Case) throws {
    for (method, expected) in [
      (MultipleComparisons.holm, reference.holm), (.bonferroni, reference.bonferroni),
      (.benjaminiHochberg, reference.benjaminiHochberg), (.hochberg, reference.hochberg),
      (.hommel, reference.hommel), (.benjaminiYekutieli, reference.benjaminiYekutieli),
      (.sidak, reference.sidak),
    ] {
      let adjusted = try adjustedPValues(reference.pValues, by: method)
      #expect(adjusted.count == expected.count)
      for (value, other) in zip(adjusted, expected) { #expect(value.isClose(to: other)) }
    }
  }

  @Test(arguments: MultipleComparisons.allCases)
  func `keeps the order and never makes a p-value smaller`(_ method: MultipleComparisons) throws {
    let pValues = [0.5, 0.01, 0.01, 1, 0, 0.04, 0.3]
    let adjusted = try adjustedPValues(pValues, by: method)
    for (value, original) in zip(adjusted, pValues) { #expect(value >= original && value <= 1) }
    let ranked = zip(pValues, adjusted).sorted { $0 < $1 }.map(\.1)
    #expect(ranked == ranked.sorted())
  }

  @Test func `an empty family stays empty`() throws {
    #expect(try adjustedPValues([], by: .holm).isEmpty)
  }

  @Test(arguments: [-0.1, 1.1])
  func `what is no p-value is refused`(_ value: Double) {
    #expect(throws: SampleError.probabilityOutOfRange(value)) {
      try adjustedPValues([0.5, value], by: .holm)
    }
  }
}
