import EvaluationData
package import TextCoding

extension RulesData {
  /// Reads a tagging-rules file that could take the place of the pipeline's.
  package func rules(
    inFile path: String, shown: String
  ) throws -> (frame: CodeFrame, places: RulePlaces) {
    let text = try readSpecFile(path, shown: shown)
    let document = try SpecDocument(file: shown, text: text, grammar: taggingRulesGrammar)
    var reader = RulesReader(document: document)
    let frame = try reader.read()
    try checkConditions(of: document)
    return (frame, RulePlaces(document))
  }

  private func checkConditions(of document: SpecDocument) throws(InvalidSpec) {
    var errors: [SpecError] = []
    for (column, levels) in document.conditions {
      guard let known = table.category(column.text)?.levels.map(\.name) else {
        errors.append(
          document.error(
            "there is no category column '\(column.text)' in '\(source.name)'", at: column))
        continue
      }
      for level in levels.items where !known.contains(level.text) {
        errors.append(
          document.error("there is no level '\(level.text)' in '\(column.text)'", at: level))
      }
    }
    guard errors.isEmpty else { throw InvalidSpec(errors: errors) }
  }
}
