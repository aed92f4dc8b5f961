/// The tagging-rules files that an argument means: one file, or those that a pipeline codes by.
///
/// They are read and checked; their examples are not yet held against the rules.
package func rulesFiles(argument: String, currentFolder: String) throws -> [RulesFile] {
  let path = argument.hasPrefix("/") ? argument : "\(currentFolder)/\(argument)"
  if isFile(path), lastComponent(of: path) != "pipeline.yaml" {
    return [try RulesFile(file: argument, text: readSpecFile(path, shown: argument))]
  }
  let workspace = try Workspace(argument: argument, currentFolder: currentFolder)
  let folder = workspace.pipelineFolder
  let shown = workspace.shown(folder)
  let document = try SpecDocument(
    file: "\(shown)/pipeline.yaml",
    text: readSpecFile("\(folder)/pipeline.yaml", shown: "\(shown)/pipeline.yaml"),
    grammar: pipelineGrammar)
  var files: [RulesFile] = []
  for node in (document.root["coding"]?.items ?? []).compactMap({ $0["rules"] }) {
    let file = "\(shown)/\(node.text)"
    guard !files.contains(where: { $0.file == file }) else { continue }
    guard isFile("\(folder)/\(node.text)") else {
      throw InvalidSpec(errors: [
        document.error("there is no file '\(node.text)' in \(shown)", at: node)
      ])
    }
    files.append(
      try RulesFile(file: file, text: readSpecFile("\(folder)/\(node.text)", shown: file)))
  }
  guard !files.isEmpty else {
    throw InvalidSpec(errors: [
      SpecError(
        file: document.file, line: 0, column: 0, message: "has no 'coding' with rules", text: nil)
    ])
  }
  return files
}
