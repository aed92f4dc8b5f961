import EvaluationData
import Measures
package import TextCoding

extension RulesData {
  /// What people gave to the responses, by the pipeline's `agreement`.
  ///
  /// Where people's codes are in a source of their own, rows are brought together by their ids.
  package func codedByPeople(
    _ settings: RunSettings, attributes: [String]
  ) async throws -> CodedByPeople {
    for name in attributes where !categories.contains(name) {
      throw RulesDataError.noSuchColumn(name, source: source.name, known: categories)
    }
    for spec in pipeline.spec.measures.agreement {
      guard case .rules(source.name, column) = spec.first,
        case .people(let other, let codes) = spec.second
      else { continue }
      let given =
        other == source.name
        ? table.choices(codes)
        : try await pipeline.choices(codes, of: other, spec, for: table, settings)
      guard let given else { continue }
      return CodedByPeople(
        table: table, text: column, codes: given, groups: groups, attributes: attributes)
    }
    throw RulesDataError.noHumanCodes(source: source.name)
  }

  /// By row what stays together in a split: a person's id, or else the row's place.
  private var groups: [String] {
    let person = pipeline.spec.source(source.name)?.roles[.person].flatMap { table.text($0) }
    return (0..<table.rowCount).map { row in
      person?[row].value.map { "person \($0)" } ?? address(of: row)
    }
  }
}

extension Pipeline {
  fileprivate func choices(
    _ column: String, of source: String, _ spec: AgreementSpec, for table: Table,
    _ settings: RunSettings
  ) async throws -> ChoiceColumn? {
    let tables = try await tables(settings)
    guard let other = tables.first(where: { $0.name.name == source }),
      let codes = other.choices(column), let ids = spec.firstID.flatMap({ table.text($0) }),
      let otherIDs = spec.secondID.flatMap({ other.text($0) })
    else { return nil }
    var rows: [String: Int] = [:]
    for row in 0..<otherIDs.count {
      if let id = otherIDs[row].value, rows[id] == nil { rows[id] = row }
    }
    var joined = ChoiceColumn(choices: codes.choices)
    for row in 0..<table.rowCount {
      guard let place = ids[row].value.flatMap({ rows[$0] }) else {
        joined.append(
          [UInt64](repeating: 0, count: codes.wordsPerRow), missing: .notAsked)
        continue
      }
      let words = (0..<codes.wordsPerRow).map { codes.words[place * codes.wordsPerRow + $0] }
      joined.append(words, missing: codes.missingReason(place))
    }
    return joined
  }
}
