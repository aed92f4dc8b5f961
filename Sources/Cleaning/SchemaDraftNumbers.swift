import EvaluationData

/// What the numbers of a column have in common.
struct NumberTally {
  private(set) var number = DraftedNumber(
    isWhole: true, decimal: nil, group: nil, isBare: true)
  private(set) var smallest = Double.infinity
  private(set) var largest = -Double.infinity
  private(set) var rowsOfSmallest = 0
  private(set) var rowsOfLargest = 0
  /// The rows that are read as numbers.
  private(set) var rows = 0
  /// The rows of whole numbers with a zero in front, such as `0712`.
  private(set) var leadingZeros = 0
  /// The rows of whole numbers of nine digits or more.
  private(set) var long = 0
  /// The different numbers, where there are few.
  private(set) var few: [Double: Int]? = [:]

  private static let mostFew = 30

  private var isWhole = true
  private var isBare = true
  private var group: UInt8?
  private let told: DecimalMark?

  init(of texts: DraftTexts, evidence: [NumberEvidence]) {
    let marks = Set(
      evidence.compactMap { evidence -> DecimalMark? in
        if case .decimal(let mark) = evidence.verdict { mark } else { nil }
      })
    let isMixed = evidence.contains { $0.verdict == .mixed } || marks.count > 1
    told = isMixed ? nil : marks.first
    if let answers = texts.answers {
      for answer in answers { add(answer.text, rows: answer.rows) }
    } else {
      let column = texts.column.distinctTexts
      for (_, rows) in texts.files { for row in rows { add(column, row) } }
    }
    number = DraftedNumber(
      isWhole: isWhole, decimal: isWhole ? nil : told,
      group: group.map { String(UnicodeScalar($0)) }, isBare: isBare)
  }

  /// Reads a number from its bytes, as nearly all are plain.
  private mutating func add(_ column: TextColumn, _ row: Int) {
    let plain = column.withBytes(of: row) { PlainNumber($0) }
    guard let plain, told != .comma || plain.decimals == 0 else {
      add(column[row], rows: 1)
      return
    }
    add(plain.value, rows: 1)
    if plain.isWhole, plain.decimals == 0 {
      if plain.beginsWithZero, plain.wholeDigits > 1 { leadingZeros += 1 }
      if plain.wholeDigits >= 9 { long += 1 }
    }
  }

  private mutating func add(_ text: String, rows: Int) {
    let letters = plainLetters(text)
    guard let written = NumberText(letters) else { return }
    let mark = told ?? (written.value(.point) == nil ? .comma : .point)
    guard let value = written.value(mark) else { return }
    add(value, rows: rows)
    if !written.isBare { isBare = false }
    group = group ?? written.groupMark(mark)
    guard letters.allSatisfy(isDigit) else { return }
    if letters.count > 1, letters.first == 0x30 { leadingZeros += rows }
    if letters.count >= 9 { long += rows }
  }

  private mutating func add(_ value: Double, rows count: Int) {
    rows += count
    if value != value.rounded() { isWhole = false }
    if value < smallest { (smallest, rowsOfSmallest) = (value, 0) }
    if value > largest { (largest, rowsOfLargest) = (value, 0) }
    if value == smallest { rowsOfSmallest += count }
    if value == largest { rowsOfLargest += count }
    few?[value, default: 0] += count
    if few?.count ?? 0 > NumberTally.mostFew { few = nil }
  }

  /// The range in words; an end that few rows have is made rounder, for it may be one person's.
  func range(levelRows: Int) -> String {
    let low = rowsOfSmallest >= levelRows ? smallest : NumberTally.outward(smallest, .down)
    let high = rowsOfLargest >= levelRows ? largest : NumberTally.outward(largest, .up)
    return "from \(low.shortest) to \(high.shortest)"
  }

  /// A number of one digit and zeros that is no nearer to 0 than it must be.
  private static func outward(
    _ number: Double, _ direction: FloatingPointRoundingRule
  ) -> Double {
    guard number != 0 else { return 0 }
    var scale = 1.0
    let size = number.magnitude
    while size / scale >= 10 { scale *= 10 }
    while size / scale < 1 { scale /= 10 }
    return (number / scale).rounded(direction) * scale
  }

  /// A code that programs write where there is no answer, far from all other numbers.
  var missingCode: Double? {
    guard let few, few.count > 1 else { return nil }
    let rest = few.keys.filter { $0 >= 0 }
    let codes = few.keys.filter { $0 < 0 }
    if let code = codes.max(), codes.allSatisfy({ NumberTally.codes.contains($0) }), !rest.isEmpty {
      return code
    }
    guard let largest = rest.max(), [99, 999, 9999].contains(largest),
      let next = rest.filter({ $0 < largest }).max(), next * 5 < largest
    else { return nil }
    return largest
  }

  private static let codes: Set<Double> = [-1, -7, -8, -9, -77, -88, -97, -98, -99, -999, -9999]
}

extension NumberText {
  /// The mark between thousands, where there is one.
  fileprivate func groupMark(_ decimal: DecimalMark) -> UInt8? {
    let mark: UInt8 = decimal == .point ? 0x2E : 0x2C
    return digits.first { !isDigit($0) && $0 != mark }
  }
}
