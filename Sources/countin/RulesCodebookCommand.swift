import ArgumentParser
import EvaluationData
import Pipelines
import Reporting

struct RulesCodebookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook",
    abstract: "Write the codes as a code book: what each means, with its examples.",
    discussion: """
      Markdown goes to the screen. With --output the end of the name says what is written: `.md` \
      for Markdown, `.xlsx` for a workbook, `.qdc` for NVivo, ATLAS.ti, MAXQDA and other programs \
      that read REFI-QDA code books. A file of that name is replaced.
      """)

  @Argument(help: "The pipeline whose codes are written, or a tagging-rules file.")
  var rules: String

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String?

  func validate() throws {
    guard let output, !["md", "xlsx", "qdc"].contains(where: { output.hasSuffix(".\($0)") }) else {
      return
    }
    throw ValidationError("--output must end in .md, .xlsx or .qdc")
  }

  func run() async throws {
    try await reporting {
      let files = try rulesFiles(argument: rules, currentFolder: currentFolder())
      guard let file = files.first, files.count == 1 else {
        throw ValidationError(
          "the pipeline has several tagging-rules files; name one: "
            + files.map(\.file).joined(separator: ", "))
      }
      let book = file.codeBook
      guard let output else {
        _ = writeOutput(Array(markdown(of: book).utf8).span)
        return
      }
      try replaceFile(output) { new throws(ReportError) in
        if output.hasSuffix(".xlsx") {
          try writeWorkbook(of: book, to: new, in: parentFolder(of: output))
        } else if output.hasSuffix(".qdc") {
          try writeText(qdc(of: book, origin: "CountIn \(countInVersion)"), to: new)
        } else {
          try writeText(markdown(of: book), to: new)
        }
      }
    }
  }
}

private func parentFolder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
