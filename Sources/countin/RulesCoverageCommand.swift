import ArgumentParser
import EvaluationData
import Pipelines
import TextCoding

struct RulesCoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Show which rules find nothing or too much, and what no rule finds.",
    discussion: """
      Lists patterns that find nothing, patterns that find a large share of all responses, \
      patterns that find only what others of their code find too, codes that never come without \
      another, and the words that are typical of responses without a code: places to look for \
      rules that are missing. Words are in order of the log-likelihood ratio G².
      """)

  @OptionGroup var arguments: RulesArguments

  @Option(
    help: ArgumentHelp(
      "Patterns that find more than this share of all responses are listed, as 0.1.",
      valueName: "share"))
  var broad = 0.1

  @Flag(help: "Write what every pattern finds as CSV.")
  var csv = false

  func validate() throws {
    guard (0...1).contains(broad) else {
      throw ValidationError("--broad must be a share from 0 to 1, as 0.1")
    }
  }

  func run() async throws {
    try await reporting {
      for data in try await arguments.all() {
        let coverage = try await coverage(
          of: data.frame, in: data.table, column: data.column, width: coreCount)
        if csv { writeCSV(coverage, data) } else { show(coverage, data) }
      }
      leave()
    }
  }

  private func writeCSV(_ coverage: RuleCoverage, _ data: RulesData) {
    var table = TextTable(
      ["place", "code", "rule", "pattern", "matches", "responses", "alone", "base"]
        .map { TextTable.Column(heading: $0) })
    for use in coverage.patterns {
      table.append([
        data.places.place(of: use.place), data.frame.codes[use.place.code].name.name,
        "\(use.place.rule + 1)", use.pattern, "\(use.matches)", "\(use.responses)",
        "\(use.alone)", "\(coverage.base)",
      ])
    }
    table.writeCSV()
  }

  private func show(_ coverage: RuleCoverage, _ data: RulesData) {
    let coded = coverage.base - coverage.uncoded
    print(
      "\(data.source.label): \(coded) of \(counted(coverage.base, "response")) have a code; "
        + "\(coverage.uncoded) have none (\(percentage(coverage.uncoded, of: coverage.base)))")
    print("Lines are those of \(data.places.file).")
    show("Patterns that find nothing", coverage.unused, coverage, data)
    show(
      "Patterns that find more than \(percentage(Int(broad * 1000), of: 1000)) of the responses",
      coverage.broad(above: broad), coverage, data)
    show(
      "Patterns that find only what others of their code find too", coverage.redundant, coverage,
      data)
    showTogether(coverage, data)
    showWords(coverage)
  }

  private func show(
    _ title: String, _ uses: [PatternUse], _ coverage: RuleCoverage, _ data: RulesData
  ) {
    print("\n\(title): \(uses.isEmpty ? "none" : "\(uses.count)")")
    guard !uses.isEmpty else { return }
    var table = TextTable([
      .init(heading: "line", isNumber: true), .init(heading: "code", widest: 24),
      .init(heading: "pattern", widest: 26), .init(heading: "responses", isNumber: true),
      .init(heading: "share", isNumber: true), .init(heading: "alone", isNumber: true),
    ])
    for use in uses {
      table.append([
        line(of: use, data), data.frame.codes[use.place.code].name.name, use.pattern,
        "\(use.responses)", percentage(use.responses, of: coverage.base), "\(use.alone)",
      ])
    }
    print(table.plain(first: 40))
  }

  private func line(of use: PatternUse, _ data: RulesData) -> String {
    data.places.place(of: use.place).split(separator: ":").last.map(String.init) ?? ""
  }

  private func showTogether(_ coverage: RuleCoverage, _ data: RulesData) {
    let pairs = coverage.together
    print("\nCodes that never come without another: \(pairs.isEmpty ? "none" : "\(pairs.count)")")
    for pair in pairs {
      let names = [pair.code, pair.other].map { data.frame.codes[$0].name.name }
      print(
        "  \(names[0]) (\(counted(pair.responses, "response"))) only with \(names[1]) "
          + "(\(pair.otherResponses))")
    }
  }

  private func showWords(_ coverage: RuleCoverage) {
    let words = coverage.uncodedWords
    print(
      "\nWords typical of responses without a code: \(words.isEmpty ? "none" : "\(words.count)")")
    guard !words.isEmpty else { return }
    var table = TextTable([
      .init(heading: "word", widest: 30), .init(heading: "without a code", isNumber: true),
      .init(heading: "with a code", isNumber: true), .init(heading: "G²", isNumber: true),
    ])
    for word in words.prefix(25) {
      table.append([
        word.word, "\(word.keyness.count)", "\(word.keyness.otherCount)",
        oneDecimal(word.keyness.g2),
      ])
    }
    print(table.plain())
  }
}

/// A number with one decimal.
func oneDecimal(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
