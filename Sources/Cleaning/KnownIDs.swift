package import EvaluationData

/// The ids of people as the exports have them, to hold against ids that somebody typed.
package struct KnownIDs: Sendable {
  private var ids: Set<String> = []
  private var folded: Set<String> = []

  package init(in sources: [SourceTable], people: [PersonColumns]) {
    for source in sources {
      let names = people.filter { $0.source == source.name }.flatMap(\.columns)
      for column in names.compactMap(source.column) {
        column.forEachID { _, id in ids.insert(id) }
      }
    }
    folded = Set(ids.map(Self.folded))
  }

  package func contains(_ id: String) -> Bool { ids.contains(id.trimmingWhiteSpace) }

  /// Whether an id that is not known differs from one that is in nothing but capitals, spaces,
  /// signs and leading zeros.
  package func hasLike(_ id: String) -> Bool {
    let text = Self.folded(id)
    return !contains(id) && !text.isEmpty && folded.contains(text)
  }

  private static func folded(_ id: String) -> String {
    let letters = id.unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return String(String(String.UnicodeScalarView(letters)).lowercased().drop { $0 == "0" })
  }
}
