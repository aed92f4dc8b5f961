/// Draws with replacement of as many units as there are, by their numbers.
///
/// Each draw has a stream of the generator of its own, and takes two numbers from
/// each of its words: a bootstrap spends most of its time here.
struct IndexDraws {
  private let seed: UInt64
  private let count: UInt32
  /// Words below it would make some units more likely than others.
  ///
  /// - Reference: Lemire (2019), doi:10.1145/3230636.
  private let threshold: UInt32

  /// Throws when there are fewer than two units, or more than 32 bits can number.
  init(count: Int, seed: UInt64) throws(SampleError) {
    guard count >= 2 else { throw .tooFewObservations(required: 2, found: count) }
    guard let count = UInt32(exactly: count) else { throw .overflow }
    self.seed = seed
    self.count = count
    threshold = (0 &- count) % count
  }

  /// Replaces the numbers, one for each unit, by those of a draw.
  func fill(_ indices: inout [Int], draw: Int) {
    var place = 0
    var block: UInt64 = 0
    while place < indices.count {
      let words = Philox.words(counter: (block, UInt64(draw), 0, 0), key: (seed, 0))
      block += 1
      take(words.0, &indices, &place)
      take(words.1, &indices, &place)
      take(words.2, &indices, &place)
      take(words.3, &indices, &place)
    }
  }

  @inline(__always)
  private func take(_ word: UInt64, _ indices: inout [Int], _ place: inout Int) {
    for half in [UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32)] {
      let product = half.multipliedFullWidth(by: count)
      guard product.low >= threshold, place < indices.count else { continue }
      indices[place] = Int(product.high)
      place += 1
    }
  }
}
