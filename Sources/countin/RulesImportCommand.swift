import ArgumentParser
import Pipelines

struct RulesImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a tagging-rules file of a code book of another program.",
    discussion: """
      Reads a REFI-QDA code book (.qdc) and writes a tagging-rules file with its codes, still \
      without rules, to the screen; `> tags.yaml` keeps it.
      """)

  @Argument(help: "The code book, a .qdc file.")
  var file: String

  func run() async throws {
    try await reporting {
      let book = try readQDC(file, shown: file)
      _ = writeOutput(Array(taggingRules(from: book, file: file).utf8).span)
    }
  }
}
