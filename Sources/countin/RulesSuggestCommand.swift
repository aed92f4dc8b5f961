import ArgumentParser
import EvaluationData
import Pipelines
import Statistics

struct RulesSuggestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Draft tagging rules from the codes that people gave to responses.",
    discussion: """
      Looks for words, stems, phrases and short answers that are typical of each code (by the \
      log-likelihood ratio G²) and keeps those that give the code more reliably than not. It \
      learns from a share of the people only, and then tells how well the draft does on the \
      responses of the others, which it never saw. The draft goes to the screen; \
      `> draft.yaml` keeps it. Read it before use: it holds what people wrote, and words may be \
      names. The pipeline needs a block under `agreement:` with people's codes.
      """)

  @OptionGroup var arguments: RulesArguments

  @Option(help: "Draws who is kept back; the same seed gives the same draft.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("The share of people whose responses are kept back.", valueName: "share"))
  var keepBack = 0.2

  @Option(help: ArgumentHelp("Codes that were given less often get no rules.", valueName: "uses"))
  var leastUses = 10

  @Option(
    help: ArgumentHelp("Codes given less often do not enter the mean F1.", valueName: "uses"))
  var minimumUses = 25

  @Option(
    name: .customLong("when"),
    help: ArgumentHelp(
      "A category column by which rules may be limited, such as the question; may be repeated.",
      valueName: "column"))
  var conditions: [String] = []

  @Option(
    help: ArgumentHelp("Examples beside each code, as people wrote them.", valueName: "number"))
  var examples = 2

  @Flag(help: "Write how well the draft does as CSV, and no draft.")
  var csv = false

  func validate() throws {
    guard keepBack > 0, keepBack < 1 else {
      throw ValidationError("--keep-back must be a share above 0 and below 1, as 0.2")
    }
    guard leastUses >= 3 else { throw ValidationError("--least-uses must be 3 or more") }
    guard examples >= 0 else { throw ValidationError("--examples must be 0 or more") }
  }

  func run() async throws {
    try await reporting {
      let data = try await arguments.one()
      let people = try await data.codedByPeople(
        arguments.arguments.settings, attributes: conditions)
      let suggested = try await SuggestedRules(
        from: people,
        SuggestionSettings(
          seed: seed, keepBack: keepBack, leastUses: leastUses, examples: examples,
          width: coreCount))
      if csv {
        table(suggested).writeCSV()
      } else {
        _ = writeOutput(Array(suggested.yaml(title: data.source.label).utf8).span)
        show(suggested)
      }
      leave()
    }
  }

  /// On standard error, so that the draft alone goes into a file.
  private func show(_ suggested: SuggestedRules) {
    printError(table(suggested).plain())
    let (kept, codes) = suggested.meanF1(leastUses: minimumUses, kept: true)
    let (learned, _) = suggested.meanF1(leastUses: minimumUses, kept: false)
    printError(
      """

      learned from \(counted(suggested.learn.count, "response")), tried on \
      \(counted(suggested.keep.count, "response")) of other people (seed \(seed))
      mean F1 of the \(counted(codes, "code")) with at least \(minimumUses) uses: \
      \(twoDecimals(kept)) on those kept back, \(twoDecimals(learned)) on those learned from
      """)
    if let single = suggested.singleCode {
      printError(
        """
        one code for each response, as people gave: accuracy \(twoDecimals(single.accuracy)), \
        macro-F1 \(twoDecimals(single.macroF1)); the most frequent code for all: accuracy \
        \(twoDecimals(single.majority))
        """)
    }
  }

  private func table(_ suggested: SuggestedRules) -> TextTable {
    var table = TextTable([
      .init(heading: "code", widest: 30), .init(heading: "uses", isNumber: true),
      .init(heading: "F1 learned", isNumber: true), .init(heading: "kept back", isNumber: true),
      .init(heading: "precision", isNumber: true), .init(heading: "recall", isNumber: true),
      .init(heading: "F1", isNumber: true),
    ])
    for row in suggested.agreement where row.uses > 0 {
      table.append([
        row.code.name, "\(row.uses)", shown(row.learned?.f1), "\(row.keptUses)",
        shown(row.kept?.precision), shown(row.kept?.recall),
        row.hasRules ? shown(row.kept?.f1) : "no rules",
      ])
    }
    return table
  }

  private func shown(_ interval: Interval?) -> String {
    interval.map { twoDecimals($0.estimate) } ?? "–"
  }
}
