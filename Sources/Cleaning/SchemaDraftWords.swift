import EvaluationData

// What is said of a drafted column, for people.

extension ColumnDrafting {
  /// What was seen: how many cells are filled, how many answers differ, from where to where.
  func seen(_ decision: Decision) -> String {
    let missingRows = decision.kind.isVerbatim ? texts.missing.reduce(0) { $0 + $1.rows } : 0
    let filled = texts.filled + missingRows
    let title = decision.kind.title
    if filled == 0 { return "\(title): none of \(counted(texts.asked, "cell")) is filled" }
    var parts = [
      filled == texts.asked
        ? "all \(texts.asked) cells are filled" : "\(filled) of \(texts.asked) cells are filled"
    ]
    if texts.isUnique, filled > 1 {
      parts.append("all different")
    } else if let different = decision.levels ?? texts.answers?.count {
      parts.append("\(different) different")
    } else {
      parts.append("more than 65000 different")
    }
    if let range = decision.range { parts.append(range) }
    return "\(title): \(parts.joined(separator: ", "))"
  }

  func share(_ rows: Int) -> String { "\(rows) of \(texts.filled) cells" }

  /// What is said of answers that are not shown.
  func hiddenChecks(_ tally: LevelTally) -> [String] {
    var checks: [String] = []
    let (seldom, withheld) = (tally.seldom, tally.withheld)
    if seldom.levels == 1 {
      checks.append(
        "1 more answer, in \(counted(seldom.rows, "cell")), is not shown: fewer than \(levelRows) "
          + "\(givers) have it. List it if it is meant; else it is reported.")
    } else if seldom.levels > 1 {
      checks.append(
        "\(seldom.levels) more answers, in \(counted(seldom.rows, "cell")), are not shown: fewer "
          + "than \(levelRows) \(givers) have each. List those that are meant; the others are reported."
      )
    }
    if withheld.levels > 0 {
      checks.append(
        "\(counted(withheld.levels, "more answer")), in \(counted(withheld.rows, "cell")), not "
          + "shown: long, or perhaps somebody's number or address. List what is meant.")
    }
    return checks
  }

  /// What is counted before an answer is shown.
  private var givers: String { hasPeople ? "people" : "rows" }

  /// What is asked about ids of which nearly all stand once.
  var repeatsCheck: [String] {
    guard !texts.isUnique, texts.filled == texts.asked, texts.lackingFiles.isEmpty,
      texts.different >= 0.8
    else { return [] }
    let repeats = texts.filled - Int((texts.different * Double(texts.filled)).rounded())
    return [
      "\(counted(repeats, "row")) with the id of an earlier row. If there should be one row for "
        + "each, write `primaryKey: [\u{2026}]` with the name at the end of this file: of repeated "
        + "rows the first is kept."
    ]
  }

  func strayRowsCheck(_ rows: Int, _ what: String) -> String {
    rows == 1
      ? "1 cell is neither \(what). It will be reported."
      : "\(rows) cells are neither \(what). They will be reported."
  }

  private func otherCellsCheck(_ readable: Int, _ what: String) -> [String] {
    let others = texts.filled - readable
    guard others > 0 else { return [] }
    return [
      others == 1
        ? "1 cell is no \(what). It will be reported."
        : "\(others) cells are no \(what)s. They will be reported."
    ]
  }

  func dateChecks(_ tally: DateTally, _ readable: Int) -> [String] {
    var checks = otherCellsCheck(readable, "date")
    if tally.serials > 0 {
      checks.append(
        "\(counted(tally.serials, "cell")) may be dates that a spreadsheet has made numbers of.")
    }
    if !tally.mixedFiles.isEmpty {
      checks.append(
        "Some dates have the day first, others the month: look at "
          + tally.mixedFiles.map(lastPathComponent).joined(separator: ", ") + ".")
    } else if tally.date.order != nil, !tally.undecidedFiles.isEmpty {
      checks.append(
        "Is the \(tally.date.order == .dayMonth ? "day" : "month") first in "
          + tally.undecidedFiles.map(lastPathComponent).joined(separator: ", ")
          + ", too? The dates there can be read in two ways.")
    } else if !tally.undecidedFiles.isEmpty {
      checks.append(
        "All dates can be read in two ways. Write `format: \"%d/%m/%Y\"` if the day comes first, "
          + "`format: \"%m/%d/%Y\"` if the month does.")
    }
    return checks
  }

  func numberChecks(
    _ tally: NumberTally, _ readable: Int, _ evidence: [NumberEvidence]
  ) -> [String] {
    var checks = otherCellsCheck(readable, "number")
    if let code = tally.missingCode {
      checks.append(
        "Does \(code.shortest) stand for no answer? Then add \"\(code.shortest)\" to "
          + "`missingValues`.")
    }
    if evidence.contains(where: { $0.verdict == .mixed })
      || Set(evidence.map(\.verdict)).isSuperset(of: [.decimal(.point), .decimal(.comma)])
    {
      checks.append("Some numbers have a point before decimals, others a comma.")
    }
    guard tally.number.isWhole, let few = tally.few, few.count > 1, few.count <= 11,
      tally.smallest >= 0, tally.largest <= 10
    else { return checks }
    let isExact = tally.rowsOfSmallest >= levelRows && tally.rowsOfLargest >= levelRows
    let bounds =
      isExact
      ? "minimum: \(tally.smallest.shortest), maximum: \(tally.largest.shortest)"
      : "minimum: …, maximum: …"
    checks.append(
      "Is it a scale? Then add its ends: `constraints: {\(bounds)}`. If the numbers stand for "
        + "words, make it a category.")
    return checks
  }

  var damageChecks: [String] {
    guard texts.damaged > 0 else { return [] }
    return [
      "\(counted(texts.damaged, "cell")) hold an error of a spreadsheet, such as #N/A or #REF!."
    ]
  }
}

/// A number with its noun, as in "1 cell" and "2 cells".
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

private func lastPathComponent(_ path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

extension DraftTexts {
  /// A schema that knows the usual texts for no answer and nothing else.
  var plainSchema: ColumnSchema {
    ColumnSchema(
      name: Named(column.name), header: column.header, kind: .id, isRequired: false,
      missingTexts: ColumnSchema.usualMissingTexts)
  }
}

extension DraftedKind {
  /// Whether the texts are kept as they stand.
  var isVerbatim: Bool {
    switch self {
    case .freeText, .text, .nothing, .personal: true
    default: false
    }
  }

  /// What it is, at the head of a sentence.
  package var title: String {
    switch self {
    case .nothing: "Empty"
    case .freeText: "Free text"
    case .text: "Text"
    case .personal(let personal): personal.title
    case .id: "An id"
    case .category: "A category"
    case .boolean: "Yes or no"
    case .number(let number): number.isWhole ? "A whole number" : "A number"
    case .year: "A year"
    case .date(let date): date.hasTime ? "A date with a time" : "A date"
    case .postcode: "A postcode"
    case .nhsNumber: "An NHS number"
    case .localAuthority: "A local authority"
    case .choices: "Several answers in a cell"
    }
  }
}

extension PersonalData {
  fileprivate var title: String {
    switch self {
    case .name: "Names of people"
    case .staff: "Perhaps names of staff"
    case .email: "E-mail addresses"
    case .phone: "Phone numbers"
    case .address: "Addresses"
    case .birth: "Births"
    case .position: "Places on the map"
    case .internetAddress: "Internet addresses"
    }
  }
}
