import Cleaning
import EvaluationData
import Foundation
import Pipelines
import Testing

/// A pipeline with one source whose columns a Table Schema describes.
struct DescribedPipeline {
  var schema: String
  var fileName = "a.schema.yaml"
  /// Further lines of the source's block under `schema`.
  var block = ""
  var tableSchema: String?
  /// A further source `b` with an id column `n`.
  var hasSecondSource = false

  private var pipeline: String {
    """
    title: T
    period: {start: 2024-01-01, end: 2024-12-31}
    sources:
      a: {title: A, files: a.csv}
    \(hasSecondSource ? "  b: {title: B, files: b.csv}" : "")
    schema:
      a:
        table_schema: \(tableSchema ?? fileName)
    \(block)
    \(hasSecondSource ? "  b: {columns: {n: {type: id}, m: {type: number}}}" : "")
    measures: {}
    """
  }

  func read() async throws -> Pipeline {
    let root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "countin-table-schema-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appending(path: "pipelines/p")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in [("pipeline.yaml", pipeline), (fileName, schema)] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return try await Pipeline(Workspace(argument: folder.path, currentFolder: root.path))
  }

  func columns() async throws -> [ColumnSchema] {
    try #require(await read().spec.sources.first).schema.columns
  }

  func errors() async -> String {
    do {
      _ = try await read()
      return ""
    } catch {
      return "\(error)"
    }
  }
}
