import Foundation
import Pipelines

/// A workspace that goes when the test ends.
final class TemporaryWorkspace {
  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "countin-workspace-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func write(_ text: String, to path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// What a run of the pipeline `p` finds out.
  func evaluated(
    dataFolder: String? = nil, progress: Pipelines.Progress = .init { _ in }
  ) async throws -> Evaluation {
    let pipeline = try await Pipeline(
      Workspace(argument: root.appending(path: "pipelines/p").path, currentFolder: root.path))
    return try await evaluate(
      pipeline,
      RunSettings(dataFolder: dataFolder, asOf: nil, width: 2, environment: [:]),
      progress: progress)
  }
}
