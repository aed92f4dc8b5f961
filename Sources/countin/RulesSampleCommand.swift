import ArgumentParser
import Pipelines
import TextCoding

struct RulesSampleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw responses at random for people to code by hand, as a CSV sheet.",
    discussion: """
      The sheet has the response's id, its text and a column for each code: people put a 1 where \
      a code applies. It goes to the screen; `> sheet.csv` keeps it. What the rules say is left \
      out, so that it sways nobody. The sheet holds what people wrote: keep it as safe as the \
      exports.
      """)

  @OptionGroup var arguments: RulesArguments

  @Option(
    name: [.customShort("n"), .customLong("n", withSingleDash: false)],
    help: ArgumentHelp("How many responses are drawn.", valueName: "number"))
  var number = 100

  @Option(
    help: ArgumentHelp(
      "A category column; each of its levels gives its share of the sheet. May be repeated.",
      valueName: "column"))
  var strata: [String] = []

  @Option(help: "Draws the responses; the same seed draws the same.")
  var seed: UInt64 = 1

  func validate() throws {
    guard number > 0 else { throw ValidationError("--n must be 1 or more") }
  }

  func run() async throws {
    try await reporting {
      let data = try await arguments.one()
      let sheet = try CodingSheet(data, number: number, strata: strata, seed: seed)
      var table = TextTable(sheet.headings.map { TextTable.Column(heading: $0) })
      for row in sheet.rows { table.append(row) }
      table.writeCSV()
      for line in sheet.summary { printError(line) }
      leave()
    }
  }
}
