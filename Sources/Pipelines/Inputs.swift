import EvaluationData
import Loading

/// Why the exports cannot be read.
package enum InputError: Error, Sendable, Hashable, CustomStringConvertible {
  case noDataFolder(folder: String, hint: String?)
  case variableNotSet(variable: String, hint: String?)
  case missing(source: String, pattern: String, folder: String, hint: String?)
  case unreadable(file: String, reason: String)
  case changed(file: String)

  package var description: String {
    switch self {
    case .noDataFolder(let folder, let hint):
      "the data folder \(folder) is not there\n\(hint ?? "Make it and put the exports in it.")"
    case .variableNotSet(let variable, let hint):
      """
      the environment variable \(variable) is not set; it names the folder of the data
      \(hint ?? "Set it, or name the folder with --data.")
      """
    case .missing(let source, let pattern, let folder, let hint):
      """
      \(folder)/\(pattern): file-missing: expected a file for '\(source)'
      \(hint ?? "Put the export there, or change `files:` in the pipeline.")
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
    }
  }
}

/// The exports of a run, open and held, with what tells whether they change.
struct Inputs: Sendable {
  struct Source: Sendable {
    let name: String
    let files: [(path: String, file: OpenFile)]
  }

  let sources: [Source]
  /// What people decided about the data, if anything.
  let decisions: [(path: String, file: OpenFile)]

  init(
    _ pipeline: Pipeline, dataFolder: String?, environment: [String: String]
  ) throws(InputError) {
    let spec = pipeline.spec
    let root = try Inputs.root(pipeline, dataFolder: dataFolder, environment: environment)
    let shownRoot = pipeline.workspace.shown(root)
    guard isFolder(root) else {
      let hint = dataFolder == nil ? spec.dataHint : "Check the path that --data gives."
      throw .noDataFolder(folder: shownRoot, hint: hint)
    }
    var sources: [Source] = []
    for source in spec.sources {
      var opened: [(path: String, file: OpenFile)] = []
      for pattern in source.globs {
        let paths = files(in: root, matching: pattern)
        if paths.isEmpty {
          throw .missing(
            source: source.name.label, pattern: pattern, folder: shownRoot, hint: spec.dataHint)
        }
        for path in paths where !opened.contains(where: { $0.path == path }) {
          do {
            opened.append((path, try OpenFile("\(root)/\(path)")))
          } catch {
            throw .unreadable(file: "\(shownRoot)/\(path)", reason: error.description)
          }
        }
      }
      sources.append(Source(name: source.name.name, files: opened))
    }
    self.sources = sources
    var decisions: [(path: String, file: OpenFile)] = []
    for path in files(in: root, matching: "decisions/*.csv") {
      do {
        decisions.append((path, try OpenFile("\(root)/\(path)")))
      } catch {
        throw .unreadable(file: "\(shownRoot)/\(path)", reason: error.description)
      }
    }
    self.decisions = decisions
  }

  /// The exports and the decisions, each file once.
  private var allFiles: [(path: String, file: OpenFile)] {
    sources.flatMap(\.files) + decisions
  }

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
}
