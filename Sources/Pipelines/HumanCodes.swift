package import EvaluationData
import Measures
package import TextCoding

extension RulesData {
  /// What people gave to the responses, by the pipeline's `agreement`.
  ///
  /// Of codes on which coders differ those count that were settled to apply.
  package func codedByPeople(
    _ settings: RunSettings, attributes: [String]
  ) async throws -> CodedByPeople {
    for name in attributes where !categories.contains(name) {
      throw RulesDataError.noSuchColumn(name, source: source.name, known: categories)
    }
    guard let (codes, _) = try await peoplesCodes(settings).first else {
      throw RulesDataError.noHumanCodes(source: source.name)
    }
    return CodedByPeople(
      table: table, text: column, codes: codes.standardCodes(rows: table.rowCount),
      groups: groups, attributes: attributes)
  }

  /// By row what stays together in a split: a person's id, or else the row's place.
  private var groups: [String] {
    let person = pipeline.spec.source(source.name)?.roles[.person].flatMap { table.text($0) }
    return (0..<table.rowCount).map { row in
      person?[row].value.map { "person \($0)" } ?? address(of: row)
    }
  }

  /// What people gave to the responses, for each part of `agreement` that names the text, with
  /// what the rules give.
  func peoplesCodes(
    _ settings: RunSettings
  ) async throws -> [(people: PeoplesCodes, rules: CodedText)] {
    let specs = pipeline.spec.measures.agreement.filter { spec in
      spec.rules?.source == source.name && spec.rules?.text == column
    }
    guard !specs.isEmpty else { return [] }
    let coded = try await code(table, column: column, by: frame, width: settings.width)
    let input = MeasureInput(
      tables: tables, coded: [coded], asOf: settings.asOf ?? pipeline.spec.end,
      seed: pipeline.spec.seed, adjudications: adjudications)
    let people = Measures.codedByPeople(input, specs).value
    try stopIfNothingMatches(people)
    return people.map { ($0, coded) }
  }
}

/// Refuses codes of people of which none belongs to a response that is there.
func stopIfNothingMatches(_ codes: [PeoplesCodes]) throws(NothingMatches) {
  for part in codes where part.matchesNothing { throw NothingMatches(codes: part) }
}

/// What coders differ on, each response and code once; nil where no two coded the same text.
func disagreements(in codes: [PeoplesCodes]) -> [Disagreement]? {
  let several = codes.filter { $0.coders.count > 1 }
  guard !several.isEmpty else { return nil }
  var seen: Set<[String]> = []
  return several.flatMap(\.disagreements).filter {
    seen.insert([$0.source.name, $0.response, $0.code.name]).inserted
  }
}

/// People's codes are not those of these responses.
package struct NothingMatches: RefusedData, CustomStringConvertible {
  let codes: PeoplesCodes
  package var problems: [Problem] { [] }

  package var description: String {
    let columns = codes.ids.map { "'\($0.column ?? "")' in \($0.file)" }
    return """
      no row of people's codes belongs to a response of '\(codes.source.label)': expected its ids \
      under \(columns.joined(separator: ", "))
      \(codes.rowCount == 1 ? "1 row was" : "\(codes.rowCount) rows were") looked at. Check that \
      the coders had these exports, that `id` names the right columns, and that no spreadsheet has \
      changed the ids. Nothing was written.
      """
  }
}
