import ArgumentParser
import EvaluationData
import Pipelines

struct RulesErrorsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errors",
    abstract: "Show where rules and people differ, to learn from.",
    discussion: """
      False hits are responses to which the rules give a code and people do not, with the words \
      and the rule that gave it. Misses are those to which people give a code and the rules do \
      not. Where several people coded, what they agree on or settled counts. What people wrote is \
      shown on the screen: do not pass it on.
      """)

  @OptionGroup var arguments: RulesArguments

  @Option(help: "The name of one code; all when absent.")
  var code: String?

  @Flag(help: "Write CSV, with the whole texts.")
  var csv = false

  func run() async throws {
    try await reporting {
      let data = try await arguments.one()
      let errors = try await data.ruleErrors(arguments.arguments.settings, code: code)
      if csv { writeCSV(errors) } else { show(errors, data) }
      leave()
    }
  }

  private func writeCSV(_ errors: RuleErrorList) {
    var table = TextTable(
      ["kind", "code", "place", "response", "words", "rules", "text"]
        .map { TextTable.Column(heading: $0) })
    for entry in errors.entries {
      table.append([
        entry.isFalseHit ? "false-hit" : "miss", entry.code.name, entry.place, entry.response,
        entry.hits.map(\.words).joined(separator: "; "),
        entry.hits.map(\.rule).joined(separator: "; "), entry.text,
      ])
    }
    table.writeCSV()
  }

  private func show(_ errors: RuleErrorList, _ data: RulesData) {
    let counts = errors.counts
    let falseHits = counts.reduce(0) { $0 + $1.falseHits }
    let misses = counts.reduce(0) { $0 + $1.misses }
    print(
      "\(data.source.label): \(counted(errors.responses, "response")) coded by people; "
        + "\(counted(falseHits, "false hit")) and \(misses == 1 ? "1 miss" : "\(misses) misses")")
    for count in counts {
      print("\n\(count.code.label) (\(count.code.name))")
      let own = errors.entries.filter { $0.code == count.code }
      show(own.filter { $0.isFalseHit }, "given by the rules, not by people")
      show(own.filter { !$0.isFalseHit }, "given by people, not by the rules")
    }
  }

  private func show(_ entries: [RuleErrorList.Entry], _ title: String) {
    guard !entries.isEmpty else { return }
    print("  \(title): \(entries.count)")
    for entry in entries.prefix(most) {
      print("    \(entry.place)  \(oneLine(entry.text).cut(to: 160))")
      for hit in entry.hits { print("      '\(oneLine(hit.words))' by \(hit.rule)") }
    }
    if entries.count > most {
      print("    … and \(entries.count - most) more; --code and --csv list all")
    }
  }

  /// So many of one kind are read on a screen.
  private var most: Int { code == nil ? 5 : .max }
}
