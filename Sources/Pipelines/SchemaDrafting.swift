package import Cleaning
package import EvaluationData
import Loading

/// Drafts a schema from what is in the files of a source.
package struct SchemaDrafting: Sendable {
  package let draft: SchemaDraft
  /// What was met in reading the files.
  package let problems: [Problem]
  /// The headings by which no column can be asked for, because two columns have them.
  let repeatedHeadings: [String]
  /// Whether there are columns without a heading.
  let hasNamelessColumns: Bool
  /// The survey tool that all files come from.
  let tool: SurveyTool?

  /// Reads the files as a run would read them, all columns of each.
  ///
  /// The order in which the files are named does not matter.
  package init(paths: [String], levelRows: Int, width: Int) async throws {
    var files: [InputFile] = []
    for path in Set(paths).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      do {
        files.append(try OpenFile(path).input(named: path))
      } catch {
        throw InputError.unreadable(file: path, reason: error.description)
      }
    }
    var headings = DraftedHeadings()
    var problems: [Problem] = []
    var tools: [SurveyTool?] = []
    for file in files {
      let inspected = try await inspect(file, width: width)
      if inspected.problems.contains(where: { $0.kind == .emptyFile }) {
        throw LoadError.empty(file: file.path)
      }
      guard inspected.file.form.headerRows > 0 else { throw SchemaDraftError(file: file.path) }
      headings.add(inspected.headings)
      tools.append(inspected.tool)
      problems += inspected.problems
    }
    let table = try await headings.load(files, width: width)
    draft = draftSchema(of: table, questions: headings.questions, levelRows: levelRows)
    tool = Set(tools).count == 1 ? tools.first ?? nil : nil
    self.problems = problems
    repeatedHeadings = headings.repeated
    hasNamelessColumns = headings.hasNameless
  }
}

/// Why no schema can be drafted from a file.
package struct SchemaDraftError: Error, Sendable, CustomStringConvertible {
  package let file: String

  package var description: String {
    """
    \(file): no-headings: expected a row of headings
    Add a row of headings above the rows; a schema describes columns by their headings.
    """
  }
}

/// The headings of all files, each once.
private struct DraftedHeadings {
  private var headings: [String] = []
  private var known: Set<String> = []
  private(set) var repeated: [String] = []
  private(set) var hasNameless = false
  /// The questions and parts that a survey tool tells of its headings.
  private(set) var questions: [String: HeadingParts] = [:]

  mutating func add(_ new: [Heading]) {
    // Where a file has a heading twice, only its first column's full name asks for that one.
    for heading in new where known.insert(foldedHeading(heading.certainName)).inserted {
      headings.append(heading.certainName)
      guard let question = heading.question, let part = heading.part else { continue }
      questions[heading.certainName] = HeadingParts(question: question, part: part)
    }
  }

  /// Loads the columns as a pipeline would ask for them; what it could not ask for is left out.
  mutating func load(_ files: [InputFile], width: Int) async throws(LoadError) -> SourceTable {
    while true {
      do throws(LoadError) {
        let table = try await Loading.load(files, as: request, width: width).value
        let found = table.columns.filter { $0.notAsked.count < files.count }
        hasNameless = found.count < headings.count
        return SourceTable(
          name: table.name, columns: found, addresses: table.addresses, files: table.files)
      } catch {
        let twice = error.headingsTwice
        guard twice.count == error.each.count, twice.contains(where: headings.contains) else {
          throw error
        }
        repeated += headings.filter(twice.contains)
        headings.removeAll(where: twice.contains)
      }
    }
  }

  private var request: LoadRequest {
    LoadRequest(
      source: "draft",
      columns: headings.map {
        RequestedColumn(name: $0, headers: [$0], isOptional: true, isMostlyUnique: false)
      })
  }
}

extension LoadError {
  /// The headings that more than one column of a file has.
  fileprivate var headingsTwice: [String] {
    each.compactMap { error in
      if case .columnTwice(_, _, let heading, _) = error { heading } else { nil }
    }
  }
}
