import Statistics
import Testing

@Suite struct PhiloxTests {
  struct Case: NamedCase {
    let name: String
    let seed: String
    let stream: String
    let words: [String]
  }

  @Test(arguments: try referenceCases("philox", as: Case.self))
  func `agrees with NumPy`(_ reference: Case) throws {
    let seed = try #require(UInt64(reference.seed))
    let stream = try #require(UInt64(reference.stream))
    var generator = Philox(seed: seed, stream: stream)
    let words = reference.words.map { _ in String(generator.next()) }
    #expect(words == reference.words)
  }

  @Test func `agrees with the authors' own test vector`() {
    var generator = Philox(seed: 0)
    let words = (0..<4).map { _ in generator.next() }
    #expect(
      words == [
        0x1655_4D9E_CA36_314C, 0xDB20_FE9D_672D_0FDC, 0xD7E7_72CE_E186_176B,
        0x7E68_B68A_EC7B_A23B,
      ])
  }

  @Test func `streams do not repeat each other`() {
    var (first, second) = (Philox(seed: 5, stream: 1), Philox(seed: 5, stream: 2))
    let words = (0..<500).flatMap { _ in [first.next(), second.next()] }
    #expect(Set(words).count == 1000)
  }
}
