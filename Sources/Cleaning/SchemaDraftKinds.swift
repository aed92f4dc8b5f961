import EvaluationData

/// Decides what one column holds, by reading it as cleaning would.
struct ColumnDrafting {
  let texts: DraftTexts
  let heading: HeadingWords
  let levelRows: Int
  /// Whether people are told from rows.
  var hasPeople = false
  /// Whether another column has the other number of a place on the map.
  var isHalfOfPosition = false

  /// The share of the answers that must be readable for a column to be of a type.
  static let readable = 0.9

  func column(named name: String) -> DraftedColumn {
    let drafted = decision
    // Free text is kept as it stands: "not sure" may be all that somebody wrote.
    let isVerbatim = drafted.kind.isVerbatim
    let missingRows = isVerbatim ? texts.missing.reduce(0) { $0 + $1.rows } : 0
    return DraftedColumn(
      name: name, heading: texts.column.header, kind: drafted.kind, asked: texts.asked,
      filled: texts.filled + missingRows, isUnique: texts.isUnique && missingRows == 0,
      missing: isVerbatim ? [] : texts.missing, lackingFiles: texts.lackingFiles,
      seen: seen(drafted), reason: drafted.reason, checks: drafted.checks + damageChecks,
      parts: texts.parts, sign: ChoiceSign(texts, drafted.kind), isSparse: drafted.isSparse)
  }

  /// A kind with the reason for it.
  struct Decision {
    let kind: DraftedKind
    let reason: String
    /// From where to where the values go, in words.
    var range: String?
    /// How many answers there are, spellings of one counted once; nil when all are counted.
    var levels: Int?
    var checks: [String] = []
    /// Whether there are few answers, but too few rows with each of them to show it.
    var isSparse = false
  }

  private var decision: Decision {
    if texts.filled == 0 { return empty }
    if texts.repeatsHeading, let answers = texts.answers {
      // What the heading says may be shown, however few chose it.
      return Decision(
        kind: .category(LevelTally(answers, levelRows: 1).shown),
        reason: "the only answer is the choice that the heading names")
    }
    return booleans ?? personalByForm ?? dates ?? codes ?? ids ?? numbers ?? personalByHeading
      ?? areas ?? listed ?? prose
  }

  private var empty: Decision {
    let reason = "no cell is filled, so that nothing tells its type"
    if let personal = heading.personalData {
      return Decision(
        kind: .personal(personal), reason: "no cell is filled, and the heading speaks of people",
        checks: [ColumnDrafting.leftOutCheck])
    }
    return Decision(
      kind: .nothing, reason: reason,
      checks: ["Is the column needed? If not, delete this block."])
  }

  // MARK: Types, from the surest on

  private var booleans: Decision? {
    guard let answers = texts.answers else { return nil }
    let schema = texts.plainSchema
    let crosses = texts.heard { BooleanEvidence(of: $0, in: $1, rows: $2) }
      .contains { $0.evidence.crossMeansYes }
    let reader = BooleanReader(schema, crossMeansYes: crosses)
    var (yes, no): ([String], [String]) = ([], [])
    var strays: [DraftAnswer] = []
    for answer in answers {
      switch reader.read(answer.text).cell.value {
      case true?: yes.append(answer.text)
      case false?: no.append(answer.text)
      case nil:
        strays.append(answer)
        if strays.reduce(0, { $0 + $1.rows }) * 20 > texts.filled { return nil }
      }
    }
    let strayRows = strays.reduce(0) { $0 + $1.rows }
    guard !yes.isEmpty || !no.isEmpty, strays.allSatisfy({ $0.rows < levelRows }) else {
      return nil
    }
    let areNumbers = (yes + no).allSatisfy { Double($0) != nil }
    let isTick = no.isEmpty && texts.filled < texts.asked
    if areNumbers, !isTick, yes.isEmpty || no.isEmpty { return nil }
    var checks: [String] = []
    if strayRows > 0 { checks.append(strayRowsCheck(strayRows, "yes nor no")) }
    if isTick { checks.append("Does an empty cell mean no? It is read as no answer.") }
    if areNumbers, !isTick {
      checks.append("Is 1 yes and 0 no? If it is a count, make it `type: integer`.")
    }
    return Decision(
      kind: .boolean(yes: yes, no: no),
      reason: isTick
        ? "nothing but a sign for yes, and empty cells" : "nothing but words for yes and no",
      checks: checks)
  }

