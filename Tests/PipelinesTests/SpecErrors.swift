import Foundation
import Pipelines

/// What is wrong in a pipeline of these files, in a folder that goes when the test ends.
func specErrors(_ files: [String: String]) async throws -> String {
  let root = FileManager.default.temporaryDirectory
    .appending(path: "countin-spec-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: root) }
  let folder = root.appending(path: "pipelines/p")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
  do {
    _ = try await Pipeline(Workspace(argument: folder.path, currentFolder: root.path))
    return ""
  } catch {
    return "\(error)".split(separator: "\n").filter { $0.hasPrefix("pipelines/") }
      .joined(separator: "\n")
  }
}
