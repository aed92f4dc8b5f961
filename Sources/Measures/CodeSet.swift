/// Some of the codes, by their places.
///
/// There is one for each response and coder; the first 64 codes need no memory of their own.
struct CodeSet: Sendable, Hashable {
  private var first: UInt64 = 0
  /// The codes from 64 on; no zeros at the end, so that equal sets are alike.
  private var others: [UInt64] = []

  init() {}

  init(_ codes: some Sequence<Int>) {
    for code in codes { insert(code) }
  }

  var isEmpty: Bool { first == 0 && others.isEmpty }

  func contains(_ code: Int) -> Bool {
    if code < 64 { return first & 1 << UInt64(code) != 0 }
    let place = code / 64 - 1
    return place < others.count && others[place] & 1 << UInt64(code % 64) != 0
  }

  mutating func insert(_ code: Int) {
    if code < 64 {
      first |= 1 << UInt64(code)
    } else {
      let place = code / 64 - 1
      while others.count <= place { others.append(0) }
      others[place] |= 1 << UInt64(code % 64)
    }
  }

  mutating func formUnion(_ other: CodeSet) {
    first |= other.first
    while others.count < other.others.count { others.append(0) }
    for place in other.others.indices { others[place] |= other.others[place] }
  }
}