  private var dates: Decision? {
    guard texts.share(where: DateTally.isDate) >= 0.5 || heading.saysDate else { return nil }
    let tally = DateTally(of: texts)
    let readable = tally.rows + (heading.saysDate || tally.rows > 0 ? tally.serials : 0)
    guard Double(readable) >= ColumnDrafting.readable * Double(texts.filled) else { return nil }
    if heading.saysBirth {
      return Decision(
        kind: .personal(.birth), reason: "the heading speaks of a birth, and the cells are dates",
        checks: ["Do you need it? A year of birth or an age band identifies fewer people."])
    }
    return Decision(
      kind: .date(tally.date),
      reason: readable == texts.filled ? "all cells are dates" : "\(share(readable)) are dates",
      range: tally.range, checks: dateChecks(tally, readable))
  }

  private var codes: Decision? {
    let whole = texts.share { Postcode($0) != nil }
    let outward = texts.share { Postcode.part($0) == .outward }
    let limit = ColumnDrafting.readable
    if whole + outward >= limit, whole >= 0.2 || heading.saysPostcode {
      let isWhole = outward < 0.02
      return Decision(
        kind: .postcode(allowsOutward: !isWhole),
        reason: isWhole
          ? "the cells have the form of postcodes"
          : "the cells have the form of postcodes or of their first halves",
        checks: whole > 0
          ? ["A whole postcode may stand for a few homes. Is the first half enough?"] : [])
    }
    if heading.saysPostcode, heading.isShort, texts.share(where: PersonalForm.isCode) >= limit {
      return personal(
        .address, "the heading speaks of a postcode, and the cells are none of Britain")
    }
    let numbers = texts.share { (try? NHSNumber($0)) != nil }
    if numbers >= limit, heading.saysNHSNumber || texts.filled >= 5 {
      return Decision(
        kind: .nhsNumber, reason: "the last digit of each number checks the others",
        checks: ["NHS numbers identify people. Can the export have another id in their place?"])
    }
    return nil
  }

  private var ids: Decision? {
    let tokens = texts.share { DraftForm.isToken($0) }
    let withDigits = texts.share { $0.contains(where: \.isNumber) }
    let different = texts.different
    if heading.saysID, tokens < 0.95, different > 0.5, withDigits >= 0.9, texts.meanWords <= 6 {
      return Decision(kind: .id, reason: "the heading says so, and most cells differ")
    }
    guard tokens >= 0.95 else { return nil }
    let isLong = texts.share { DraftForm.isLongCode($0) } >= 0.95
    let saysSo = heading.saysID || heading.mayBeID && (different > 0.5 || texts.answers == nil)
    if saysSo, withDigits >= 0.5 || different > 0.9 {
      return Decision(
        kind: .id, reason: "the heading says so, and each cell is one word", checks: repeatsCheck)
    }
    guard
      isLong || withDigits >= 0.95 && different > 0.95 && texts.filled >= 20
    else { return nil }
    let isNumber = texts.share { NumberText(plainLetters($0)) != nil } > 0.5
    if isNumber, !isLong { return nil }
    return Decision(
      kind: .id,
      reason: isLong ? "the cells are long codes" : "nearly each row has a code of its own",
      checks: ["Is it an id? If not, make it `type: text`."])
  }

