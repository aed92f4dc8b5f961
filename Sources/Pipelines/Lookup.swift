import Cleaning
package import EvaluationData
import Loading

/// Two columns of a CSV file beside the pipeline file: keys, and what they stand for.
package struct Lookup: Sendable {
  /// Its name in the folder of the pipeline.
  package let file: String
  package let table: Table

  /// The names of the columns of the table.
  static let key = "key"
  static let value = "value"
}

/// The CSV files of a pipeline's folder in which derived columns look up.
struct LookupFiles {
  /// By the file's name.
  private(set) var rows: [String: SourceTable] = [:]
  private(set) var specFiles: [Pipeline.SpecFile] = []

  /// Reads the files that the pipeline file names; those that are not there are passed over.
  init(_ document: SpecDocument, in folder: String, shown: String) async throws {
    let there = namesInFolder(folder)
    for node in document.lookupFiles where there.contains(node.text) && rows[node.text] == nil {
      let path = "\(shown)/\(node.text)"
      let file: OpenFile
      let inspected: InspectedFile
      do {
        file = try OpenFile("\(folder)/\(node.text)")
        inspected = try await inspect(file.input(named: path), width: 1)
      } catch {
        throw InvalidSpec(errors: [document.error("\(error)", at: node)])
      }
      let errors = inspected.problems.map { problem in
        SpecError(
          file: path, line: problem.address.line, column: 0,
          message: "\(problem.kind.rawValue): expected \(problem.expected)", text: nil)
      }
      guard errors.isEmpty else { throw InvalidSpec(errors: errors) }
      rows[node.text] = inspected.table
      specFiles.append(Pipeline.SpecFile(path: path, sha256: try file.sha256()))
    }
    specFiles.sort { $0.path < $1.path }
  }
}

extension SpecDocument {
  /// Where derived columns name their files.
  fileprivate var lookupFiles: [SpecNode] {
    (root["clean"]?["derived"]?.entries ?? []).flatMap(\.value.entries)
      .compactMap { $0.value["in"] }
  }
}

/// What a derived column takes from a CSV file.
enum LookupValueType: String, CaseIterable {
  case category
  case number
  case text
}

/// One thing that is wrong in a CSV file in which a column looks up.
struct LookupFault: Error {
  /// 0 speaks of the file as a whole.
  let line: Int
  let message: String
}

/// Picks the keys and values out of the rows of a file.
struct LookupReader {
  let file: String
  let rows: SourceTable
  let keys: SourceColumn
  let values: SourceColumn
  /// Whether case, punctuation and spaces between words do not count in keys.
  let folds: Bool

  /// More levels than these cannot be told apart.
  private static let mostLevels = 1000

  /// A table in which each key stands once.
  ///
  /// Throws when a key stands twice with different values: which is right is not for us to guess.
  func lookup(named name: String, _ type: LookupValueType) throws(LookupFault) -> Lookup {
    let kept = try keptRows()
    var reasons = MissingReasons()
    for _ in kept { reasons.append(nil) }
    let keyTexts = TextColumn(kept.map { keys[$0].trimmingWhiteSpace })
    let cells: Cells =
      switch type {
      case .category: .category(try categories(kept))
      case .number: .number(try numbers(kept))
      case .text: .text(texts(kept))
      }
    return Lookup(
      file: file,
      table: Table(
        name: Named(name, label: file),
        columns: [
          Column(
            name: Named(Lookup.key, label: keys.header),
            cells: .text(TextCells(texts: keyTexts, reasons: reasons))),
          Column(name: Named(Lookup.value, label: values.header), cells: cells),
        ], addresses: rows.addresses.keeping(kept), loadedRows: rows.rowCount))
  }

  private func keptRows() throws(LookupFault) -> [Int] {
    var first: [String: Int] = [:]
    var kept: [Int] = []
    for row in 0..<rows.rowCount {
      let text = keys[row].trimmingWhiteSpace
      let key = folds ? foldedLevel(text) : text
      if key.isEmpty { continue }
      guard let earlier = first[key] else {
        first[key] = row
        kept.append(row)
        continue
      }
      guard values[earlier].trimmingWhiteSpace == values[row].trimmingWhiteSpace else {
        throw LookupFault(
          line: line(row),
          message: "'\(text)' stands here with another '\(values.header)' than in line "
            + "\(line(earlier)); keep one of the two")
      }
    }
    guard !kept.isEmpty else {
      throw LookupFault(line: 0, message: "there is no text in the column '\(keys.header)'")
    }
    return kept
  }

  private func line(_ row: Int) -> Int { rows.addresses.line(of: row) }

  /// Each text is a level, in the order of the file; its name is its text as ids write it.
  private func categories(_ kept: [Int]) throws(LookupFault) -> CategoryColumn {
    var levels: [Named] = []
    var places: [String: Int] = [:]
    var names: Set<String> = []
    var codes: [Cell<Int>] = []
    for row in kept {
      let text = values[row].trimmingWhiteSpace
      let folded = foldedLevel(text)
      guard !folded.isEmpty else {
        codes.append(.missing(.skipped))
        continue
      }
      if places[folded] == nil {
        let slug = Named.slug(text)
        var name = slug
        var number = 2
        while !names.insert(name).inserted {
          name = "\(slug)-\(number)"
          number += 1
        }
        places[folded] = levels.count
        levels.append(Named(name, label: text))
      }
      codes.append(places[folded].map { .value($0) } ?? .missing(.skipped))
    }
    guard levels.count <= LookupReader.mostLevels else {
      throw LookupFault(
        line: 0,
        message: "the column '\(values.header)' has \(levels.count) different texts; at most "
          + "\(LookupReader.mostLevels) can be the levels of a category: write `type: text`")
    }
    var column = CategoryColumn(levels: levels)
    for code in codes { column.append(code) }
    return column
  }

  private func numbers(_ kept: [Int]) throws(LookupFault) -> NumberColumn {
    var column = NumberColumn()
    for row in kept {
      let text = values[row].trimmingWhiteSpace
      if text.isEmpty {
        column.append(.missing(.skipped))
      } else if let number = Double(text), number.isFinite {
        column.append(.value(number))
      } else {
        throw LookupFault(
          line: line(row),
          message: "the column '\(values.header)' must hold numbers in digits, such as 1204.5")
      }
    }
    return column
  }

  private func texts(_ kept: [Int]) -> TextCells {
    let trimmed = kept.map { values[$0].trimmingWhiteSpace }
    var reasons = MissingReasons()
    for text in trimmed { reasons.append(text.isEmpty ? .skipped : nil) }
    return TextCells(texts: TextColumn(trimmed), reasons: reasons)
  }
}
