import Cleaning
import EvaluationData
import Measures
import TextCoding

/// A sheet of responses for people to code, a row each.
package struct CodingSheet: Sendable {
  package let headings: [String]
  package let rows: [[String]]
  /// What was drawn, for people.
  package let summary: [String]

  package init(
    _ data: RulesData, number: Int, strata columns: [String], seed: UInt64
  ) throws(RulesDataError) {
    for name in columns where data.table.category(name) == nil {
      throw .noSuchColumn(name, source: data.source.name, known: data.categories)
    }
    let strata = drawSample(
      of: number, from: data.table, column: data.column, strata: columns, seed: seed)
    let id = data.idColumn
    let codes = data.frame.codes.map(\.name.name)
    // Without it nobody could tell a response without a code from one not yet read.
    let none = codes.contains(AgreementSpec.noCode) ? [] : [AgreementSpec.noCode]
    headings = [id?.name.name ?? SheetColumn.response, data.column] + codes + none
    // In an order of its own: the strata must not show.
    let drawn = strata.flatMap(\.rows).sorted {
      (seededUniform("\($0)", seed: seed), $0) < (seededUniform("\($1)", seed: seed), $1)
    }
    rows = drawn.map { row in
      let place: String
      if case .text(let ids) = id?.cells {
        place = ids[row].value ?? ""
      } else {
        place = data.address(of: row)
      }
      return [place, data.cells?[row].value ?? ""] + (codes + none).map { _ in "" }
    }
    var lines = [
      "\(drawn.count) of \(strata.reduce(0) { $0 + $1.size }) responses drawn (seed \(seed))"
    ]
    if !columns.isEmpty {
      lines += strata.map { stratum in
        "  \(stratum.levels.joined(separator: ", ")): \(stratum.rows.count) of \(stratum.size)"
      }
    }
    summary = lines
  }
}

extension RulesData {
  var categories: [String] {
    table.columns.filter { if case .category = $0.cells { true } else { false } }.map(\.name.name)
  }

  /// The column whose ids tell the rows apart, where there is one.
  fileprivate var idColumn: Column? {
    let key = pipeline.spec.source(source.name)?.schema.key ?? []
    guard key.count == 1, table.text(key[0]) != nil else { return nil }
    return table.column(key[0])
  }
}
