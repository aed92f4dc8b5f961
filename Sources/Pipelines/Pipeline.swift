/// A pipeline that was found and whose files are valid.
package struct Pipeline: Sendable {
  package let workspace: Workspace
  package let spec: PipelineSpec
  /// The pipeline file and the rules files, with their digests, as they were read.
  package let specFiles: [SpecFile]

  package var name: String { workspace.pipeline }

  package struct SpecFile: Sendable, Hashable {
    /// Relative to the workspace.
    package let path: String
    package let sha256: String
  }

  /// Reads and checks the files of a pipeline; no data is looked at.
  package init(_ workspace: Workspace) async throws {
    self.workspace = workspace
    let path = "\(workspace.pipelineFolder)/pipeline.yaml"
    var specFiles: [SpecFile] = []
    let shownFolder = workspace.shown(workspace.pipelineFolder)
    let text = try readSpecFile(path, shown: "\(shownFolder)/pipeline.yaml")
    specFiles.append(SpecFile(path: "\(shownFolder)/pipeline.yaml", sha256: digest(of: text)))
    let document = try SpecDocument(
      file: "\(shownFolder)/pipeline.yaml", text: text, grammar: pipelineGrammar)
    var texts: [String: String] = [:]
    for name in namesInFolder(workspace.pipelineFolder)
    where name.hasSuffix(".yaml") || name.hasSuffix(".json") {
      texts[name] = try readSpecFile(
        "\(workspace.pipelineFolder)/\(name)", shown: "\(shownFolder)/\(name)")
    }
    var reader = SpecReader(document: document, folder: shownFolder) { texts[$0] }
    let lookups = try await LookupFiles(document, in: workspace.pipelineFolder, shown: shownFolder)
    reader.lookupRows = lookups.rows
    spec = try reader.read()
    for file in Set(spec.coding.map(\.rulesFile) + spec.tableSchemaFiles).sorted() {
      specFiles.append(
        SpecFile(path: "\(shownFolder)/\(file)", sha256: digest(of: texts[file] ?? "")))
    }
    self.specFiles = specFiles + lookups.specFiles
  }
}

func readSpecFile(_ path: String, shown: String) throws(InvalidSpec) -> String {
  do {
    let bytes = try OpenFile(path).bytes()
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InvalidSpec(errors: [
        SpecError(
          file: shown, line: 0, column: 0, message: "is not UTF-8; save it as UTF-8", text: nil)
      ])
    }
    return text
  } catch let error as InvalidSpec {
    throw error
  } catch {
    throw InvalidSpec(errors: [
      SpecError(
        file: shown, line: 0, column: 0, message: "cannot be read: \(error)", text: nil)
    ])
  }
}

private func digest(of text: String) -> String {
  var hash = SHA256()
  var copy = text
  copy.withUTF8 { bytes in unsafe hash.update(UnsafeRawBufferPointer(bytes)) }
  return hash.finish()
}

extension Pipeline {
  /// A path as messages show it: relative to the workspace where it lies in it.
  package func shown(_ path: String) -> String { workspace.shown(path) }
}
