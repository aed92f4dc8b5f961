import Foundation

/// Writes the synthetic exports of the pipeline `local-diabetes-care`.
///
/// Usage: `demo-data [FOLDER] [--seed N]`. The same seed gives the same bytes on any machine.
func writeDemo(_ arguments: Arguments) throws {
  let programme = Programme(seed: arguments.seed)
  let folder = URL(fileURLWithPath: arguments.folder, isDirectory: true)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  for export in try programme.exports() {
    try export.bytes().write(to: folder.appendingPathComponent(export.name))
  }
}

func stop(_ message: String, code: Int32) -> Never {
  FileHandle.standardError.write(Data("demo-data: \(message)\n".utf8))
  exit(code)
}

do {
  try writeDemo(Arguments(ProcessInfo.processInfo.arguments.dropFirst()))
} catch let error as UsageError {
  stop(error.description, code: 64)
} catch let error as DemoError {
  stop(error.description, code: 70)
} catch {
  stop("cannot write: \(error)", code: 73)
}
