package import TextCoding

/// The rules for one source's text, with their places; no data are read.
package struct RulesOfSource: Sendable {
  package let source: String
  package let frame: CodeFrame
  package let places: RulePlaces
}

extension Pipeline {
  package func rules(source: String?) throws -> [RulesOfSource] {
    guard !spec.coding.isEmpty else { throw RulesDataError.noCoding }
    let known = spec.coding.map(\.source)
    if let source, !known.contains(source) {
      throw RulesDataError.unknownSource(source, known: known)
    }
    return try spec.coding.filter { source == nil || $0.source == source }.map { coding in
      RulesOfSource(
        source: coding.source, frame: coding.frame,
        places: try RulePlaces(file: coding.rulesFile, of: self))
    }
  }
}
