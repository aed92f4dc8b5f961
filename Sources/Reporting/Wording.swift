import EvaluationData

extension Statistic {
  /// Whether it compares two things, so that a verdict speaks of their difference.
  var isDifference: Bool {
    switch self {
    case .gap, .fit, .meanChange, .medianChange, .standardizedChange, .attritionDifference,
      .ratingGap, .difference, .lift:
      true
    default: false
    }
  }

  /// What a difference of this kind is called: "Clear gap", "No change seen".
  fileprivate var differenceNoun: String {
    switch self {
    case .gap, .ratingGap: "gap"
    case .meanChange, .medianChange, .standardizedChange: "change"
    case .lift: "association"
    default: "difference"
    }
  }
}

extension Verdict {
  /// The verdict as a reader meets it, suited to what was compared.
  func words(for finding: Finding) -> String {
    let noun = finding.statistic.differenceNoun
    return switch self {
    case .clear: "Clear \(noun)"
    case .possible: "Possible \(noun)"
    case .noneSeen: "No \(noun) seen"
    case .tooFew: "Too few to say"
    }
  }

  /// The verdict at the head of its explanation.
  var generalWords: String {
    switch self {
    case .clear: "Clear gap, change or difference"
    case .possible: "Possible gap, change or difference"
    case .noneSeen: "No gap, change or difference seen"
    case .tooFew: "Too few to say"
    }
  }
}

/// The text with a capital at its start.
func sentenceCase(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

/// One thing or several: "1 row", "2 rows".
func plural(_ count: Int, _ singular: String, _ several: String? = nil) -> String {
  "\(counted(count)) \(count == 1 ? singular : several ?? singular + "s")"
}

/// Words in a row: "a", "a and b", "a, b and c".
func listed(_ words: [String]) -> String {
  guard words.count > 1, let last = words.last else { return words.first ?? "" }
  return "\(words.dropLast().joined(separator: ", ")) and \(last)"
}

extension Report {
  /// Such as `1 July 2024 to 30 September 2024`.
  var period: String { "\(start.spelledOut) to \(end.spelledOut)" }

  /// What the audience may do with it.
  var audienceSentence: String {
    switch audience {
    case .publish:
      "This may be shared: numbers of people below \(threshold) are hidden and shown as [c]."
    case .internal:
      "For the team only: nothing is hidden, so small numbers may identify a person. Do not share."
    }
  }

  var madeWith: String { "Made with CountIn \(version), pipeline \(pipeline)." }
}
