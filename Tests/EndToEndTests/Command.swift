import Foundation
import Testing

/// What a program did.
struct Outcome {
  let exitCode: Int32
  let output: String
  let errors: String
}

/// The folder of the package, with the pipelines that it ships.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// The built `countin` beside the test program.
let countin = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
  .deletingLastPathComponent().appending(path: "countin")

/// Starts a program without waiting for it.
func start(
  _ program: URL, _ arguments: [String], in folder: URL, environment: [String: String] = [:],
  output: Any? = nil, errors: Any? = nil
) throws -> Process {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.currentDirectoryURL = folder
  var variables = ProcessInfo.processInfo.environment
  variables["COUNTIN_DATA"] = nil
  process.environment = variables.merging(environment) { _, new in new }
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = output ?? FileHandle.nullDevice
  process.standardError = errors ?? FileHandle.nullDevice
  try process.run()
  return process
}

/// Runs a program to its end.
func run(
  _ program: URL, _ arguments: [String], in folder: URL, environment: [String: String] = [:]
) throws -> Outcome {
  // Files, not pipes: nothing can fill up while nobody reads.
  let scratch = try TemporaryFolder()
  let output = scratch.url.appending(path: "output")
  let errors = scratch.url.appending(path: "errors")
  for file in [output, errors] { try Data().write(to: file) }
  let process = try start(
    program, arguments, in: folder, environment: environment,
    output: FileHandle(forWritingTo: output), errors: FileHandle(forWritingTo: errors))
  process.waitUntilExit()
  return Outcome(
    exitCode: process.terminationReason == .exit ? process.terminationStatus : -1,
    output: try String(contentsOf: output, encoding: .utf8),
    errors: try String(contentsOf: errors, encoding: .utf8))
}

/// Runs `countin` to its end.
func runCountIn(
  _ arguments: String..., in folder: URL, environment: [String: String] = [:]
) throws -> Outcome {
  try run(countin, arguments, in: folder, environment: environment)
}

/// A folder that goes when the test ends.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "countin-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// Every file below a folder, by its path, with its bytes.
func contents(of folder: URL) throws -> [String: Data] {
  var contents: [String: Data] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
    let url = folder.appending(path: path)
    let isFolder = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
    if !isFolder { contents[path] = try Data(contentsOf: url) }
  }
  return contents
}
