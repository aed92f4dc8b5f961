import Cleaning
import Disclosing
import EvaluationData
import Loading

/// Why the exports cannot be read.
package enum InputError: Error, Sendable, Hashable, CustomStringConvertible {
  case noDataFolder(folder: String, hint: String?)
  case variableNotSet(variable: String, hint: String?)
  /// `like` is a file whose name differs in capitals only.
  case missing(source: String, pattern: String, folder: String, like: String?, hint: String?)
  case withdrawalsNotRead(file: String)
  case noNames(file: String)
  case unreadable(file: String, reason: String)
  case changed(file: String)
  case ambiguousName(file: String, pattern: String)

  package var description: String {
    switch self {
    case .noDataFolder(let folder, let hint):
      "the data folder \(folder) is not there\n\(hint ?? "Make it and put the exports in it.")"
    case .variableNotSet(let variable, let hint):
      """
      the environment variable \(variable) is not set; it names the folder of the data
      \(hint ?? "Set it, or name the folder with --data.")
      """
    case .missing(let source, let pattern, let folder, let like, let hint):
      """
      \(folder)/\(pattern): file-missing: expected a file for '\(source)'
      \(InputError.remedy(like: like) ?? hint ?? InputError.putItThere)
      """
    case .withdrawalsNotRead(let file):
      """
      \(file): not read, though its name says that people withdrew
      Save it as CSV in the folder `decisions` beside the exports, with a name that begins with \
      `withdrawn`. Until then nobody could be left out.
      """
    case .noNames(let file):
      """
      \(file): file-missing: expected the list of names that no quote may show
      Put it there, or change `redact_names:` in the pipeline.
      """
    case .unreadable(let file, let reason):
      """
      \(file): cannot be read: \(reason)
      Check that it is a file and that you may open it.
      """
    case .changed(let file):
      """
      \(file): changed while it was being read
      Wait until the export is finished, then run again. The earlier outputs are as they were.
      """
    case .ambiguousName(let file, let pattern):
      """
      \(file): ambiguous-name: expected a name that fits '\(pattern)' in one way only
      Rename the file so that what stands between the braces is in no part of the name itself, or \
      list the part as a level of its column.
      """
    }
  }
}

extension InputError {
  private static let putItThere = "Put the export there, or change `files:` in the pipeline."

  private static func remedy(like name: String?) -> String? {
    name.map {
      "There is '\($0)', whose name differs in capitals. Rename it, or change `files:` in the "
        + "pipeline."
    }
  }
}

/// The exports of a run, open and held, with what tells whether they change.
struct Inputs: Sendable {
  struct Source: Sendable {
    let name: String
    let files: [(path: String, file: OpenFile)]
    /// What the name of each file tells, by its path and the names in braces.
    let captures: [String: [String: String]]
  }

  let sources: [Source]
  /// What people decided about the data, if anything.
  let decisions: [(path: String, file: OpenFile)]
  /// Files that nobody reads, though their names look as if they were meant to be read.
  let unreadFiles: [Problem]
  /// The lists of names that no quote may show.
  let names: [(path: String, file: OpenFile)]

  /// Before people have coded, their sheets need not be there, where nothing is measured.
  init(
    _ pipeline: Pipeline, dataFolder: String?, environment: [String: String],
    needsSheets: Bool = true
  ) throws(InputError) {
    let spec = pipeline.spec
    let root = try Inputs.root(pipeline, dataFolder: dataFolder, environment: environment)
    let shownRoot = pipeline.workspace.shown(root)
    guard isFolder(root) else {
      let hint = dataFolder == nil ? spec.dataHint : "Check the path that --data gives."
      throw .noDataFolder(folder: shownRoot, hint: hint)
    }
    var sources: [Source] = []
    var differing: [(path: String, pattern: String)] = []
    for source in spec.sources {
      var opened: [(path: String, file: OpenFile)] = []
      var captures: [String: [String: String]] = [:]
      for pattern in source.patterns {
        let paths = files(in: root, matching: pattern.glob).filter { !pattern.cuts(of: $0).isEmpty }
        let alike = files(in: root, matching: pattern.glob, ignoringCase: true)
          .filter { isFile("\(root)/\($0)") && !paths.contains($0) }
        if paths.isEmpty {
          if source.isSheet, !needsSheets { continue }
          throw .missing(
            source: source.name.label, pattern: pattern.text, folder: shownRoot,
            like: alike.first,
            hint: source.isSheet ? Inputs.sheetHint(pipeline.name) : spec.dataHint)
        }
        differing += alike.map { ($0, pattern.text) }
        for path in paths where !opened.contains(where: { $0.path == path }) {
          guard let texts = source.captures(of: path, by: pattern) else {
            throw .ambiguousName(file: "\(shownRoot)/\(path)", pattern: pattern.text)
          }
          captures[path] = texts
          do {
            opened.append((path, try OpenFile("\(root)/\(path)")))
          } catch {
            throw .unreadable(file: "\(shownRoot)/\(path)", reason: error.description)
          }
        }
      }
      sources.append(Source(name: source.name.name, files: opened, captures: captures))
    }
    self.sources = sources
    names = try Inputs.nameFiles(spec, in: root, shown: shownRoot)
    let folder = try DecisionFolder(in: root, exports: sources.flatMap(\.files).map(\.path))
    let read = Set(sources.flatMap(\.files).map(\.path))
    unreadFiles =
      differing.filter { !read.contains($0.path) }.map { path, pattern in
        Problem(
          .unreadFile, at: CellAddress(file: path, line: 0, column: nil),
          expected: "a name that fits '\(pattern)' in its capitals, too")
      } + folder.unread
    var decisions: [(path: String, file: OpenFile)] = []
    for path in folder.files {
      do {
        decisions.append((path, try OpenFile("\(root)/\(path)")))
      } catch {
        throw .unreadable(file: "\(shownRoot)/\(path)", reason: error.description)
      }
    }
    self.decisions = decisions
  }

