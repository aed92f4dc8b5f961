import EvaluationData

/// The files of the folder `decisions` beside the exports.
struct DecisionFolder {
  static let name = "decisions"

  /// Those that are read, relative to the data root.
  private(set) var files: [String] = []
  /// Those that are not, though somebody may take them for read.
  private(set) var unread: [Problem] = []

  /// What looks like a decision and is not read is told, in the folder and beside it.
  ///
  /// A file that only explains, such as `README.md`, is left in peace. Throws where it is the list
  /// of those who withdrew that is not read.
  init(in root: String, exports: [String]) throws(InputError) {
    for name in namesInFolder(root) {
      let path = "\(root)/\(name)"
      if name.lowercased() == DecisionFolder.name, isFolder(path) {
        try read(folder: name, in: root)
      } else if DecisionFolder.looksLikeDecisions(name), isFile(path), !exports.contains(name) {
        try tell(name, "decisions in the folder '\(DecisionFolder.name)' beside the exports")
      }
    }
  }

  private mutating func read(folder: String, in root: String) throws(InputError) {
    for name in namesInFolder("\(root)/\(folder)") where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if DecisionFile(named: name) != nil {
        files.append(path)
      } else if !name.lowercased().hasPrefix("readme") {
        try tell(path, "a file called \(DecisionFile.names)")
      }
    }
  }

  private mutating func tell(_ path: String, _ expected: String) throws(InputError) {
    if lastComponent(of: path).lowercased().hasPrefix("withdrawn") {
      throw .withdrawalsNotRead(file: path)
    }
    unread.append(
      Problem(
        .unreadFile, at: CellAddress(file: path, line: 0, column: nil), expected: expected))
  }

  /// Of words that exports have in their names, too, only those two are looked for.
  private static func looksLikeDecisions(_ name: String) -> Bool {
    ["withdrawn", "corrections"].contains { name.lowercased().hasPrefix($0) }
  }
}
