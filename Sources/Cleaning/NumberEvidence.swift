package import EvaluationData

/// How the marks in a column's numbers are read.
package enum NumberRule: Sendable, Hashable {
  /// This mark stands before decimals in all numbers.
  case decimal(DecimalMark)
  /// Each number is read that can be read one way only.
  case unambiguous
}

/// What the numbers of a column tell about the mark before their decimals.
package struct NumberEvidence: Sendable, Hashable {
  package enum Verdict: Sendable, Hashable {
    /// All numbers that tell anything tell this.
    case decimal(DecimalMark)
    /// Some tell one, some the other.
    case mixed
    /// There are only such as `1,234`, which tell nothing.
    case undecided
    /// No number has a mark that could be taken in two ways.
    case notNeeded
  }

  /// The rows of numbers such as `1.5` and `1,234.5`.
  package private(set) var pointOnly = 0
  /// The rows of numbers such as `1,5` and `1.234,5`.
  package private(set) var commaOnly = 0
  /// The rows of numbers such as `1,234` and `1.234`.
  package private(set) var either = 0
  /// The rows of numbers such as `12` and `1 234`, which are the same under both.
  package private(set) var same = 0
  /// The rows of texts that are no numbers.
  package private(set) var other = 0

  /// Looks at each text of a range once, or at all; `rows` holds how many rows carry each.
  ///
  /// The texts of one file may so be heard apart from those of another.
  package init(of texts: TextColumn, in range: Range<Int>? = nil, rows: [Int]? = nil) {
    for index in range ?? 0..<texts.count {
      let count = rows?[index] ?? 1
      switch texts.withBytes(of: index, NumberEvidence.quickKind) ?? Self.kind(texts[index]) {
      case .pointOnly: pointOnly += count
      case .commaOnly: commaOnly += count
      case .either: either += count
      case .same: same += count
      case .other: other += count
      }
    }
  }

  package var verdict: Verdict {
    switch (pointOnly > 0, commaOnly > 0) {
    case (true, true): .mixed
    case (true, false): .decimal(.point)
    case (false, true): .decimal(.comma)
    case (false, false): either > 0 ? .undecided : .notNeeded
    }
  }

  /// The rule for the column: what the pipeline states, else what the numbers tell.
  ///
  /// Where they tell nothing, a point stands before decimals, as is usual in English.
  package func rule(stated: DecimalMark?) -> NumberRule {
    if let stated { return .decimal(stated) }
    return switch verdict {
    case .decimal(let mark): .decimal(mark)
    case .mixed: .unambiguous
    case .undecided, .notNeeded: .decimal(.point)
    }
  }

  private enum Kind {
    case pointOnly, commaOnly, either, same, other
  }

  private static func quickKind(_ text: Span<UInt8>) -> Kind? {
    guard let plain = PlainNumber(text) else { return nil }
    if plain.decimals == 0 { return .same }
    let mayBeThousands =
      plain.decimals == 3 && plain.wholeDigits <= 3 && !plain.beginsWithZero
    return mayBeThousands ? .either : .pointOnly
  }

  private static func kind(_ text: String) -> Kind {
    guard let written = NumberText(plainLetters(text)) else { return .other }
    return switch (written.value(.point), written.value(.comma)) {
    case (let point?, let comma?): point == comma ? .same : .either
    case (.some, nil): .pointOnly
    case (nil, .some): .commaOnly
    case (nil, nil): .other
    }
  }
}
