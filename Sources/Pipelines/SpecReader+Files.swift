import EvaluationData

extension SpecReader {
  /// The patterns of a source's files; the names in braces must be columns without a heading.
  mutating func filePatterns(_ files: SpecNode?, columns: SpecNode?) -> [FilePattern] {
    var patterns: [(node: SpecNode, pattern: FilePattern)] = []
    for node in files?.items ?? [] {
      do throws(FilePattern.Defect) {
        patterns.append((node, try FilePattern(node.text)))
      } catch {
        add(error.message, at: node, offset: error.offset)
      }
    }
    let names = Set(patterns.flatMap(\.pattern.captures).map(\.name))
    for (node, pattern) in patterns {
      for capture in pattern.captures { check(capture, of: node, columns) }
      for name in names.subtracting(pattern.captures.map(\.name)).sorted() {
        add("'\(pattern.text)' lacks '{\(name)}', which another pattern has", at: node)
      }
    }
    return patterns.map(\.pattern)
  }

  private mutating func check(
    _ capture: FilePattern.Capture, of node: SpecNode, _ columns: SpecNode?
  ) {
    guard let column = columns?[capture.name] else {
      let known = columns?.entries.map(\.key.text) ?? []
      let hint =
        nearestName(to: capture.name, among: known).map { "did you mean '{\($0)}'?" }
        ?? "add it under 'columns'"
      add("there is no column '\(capture.name)'; \(hint)", at: node, offset: capture.offset)
      return
    }
    if let type = column["type"], type.text == "multi-select" {
      add("a file name cannot hold several choices", at: type)
    }
    for key in ["header", "from_file"] {
      if let other = column[key] {
        add("the file name gives this column; remove '\(key)'", at: other)
      }
    }
  }
}
