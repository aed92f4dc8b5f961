/// Draws with replacement of as many units as there are, by their numbers.
///
/// Each draw has a stream of the generator of its own. A bootstrap spends most of its time
/// here, so one word of the generator gives four numbers where there are few units, and two
/// where there are many.
struct IndexDraws: Sendable {
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
    var block: UInt64 = 0
    while place < indices.count {
      let words = words(draw, block)
      block += 1
      for word in [words.0, words.1, words.2, words.3] {
        var word = word
        for _ in 0..<(64 / width) where place < indices.count {
          let product = (word & mask) * count
          word >>= width
          guard product & mask >= threshold else { continue }
          indices[place] = Int(product >> width)
          place += 1
        }
      }
    }
  }

  /// The sum of the values of the units drawn; there must be one for each unit.
  func sum(of values: [Double], draw: Int) -> Double {
    let values = values.span
    precondition(values.count == Int(count))
    // Two sums, as an addition must wait for the one before it.
    var (one, other) = (0.0, 0.0)
    var rest = values.count
    var block: UInt64 = 0
    // Two blocks at a time, since the steps within one must wait for each other.
    while rest >= 32 {
      let (words, next) = (words(draw, block), words(draw, block + 1))
      block += 2
      add(words.0, &rest, values, &one, &other)
      add(words.1, &rest, values, &one, &other)
      add(words.2, &rest, values, &one, &other)
      add(words.3, &rest, values, &one, &other)
      add(next.0, &rest, values, &one, &other)
      add(next.1, &rest, values, &one, &other)
      add(next.2, &rest, values, &one, &other)
      add(next.3, &rest, values, &one, &other)
    }
    while rest > 0 {
      let words = words(draw, block)
      block += 1
      addLast(words.0, &rest, values, &one)
      addLast(words.1, &rest, values, &one)
      addLast(words.2, &rest, values, &one)
      addLast(words.3, &rest, values, &one)
    }
    return one + other
  }

  @inline(__always)
  private func words(_ draw: Int, _ block: UInt64) -> (UInt64, UInt64, UInt64, UInt64) {
    Philox.words(counter: (block, UInt64(draw), 0, 0), key: (seed, 0))
  }

  /// Adds the values of all numbers in a word.
  @inline(__always)
  private func add(
    _ word: UInt64, _ rest: inout Int, _ values: Span<Double>, _ one: inout Double,
    _ other: inout Double
  ) {
    var word = word
    for _ in 0..<(width == 16 ? 2 : 1) {
      let product = (word & mask) &* count
      let next = ((word &>> width) & mask) &* count
      // The numbers lie below the count by construction, so they need no check.
      if product & mask >= threshold {
        unsafe one += values[unchecked: Int(truncatingIfNeeded: product &>> width)]
        rest &-= 1
      }
      if next & mask >= threshold {
        unsafe other += values[unchecked: Int(truncatingIfNeeded: next &>> width)]
        rest &-= 1
      }
      word &>>= 32
    }
  }

  /// Adds the values of the numbers in a word while some are wanted.
  private func addLast(
    _ word: UInt64, _ rest: inout Int, _ values: Span<Double>, _ sum: inout Double
  ) {
    var word = word
    for _ in 0..<(64 / width) where rest > 0 {
      let product = (word & mask) * count
      word >>= width
      guard product & mask >= threshold else { continue }
      sum += values[Int(product >> width)]
      rest -= 1
    }
  }
}
