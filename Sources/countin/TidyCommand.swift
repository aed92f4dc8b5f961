import ArgumentParser
import Pipelines

struct TidyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tidy",
    abstract: "Write a CSV file as it is read to standard output, as plain UTF-8 with commas.",
    discussion: "What was left out or looks wrong is told on standard error.")

  @Argument(help: "The file.")
  var file: String

  func run() async throws {
    try await reporting {
      let inspection = try await Inspection(path: file, width: coreCount)
      for problem in inspection.problems.prefix(40) { printError("\(problem)") }
      if inspection.problems.count > 40 {
        printError("… and \(inspection.problems.count - 40) more problems")
      }
      inspection.tidied(writeOutput)
    }
  }
}
