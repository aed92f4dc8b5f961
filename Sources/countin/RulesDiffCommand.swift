import ArgumentParser
import EvaluationData
import Pipelines
import TextCoding

struct RulesDiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show which responses gain or lose which code when rules change, and by which rule.",
    discussion: """
      Holds two tagging-rules files against the responses of a pipeline. With one file, the rules \
      of the pipeline are the old ones. What people wrote is shown only with --show-text.
      """)

  @OptionGroup var arguments: RulesArguments

  @Argument(help: "The tagging-rules file, or the old one and the new one.")
  var files: [String]

  @Flag(help: "Show the words by which a code was given.")
  var showText = false

  @Flag(help: "Write a row for each change as CSV.")
  var csv = false

  func validate() throws {
    guard (1...2).contains(files.count) else {
      throw ValidationError("name the new rules file, or the old one and the new one")
    }
  }

  func run() async throws {
    let isSame = try await reporting {
      let data = try await arguments.one()
      let rules = try files.map { try data.rules(inFile: absolute($0), shown: $0) }
      let old = files.count == 2 ? rules[0] : (frame: data.frame, places: data.places)
      let new = rules[files.count - 1]
      let changes = try await difference(
        from: old.frame, to: new.frame, in: data.table, column: data.column, width: coreCount)
      let table = table(changes, data, old.places, new.places, old.frame, new.frame)
      if csv { table.writeCSV() } else { show(changes, table) }
      return changes.isEmpty
    }
    if !isSame { throw ExitCode(1) }
  }

  private func table(
    _ changes: [CodeChange], _ data: RulesData, _ old: RulePlaces, _ new: RulePlaces,
    _ oldFrame: CodeFrame, _ newFrame: CodeFrame
  ) -> TextTable {
    var columns: [TextTable.Column] = [
      .init(heading: "response", widest: 24), .init(heading: "change"),
      .init(heading: "code", widest: 24), .init(heading: "rule", widest: 40),
    ]
    if showText { columns.append(.init(heading: "words", widest: 30)) }
    var table = TextTable(columns)
    for change in changes {
      guard let match = change.matches.first else { continue }
      let places = change.isGained ? new : old
      var cells = [
        data.address(of: change.row), change.isGained ? "gains" : "loses", change.code.name,
        places.place(code: match.code, rule: match.rule),
      ]
      if showText { cells.append(words(match, data)) }
      table.append(cells)
    }
    return table
  }

  private func words(_ match: Match, _ data: RulesData) -> String {
    guard let cells = data.cells else { return "" }
    let text = Array(cells.texts.bytes[cells.texts.range(of: match.row)])
    return String(decoding: text[match.start..<match.end], as: UTF8.self)
  }

  private func show(_ changes: [CodeChange], _ table: TextTable) {
    guard !changes.isEmpty else { return print("no response gains or loses a code") }
    var names: [String] = []
    for change in changes where !names.contains(change.code.name) { names.append(change.code.name) }
    var counts = TextTable([
      .init(heading: "code", widest: 40), .init(heading: "gained", isNumber: true),
      .init(heading: "lost", isNumber: true),
    ])
    for name in names.sorted() {
      let own = changes.filter { $0.code.name == name }
      counts.append([
        name, "\(own.count { $0.isGained })", "\(own.count { !$0.isGained })",
      ])
    }
    print(counts.plain())
    print("")
    print(table.plain(first: 100))
    let responses = Set(changes.map(\.row)).count
    print("\n\(counted(changes.count, "change")) in \(counted(responses, "response"))")
  }
}
