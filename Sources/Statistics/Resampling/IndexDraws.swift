/// Draws with replacement of as many units as there are, by their numbers.
///
/// Each draw has a stream of the generator of its own. A bootstrap spends most of its time
/// here, so one word of the generator gives four numbers where there are few units, and two
/// where there are many.
struct IndexDraws {
  private let seed: UInt64
  private let count: UInt64
  /// How many bits of a word make a number, and the largest that they can hold.
  private let width: UInt64
  private let mask: UInt64
  /// Rests below it would make some units more likely than others.
  ///
  /// - Reference: Lemire (2019), doi:10.1145/3230636.
  private let threshold: UInt64

  /// Throws when there are fewer than two units, or more than 32 bits can number.
  init(count: Int, seed: UInt64) throws(SampleError) {
    guard count >= 2 else { throw .tooFewObservations(required: 2, found: count) }
    guard count <= Int(UInt32.max) else { throw .overflow }
    self.seed = seed
    self.count = UInt64(count)
    width = count <= 4096 ? 16 : 32
    mask = (1 << width) - 1
    threshold = (mask + 1) % self.count
  }

  /// Replaces the numbers, one for each unit, by those of a draw.
  func fill(_ indices: inout [Int], draw: Int) {
    var place = 0
    forEach(ofDraw: draw) { index in
      indices[place] = index
      place += 1
    } _: { index in
      indices[place] = index
      place += 1
    }
  }

  /// The sum of the values of the units drawn.
  func sum(of values: [Double], draw: Int) -> Double {
    // Two sums, as an addition must wait for the one before it.
    var (one, other) = (0.0, 0.0)
    forEach(ofDraw: draw) { one += values[$0] } _: { other += values[$0] }
    return one + other
  }

  /// Hands over the numbers of a draw, one for each unit, to either function in turn.
  @inline(__always)
  private func forEach(ofDraw draw: Int, _ first: (Int) -> Void, _ second: (Int) -> Void) {
    var rest = Int(count)
    var block: UInt64 = 0
    while rest > 0 {
      let words = Philox.words(counter: (block, UInt64(draw), 0, 0), key: (seed, 0))
      block += 1
      if rest >= 16 {
        take(words.0, &rest, first, second)
        take(words.1, &rest, first, second)
        take(words.2, &rest, first, second)
        take(words.3, &rest, first, second)
      } else {
        // The last of a draw may need fewer numbers than a block holds.
        takeLast(words.0, &rest, first)
        takeLast(words.1, &rest, first)
        takeLast(words.2, &rest, first)
        takeLast(words.3, &rest, first)
      }
    }
  }

  @inline(__always)
  private func take(
    _ word: UInt64, _ rest: inout Int, _ first: (Int) -> Void, _ second: (Int) -> Void
  ) {
    var word = word
    for _ in 0..<(width == 16 ? 2 : 1) {
      let product = (word & mask) &* count
      let next = ((word &>> width) & mask) &* count
      if product & mask >= threshold {
        first(Int(truncatingIfNeeded: product &>> width))
        rest &-= 1
      }
      if next & mask >= threshold {
        second(Int(truncatingIfNeeded: next &>> width))
        rest &-= 1
      }
      word &>>= 32
    }
  }

  private func takeLast(_ word: UInt64, _ rest: inout Int, _ body: (Int) -> Void) {
    var word = word
    for _ in 0..<(64 / width) where rest > 0 {
      let product = (word & mask) * count
      word >>= width
      guard product & mask >= threshold else { continue }
      body(Int(product >> width))
      rest -= 1
    }
  }
}
