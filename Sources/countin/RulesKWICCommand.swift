import ArgumentParser
import Pipelines
import TextCoding

struct RulesKWICCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kwic",
    abstract: "Show every place of a word or pattern in the responses, with the words around it.",
    discussion: """
      KWIC stands for keyword in context. The term is any pattern of the tagging rules, such as \
      "listen*" or "(too|very) far"; put it in quotation marks. It finds all spellings that the \
      rules file declares. What people wrote is shown on the \
      screen: do not pass it on.
      """)

  @OptionGroup var arguments: RulesArguments

  @Argument(help: "The word or pattern, in quotation marks.")
  var term: String

  @Option(help: "How many letters are shown in a line.")
  var width = 80

  @Flag(help: "Write CSV, with the whole text before and behind.")
  var csv = false

  func validate() throws {
    guard width >= 40 else { throw ValidationError("--width must be 40 or more") }
  }

  func run() async throws {
    try await reporting {
      let pattern: Pattern
      do throws(PatternError) {
        pattern = try Pattern(term)
      } catch {
        throw RulesDataError.badTerm(term, error)
      }
      var count = 0
      var responses = 0
      for data in try await arguments.all() {
        let lines = try await concordance(
          of: pattern.spelled(by: data.frame.spellings), in: data.table, column: data.column,
          width: coreCount)
        count += lines.count
        responses += Set(lines.map(\.row)).count
        if csv { writeCSV(lines, data) } else { show(lines, data) }
      }
      if !csv {
        print("\(counted(count, "place")) in \(counted(responses, "response"))")
      }
      leave()
    }
  }

  private func writeCSV(_ lines: [ConcordanceLine], _ data: RulesData) {
    var table = TextTable(
      ["place", "before", "match", "after"].map { TextTable.Column(heading: $0) })
    for line in lines {
      table.append([data.address(of: line.row), line.before, line.match, line.after])
    }
    table.writeCSV()
  }

  private func show(_ lines: [ConcordanceLine], _ data: RulesData) {
    let places = lines.map { data.address(of: $0.row) }
    let widestPlace = min(24, places.map(\.count).max() ?? 0)
    let widestMatch = min(24, lines.map { oneLine($0.match).count }.max() ?? 0)
    let context = max(8, (width - widestPlace - widestMatch - 6) / 2)
    for (line, place) in zip(lines, places) {
      let before = String(oneLine(line.before).suffix(context)).padded(before: context)
      let match = oneLine(line.match).cut(to: widestMatch).padded(to: widestMatch)
      var text =
        String(place.suffix(widestPlace)).padded(to: widestPlace) + "  \(before)  \(match)  "
        + String(oneLine(line.after).drop { $0 == " " }.prefix(context))
      while text.last == " " { text.removeLast() }
      print(text)
    }
  }
}
