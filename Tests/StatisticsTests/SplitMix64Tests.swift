import Statistics
import Testing

@Suite struct SplitMix64Tests {
  @Test func `gives the numbers printed with the generator's C source`() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `uniform numbers stay below one and fill the range evenly`() {
    var generator = SplitMix64(seed: 7)
    let numbers = (0..<100_000).map { _ in generator.nextUniform() }
    #expect(numbers.allSatisfy { (0..<1).contains($0) })
    for tenth in 0..<10 {
      let count = numbers.count { Int($0 * 10) == tenth }
      // Five standard deviations of a binomial count.
      #expect(abs(count - 10_000) < 475)
    }
  }
}
