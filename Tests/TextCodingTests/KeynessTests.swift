import TextCoding
import Testing

@Suite struct KeynessTests {
  // R 4.2.2: o <- matrix(c(12, 28, 5, 155), 2); e <- outer(rowSums(o), colSums(o)) / sum(o)
  // 2 * sum(o * log(o / e)); the second with 0 * log(0) = 0.
  @Test(arguments: [
    (12, 40, 5, 160, 22.957161311434618), (3, 3, 2, 97, 20.218316965860762),
  ])
  func `the log-likelihood ratio is that of R`(
    _ count: Int, _ size: Int, _ otherCount: Int, _ otherSize: Int, _ expected: Double
  ) {
    let keyness = Keyness(count: count, of: size, otherCount: otherCount, of: otherSize)
    #expect(abs(keyness.g2 - expected) <= 1e-12 * expected)
    #expect(keyness.isOverused)
    let swapped = Keyness(count: otherCount, of: otherSize, otherCount: count, of: size)
    #expect(abs(swapped.g2 - expected) <= 1e-12 * expected)
    #expect(!swapped.isOverused)
  }

  @Test func `a term of equal share in both sets is no more typical of one`() {
    let keyness = Keyness(count: 3, of: 30, otherCount: 10, of: 100)
    #expect(keyness.g2 < 1e-12)
    #expect(!keyness.isOverused)
  }

  @Test func `an empty set tells nothing`() {
    #expect(Keyness(count: 0, of: 0, otherCount: 4, of: 9).g2 == 0)
  }
}
