/// How often a coder overlooks a code or sees one that is not there.
private struct Slips {
  /// Of the comments that truly say it, the share that each coder overlooks.
  let overlooked: Double
  /// For every ten comments that truly say it, how many each coder adds elsewhere.
  let added: Double
}

private func slips(_ code: Code) -> Slips {
  switch code {
  case .travel, .expenses, .refreshments, .venue: Slips(overlooked: 0.09, added: 0.05)
  case .papers, .plainWords, .meetingOthers, .whoCanCome: Slips(overlooked: 0.12, added: 0.06)
  case .listenedTo, .learning, .fewVoices, .services: Slips(overlooked: 0.14, added: 0.08)
  case .influence, .hearingBack, .pace, .facilitation: Slips(overlooked: 0.18, added: 0.1)
  }
}

/// Comments that two imagined people coded, each with slips of their own.
func doubleCodingExport(_ responses: [Response], seed: UInt64) -> Export {
  var random = RandomSource(seed: seed, purpose: "double coding")
  let sample = drawSample(responses, &random)
  var coders: [[Set<Code>]] = [[], []]
  let truth = sample.map { Set($0.comment?.codes ?? []) }
  for coder in coders.indices {
    coders[coder] = coded(truth, &random)
  }
  let rows = sample.indices.map { row in
    [sample[row].id] + coders.map { joined($0[row]) }
  }
  return Export(
    name: "double-coded-comments.csv", dialect: .shared,
    header: ["Response ID", "Coder A", "Coder B"], rows: rows)
}

/// Drawn at random, then topped up until every code is there twelve times or used up.
private func drawSample(_ responses: [Response], _ random: inout RandomSource) -> [Response] {
  let shuffled = random.shuffled(responses.filter { $0.comment != nil })
  var isChosen = shuffled.indices.map { $0 < 96 }
  for code in Code.allCases {
    let having = shuffled.indices.filter {
      shuffled[$0].comment?.codes.contains(code) ?? false
    }
    let lacking = 12 - having.filter { isChosen[$0] }.count
    for row in having.filter({ !isChosen[$0] }).prefix(max(0, lacking)) { isChosen[row] = true }
  }
  let chosen = Set(shuffled.indices.filter { isChosen[$0] }.map { shuffled[$0].id })
  return responses.filter { chosen.contains($0.id) }
}

private func coded(_ truth: [Set<Code>], _ random: inout RandomSource) -> [Set<Code>] {
  var seen = truth
  for code in Code.allCases {
    let slips = slips(code)
    let having = random.shuffled(truth.indices.filter { truth[$0].contains(code) })
    let others = random.shuffled(truth.indices.filter { !truth[$0].contains(code) })
    let overlooked = Double(having.count) * slips.overlooked + random.uniform() * 0.9
    let added = Double(having.count) * slips.added + random.uniform() * 0.9
    for row in having.prefix(Int(overlooked)) { seen[row].remove(code) }
    for row in others.prefix(Int(added)) { seen[row].insert(code) }
  }
  return seen
}

private func joined(_ codes: Set<Code>) -> String {
  Code.allCases.filter { codes.contains($0) }.map(\.rawValue).joined(separator: "; ")
}
