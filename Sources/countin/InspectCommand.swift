import ArgumentParser
import Pipelines

struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show how CSV files are read, and why: encoding, separator, headings, problems.")

  @Argument(help: "The files.")
  var files: [String]

  @Flag(help: "Write JSON: one object for one file, a list for several.")
  var json = false

  func run() async throws {
    try await reporting {
      var shown: [String] = []
      for file in files {
        let inspection = try await Inspection(path: file, width: coreCount)
        shown.append(json ? inspection.json : inspection.text)
      }
      guard json, files.count > 1 else { return print(shown.joined(separator: "\n\n")) }
      print("[\n" + shown.joined(separator: ",\n") + "\n]")
    }
  }
}
