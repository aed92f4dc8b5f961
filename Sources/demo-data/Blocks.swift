/// A paragraph of a text stock: a line of marks, then the words.
struct Block {
  let marks: [String]
  let lines: [String]
}

/// Parts a stock into its blocks: blank lines stand between them, the first line holds the marks.
func blocks(of stock: String, markSeparator: String) -> [Block] {
  var blocks: [Block] = []
  var lines: [String] = []
  func close() {
    guard let first = lines.first else { return }
    let marks = first.split(separator: markSeparator).map { String($0) }
    blocks.append(Block(marks: marks, lines: Array(lines.dropFirst())))
    lines = []
  }
  for line in stock.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.isEmpty { close() } else { lines.append(String(line)) }
  }
  close()
  return blocks
}
