/// The number of letters to insert, remove, replace or swap with a neighbour to
/// turn one text into the other (optimal string alignment).
///
/// - Reference: Damerau (1964), doi:10.1145/363958.363994.
package func editDistance(_ first: String, _ second: String) -> Int {
  let (a, b) = (Array(first), Array(second))
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}

/// The known name that a mistyped one probably stands for; nil when none is near.
package func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let wanted = name.lowercased()
  var best: (name: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(wanted, candidate.lowercased())
    if distance < best?.distance ?? Int.max { best = (candidate, distance) }
  }
  // A name of which no letter is right was not mistyped.
  guard let best, best.distance <= max(1, name.count / 3),
    best.distance < max(name.count, best.name.count)
  else { return nil }
  return best.name
}