  private static func sheetHint(_ pipeline: String) -> String {
    """
    Draw a sheet with `countin rules sample \(pipeline)`, have people fill it in, and put it there \
    under a name like that.
    """
  }

  private static func nameFiles(
    _ spec: PipelineSpec, in root: String, shown: String
  ) throws(InputError) -> [(path: String, file: OpenFile)] {
    var names: [(path: String, file: OpenFile)] = []
    for path in Set(spec.quotes.compactMap(\.namesFile)).sorted() {
      guard exists("\(root)/\(path)") else {
        throw .noNames(file: "\(shown)/\(path)")
      }
      do {
        names.append((path, try OpenFile("\(root)/\(path)")))
      } catch {
        throw .unreadable(file: "\(shown)/\(path)", reason: error.description)
      }
    }
    return names
  }

  /// The exports, the decisions and the lists of names, each file once.
  private var allFiles: [(path: String, file: OpenFile)] {
    sources.flatMap(\.files) + decisions + names
  }

  var nameFiles: [InputFile] { names.map { $0.file.input(named: $0.path) } }

  var decisionFiles: [InputFile] { decisions.map { $0.file.input(named: $0.path) } }

  private static func root(
    _ pipeline: Pipeline, dataFolder: String?, environment: [String: String]
  ) throws(InputError) -> String {
    let spec = pipeline.spec
    var root = dataFolder ?? spec.dataRoot ?? "data/\(pipeline.name)"
    if dataFolder == nil, root.hasPrefix("$") {
      let name = String(root.dropFirst().prefix { $0 != "/" })
      guard let value = environment[name], !value.isEmpty else {
        throw .variableNotSet(variable: name, hint: spec.dataHint)
      }
      root = value + root.dropFirst(name.count + 1)
    }
    return root.hasPrefix("/") ? root : "\(pipeline.workspace.root)/\(root)"
  }

  /// The SHA-256 of every file, by its path; computed beside the rest of the run.
  func digests() throws -> [String: String] {
    var digests: [String: String] = [:]
    for (path, file) in allFiles where digests[path] == nil {
      do {
        digests[path] = try file.sha256()
      } catch {
        throw InputError.unreadable(file: path, reason: error.description)
      }
    }
    return digests
  }

  /// Refuses a run whose files are not what they were at its start.
  func checkUnchanged() throws(InputError) {
    for (path, file) in allFiles where !file.isUnchanged { throw .changed(file: path) }
  }

  func inputFiles(of source: String) -> [InputFile] {
    sources.first { $0.name == source }?.files.map { $0.file.input(named: $0.path) } ?? []
  }

  func captures(of source: String) -> [String: [String: String]] {
    sources.first { $0.name == source }?.captures ?? [:]
  }
}

extension PipelineSpec.Source {
  /// What a file's name tells; nil when the name may be cut in several ways.
  ///
  /// Where several ways fit, the one that gives known levels is meant.
  fileprivate func captures(of path: String, by pattern: FilePattern) -> [String: String]? {
    let cuts = pattern.cuts(of: path)
    guard cuts.count > 1 else { return cuts.first }
    let known = cuts.filter { cut in
      schema.columns.allSatisfy { column in
        cut[column.name.name].map { column.kind.mayBeLevel($0) } ?? true
      }
    }
    return known.count == 1 ? known.first : nil
  }
}

extension ColumnSchema.Kind {
  /// Whether a text is one of the levels, if there are any.
  fileprivate func mayBeLevel(_ text: String) -> Bool {
    guard case .category(let levels, let also) = self else { return true }
    let known = levels.flatMap { [$0.name, $0.label] } + also.keys
    return known.contains { foldedLevel($0) == foldedLevel(text) }
  }
}
