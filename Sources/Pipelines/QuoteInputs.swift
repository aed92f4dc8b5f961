import Disclosing
import EvaluationData
import Loading

/// The quotes that the pipeline wants, chosen from the coded sources.
func quotes(
  _ spec: PipelineSpec, _ tables: [Table], _ coded: [CodedText], by decisions: Decisions,
  names: [String: [String]]
) -> Checked<ChosenQuotes> {
  chooseQuotes(
    from: QuoteInput(
      tables: tables, coded: coded,
      people: spec.sources.map { source in
        QuotePeople(
          source: source.name.name, person: source.roles[.person],
          consent: source.roles[.consentToQuote])
      }, decisions: decisions.quotes, names: names, threshold: spec.suppressBelow, seed: spec.seed),
    as: spec.quotes)
}

/// The names of each list, by its file.
func readNames(_ files: [InputFile], width: Int) async throws -> [String: [String]] {
  var names: [String: [String]] = [:]
  for file in files {
    let table = try await inspect(file, width: width).table
    guard let column = table.columns.first(where: { $0.name.lowercased() == "name" }) else {
      throw NameListError(file: file.path)
    }
    names[file.path] = (0..<table.rowCount).map { column[$0] }
  }
  return names
}

/// A list of names has no column of names.
package struct NameListError: Error, Sendable, CustomStringConvertible {
  let file: String

  package var description: String {
    "\(file): expected a column 'name'\nWrite name into the first line, above the names."
  }
}