  private var numbers: Decision? {
    guard texts.share(where: { NumberText(plainLetters($0)) != nil }) >= 0.5 else { return nil }
    let evidence = texts.heard { NumberEvidence(of: $0, in: $1, rows: $2) }.map(\.evidence)
    let readable = evidence.reduce(0) { $0 + $1.pointOnly + $1.commaOnly + $1.either + $1.same }
    guard Double(readable) >= ColumnDrafting.readable * Double(texts.filled) else { return nil }
    let tally = NumberTally(of: texts, evidence: evidence)
    guard tally.rows > 0 else { return nil }
    if heading.saysPosition || isHalfOfPosition {
      return position("the heading speaks of a place on the map")
    }
    if heading.saysBirth, !heading.saysYear {
      return personal(.birth, "the heading speaks of a birth")
    }
    if tally.number.isWhole {
      if tally.leadingZeros * 50 > tally.rows {
        return Decision(
          kind: .id, reason: "some numbers begin with 0, which a number would lose",
          checks: ["Is it an id? If not, make it `type: text`."])
      }
      if tally.long * 2 > tally.rows {
        return Decision(kind: .id, reason: "the numbers are too long to be counted with")
      }
      if heading.saysYear, tally.smallest >= 1900, tally.largest <= 2100 {
        return Decision(
          kind: .year, reason: "the heading says so, and all numbers are years",
          range: heading.saysBirth ? nil : tally.range(levelRows: levelRows))
      }
    }
    return Decision(
      kind: .number(tally.number),
      reason: readable == texts.filled
        ? tally.number.isWhole ? "all cells are whole numbers" : "all cells are numbers"
        : "\(share(readable)) are numbers",
      range: tally.range(levelRows: levelRows), checks: numberChecks(tally, readable, evidence))
  }

  private var areas: Decision? {
    guard heading.saysArea || texts.answers?.count ?? 0 >= 12 else { return nil }
    let reader = LocalAuthorityReader(
      texts.plainSchema, areas: LocalAuthorityReader.census2021)
    guard texts.share(where: reader.knows) >= ColumnDrafting.readable else { return nil }
    return Decision(
      kind: .localAuthority,
      reason: "the cells are names or codes of local authorities in England and Wales")
  }

  // MARK: People

  private var personalByForm: Decision? {
    if texts.share(where: PersonalForm.isEmail) >= 0.5 {
      return personal(.email, "the cells have the form of e-mail addresses")
    }
    if texts.share(where: PersonalForm.isInternetAddress) >= 0.9 {
      return personal(.internetAddress, "the cells have the form of internet addresses")
    }
    if texts.share(where: PersonalForm.isPhone) >= ColumnDrafting.readable, !heading.saysID {
      return personal(.phone, "the cells have the form of phone numbers")
    }
    if heading.saysPhone, texts.share(where: PersonalForm.isNumberToCall) >= 0.5 {
      return personal(.phone, "the heading speaks of phones, and the cells are long numbers")
    }
    if texts.share(where: PersonalForm.isPosition) >= ColumnDrafting.readable {
      return position("the cells have the form of places on the map")
    }
    return nil
  }

  private func position(_ reason: String) -> Decision {
    Decision(
      kind: .personal(.position), reason: reason,
      checks: ["A place on the map may be somebody's home."])
  }

  private var personalByHeading: Decision? {
    if let data = heading.personalData { return personal(data, "the heading speaks of people") }
    if texts.filled >= 3, texts.shareOfDifferent(where: PersonalForm.isName) >= 0.5 {
      return personal(.name, "most cells look like names of people")
    }
    guard heading.saysStaff else { return nil }
    return Decision(
      kind: .personal(.staff), reason: "the heading may speak of a person's name or role",
      checks: ["If the answers name nobody, make it a category and list them."])
  }

  private func personal(_ personal: PersonalData, _ reason: String) -> Decision {
    Decision(kind: .personal(personal), reason: reason, checks: [ColumnDrafting.leftOutCheck])
  }

  private static let townCheck =
    "Beside other columns, a town may tell who somebody is. If no measure needs it, delete this "
    + "block."

