import ArgumentParser
import Pipelines

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Describe the columns of exports.",
    subcommands: [SchemaDraftCommand.self])
}

struct SchemaDraftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Propose a schema from what is in the files of one source.",
    discussion: """
      Writes a frictionless Table Schema with comments to the screen; `> members.schema.yaml` \
      keeps it. Texts of answers are shown only where enough rows have them.
      """)

  @Argument(help: "The CSV files of one source.")
  var files: [String]

  @Flag(help: "Write JSON, without the comments.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "In how many rows an answer must stand for its text to be shown.", valueName: "rows"))
  var atLeast = 5

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("name one file or more") }
    guard atLeast > 0 else { throw ValidationError("--at-least must be 1 or more") }
  }

  func run() async throws {
    try await reporting {
      let drafting = try await SchemaDrafting(paths: files, levelRows: atLeast, width: coreCount)
      let text = json ? drafting.json : drafting.yaml
      _ = writeOutput(Array(text.utf8).span)
      for line in drafting.summary { printError(line) }
      leave()
    }
  }
}
