import Foundation
import Reporting

/// A folder of its own for one test, gone afterwards.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "countin-reporting-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func folder(_ name: String) throws -> String {
    let folder = "\(path)/\(name)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }
}

/// What a program printed; the test fails in so many words where the program is missing.
func output(of program: String, _ arguments: [String]) throws -> (text: String, status: Int32) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  let text = String(decoding: data, as: UTF8.self)
  if process.terminationStatus == 127 { throw MissingMeans(what: program) }
  return (text, process.terminationStatus)
}

/// A test cannot be made on this machine; that is a failure, not a pass.
struct MissingMeans: Error, CustomStringConvertible {
  let what: String
  var description: String { "this test needs \(what), which is not to be had here" }
}

/// All files below a folder with their bytes, by path.
func contents(of folder: String) throws -> [String: Data] {
  var files: [String: Data] = [:]
  let walker = FileManager.default.enumerator(atPath: folder)
  while let name = walker?.nextObject() as? String {
    var isFolder: ObjCBool = false
    let path = "\(folder)/\(name)"
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      !isFolder.boolValue
    else { continue }
    files[name] = try Data(contentsOf: URL(fileURLWithPath: path))
  }
  return files
}

/// One part of a workbook.
func part(_ name: String, of workbook: String) throws -> String {
  let (text, status) = try output(of: "unzip", ["-p", workbook, name])
  guard status == 0 else { throw MissingMeans(what: "the part \(name) in \(workbook)") }
  return text
}