  private static let leftOutCheck =
    "It is left out. If a measure needs it, delete the line with `leave_out`."

  // MARK: Lists, categories and prose

  private var listed: Decision? {
    guard let answers = texts.answers else { return nil }
    let levels = LevelTally(answers, levelRows: levelRows)
    if !levels.isScale, mayBeNames(answers) {
      return Decision(
        kind: .text, reason: "many different words written large, as names are",
        checks: ["Is it a category? Then list the answers: `constraints: {enum: [\u{2026}]}`."])
    }
    let isCategory =
      !levels.shown.isEmpty && levels.shown.count <= 60 && levels.hiddenRows * 5 <= texts.filled
      && levels.longest <= 200
    if let choices = ChoiceTally(answers, levelRows: levelRows),
      !isCategory || choices.isSimpler(than: levels)
    {
      return list(of: choices)
    }
    return isCategory ? category(of: levels) : nil
  }

  /// Whether the answers are written like names, and few rows have the same.
  private func mayBeNames(_ answers: [DraftAnswer]) -> Bool {
    answers.count >= 8 && texts.different >= 0.2
      && texts.shareOfDifferent(where: PersonalForm.mayBeName) >= 0.8
  }

  private func list(of tally: ChoiceTally) -> Decision {
    let sign = tally.separator == ";" ? "a semicolon" : tally.separator == "|" ? "a bar" : "a comma"
    var checks: [String] = []
    if tally.otherRows > 0 {
      checks.append(
        "\(counted(tally.otherRows, "cell")) with other texts, which are not shown: choices that "
          + "few chose, or answers of people's own. List the choices; the others are reported.")
    }
    return Decision(
      kind: .choices(tally.choices.shown, separator: tally.separator),
      reason: "\(counted(tally.severalRows, "cell")) join several answers with \(sign)",
      checks: checks)
  }

  private func category(of levels: LevelTally) -> Decision {
    let reason =
      levels.isScale
      ? "the answers are those of a scale, in its order"
      : levels.levels == 1 ? "all cells have the same answer" : "few answers, each in many rows"
    return Decision(
      kind: .category(levels.shown), reason: reason, levels: levels.levels,
      checks: hiddenChecks(levels) + (heading.saysTown ? [ColumnDrafting.townCheck] : []))
  }

  private var prose: Decision {
    if heading.saysTown { return personal(.address, "the heading speaks of where somebody lives") }
    let mean = texts.meanWords
    if mean >= 4, texts.different >= 0.6 || mean >= 12 {
      return Decision(
        kind: .freeText,
        reason: texts.different >= 0.6 ? "long texts, nearly all of them different" : "long texts")
    }
    if let answers = texts.answers, answers.count <= 12, answers.count * 3 <= texts.filled * 2 {
      return Decision(
        kind: .text, reason: "few answers, but too few rows with each of them to show it",
        checks: ["Is it a category? Then list the answers: `constraints: {enum: [\u{2026}]}`."],
        isSparse: true)
    }
    return Decision(
      kind: .text,
      reason: texts.different < 0.5
        ? "many different answers, most of them in several rows" : "short texts, most different")
  }
}

/// What texts are made of.
enum DraftForm {
  static func isToken(_ text: String) -> Bool {
    text.count <= 60 && !text.contains { $0.isWhitespace }
  }

  /// A code that no person chooses: hexadecimal with hyphens, or sixteen signs and more.
  static func isLongCode(_ text: String) -> Bool {
    guard isToken(text), text.count >= 12 else { return false }
    let hasDigit = text.contains(where: \.isNumber)
    if hasDigit, text.count >= 20, text.allSatisfy({ $0.isHexDigit || $0 == "-" }) { return true }
    return hasDigit && text.contains(where: \.isLetter)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
  }

  static func words(_ text: String) -> Int {
    var words = 0
    var isInside = false
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || (9...13).contains(byte)
      if !isSpace && !isInside { words += 1 }
      isInside = !isSpace
    }
    return words
  }
}
