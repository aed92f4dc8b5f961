import EvaluationData

/// Takes out the matches of a response that longer ones overlap.
struct LongestMatches: ~Copyable {
  /// By byte of the response, from the first match on: how long the match is that has it.
  private var lengths = FlatList<Int32>()

  /// Keeps the longest first, and drops what shares letters with a longer one that was kept.
  ///
  /// Equally long ones do not drop each other. The matches are in order of their start.
  mutating func keep(in matches: inout [Match], from first: Int) {
    guard first < matches.count else { return }
    let start = matches[first].start
    let end = matches[first...].reduce(start) { max($0, $1.end) }
    lengths.removeAll()
    for _ in start..<end { lengths.append(0) }
    var isKept = [Bool](repeating: true, count: matches.count - first)
    let byLength = isKept.indices.sorted {
      let (one, other) = (matches[first + $0], matches[first + $1])
      return (other.end - other.start, $0) < (one.end - one.start, $1)
    }
    for index in byLength {
      let match = matches[first + index]
      let bytes = (match.start - start)..<(match.end - start)
      isKept[index] = bytes.allSatisfy { lengths[$0] <= Int32(bytes.count) }
      guard isKept[index] else { continue }
      // What is longer was here first, and its bytes are its own.
      for byte in bytes where lengths[byte] == 0 { lengths[byte] = Int32(bytes.count) }
    }
    var kept = first
    for index in first..<matches.count where isKept[index - first] {
      matches[kept] = matches[index]
      kept += 1
    }
    matches.removeLast(matches.count - kept)
  }
}
