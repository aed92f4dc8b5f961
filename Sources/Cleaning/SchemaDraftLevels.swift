import EvaluationData

/// The answers of a column as levels: spellings that differ in case, spaces or punctuation
/// only are one.
struct LevelTally {
  /// The levels that enough rows have, in the order of their scale or the most frequent first.
  let shown: [DraftedLevel]
  /// Those that too few rows have.
  let seldom: (levels: Int, rows: Int)
  /// Those that are long, or hold what may be a number or an address of somebody.
  let withheld: (levels: Int, rows: Int)
  /// Whether the levels are those of a well-known scale.
  let isScale: Bool
  /// How many different answers there are, spellings of one level counted once.
  var levels: Int { shown.count + seldom.levels + withheld.levels }
  var hiddenRows: Int { seldom.rows + withheld.rows }

  init(_ answers: [DraftAnswer], levelRows: Int) {
    var places: [String: Int] = [:]
    var levels: [(text: String, rows: Int, people: Int)] = []
    for answer in answers {
      let folded = foldedLevel(answer.text)
      let key = folded.isEmpty ? answer.text : folded
      // Two answers such as "<18" and "18+" fold alike and are not the same.
      if let place = places[key], LevelTally.isSpelling(answer.text, of: levels[place].text) {
        levels[place].rows += answer.rows
        levels[place].people += answer.people
      } else {
        places[key] = levels.count
        levels.append((answer.text, answer.rows, answer.people))
      }
    }
    let rare = levels.filter { $0.people < levelRows }
    let frequent = levels.filter { $0.people >= levelRows }
    let often = frequent.filter { PersonalForm.isShowable($0.text) }.map { ($0.text, $0.rows) }
    seldom = (rare.count, rare.reduce(0) { $0 + $1.rows })
    withheld = (
      frequent.count - often.count,
      frequent.reduce(0) { $0 + $1.rows } - often.reduce(0) { $0 + $1.1 }
    )
    let scale = LevelScale(of: often.map(\.0))
    isScale = scale != nil
    let ordered = LevelTally.ordered(often, by: scale)
    var names: Set<String> = []
    shown = ordered.enumerated().map { index, level in
      let slug = Named.slug(level.text)
      let isNameless = slug == "x" && level.text.lowercased() != "x"
      var name = isNameless ? "level-\(index + 1)" : slug
      var number = 1
      while !names.insert(name).inserted {
        number += 1
        name = "\(slug)-\(number)"
      }
      return DraftedLevel(name: name, text: level.text, rows: level.rows)
    }
  }

  private static func isSpelling(_ text: String, of other: String) -> Bool {
    let signs: Set<Character> = ["<", ">", "+", "=", "≤", "≥", "±"]
    return Set(text).intersection(signs) == Set(other).intersection(signs)
  }

  private static func ordered(
    _ levels: [(text: String, rows: Int)], by scale: LevelScale?
  ) -> [(text: String, rows: Int)] {
    if let scale {
      return levels.sorted { scale.place(of: $0.text) < scale.place(of: $1.text) }
    }
    let numbers = levels.compactMap { LevelTally.leadingNumber($0.text) }
    guard numbers.count == levels.count else { return levels }
    return levels.enumerated().sorted {
      let (first, second) = (numbers[$0.offset], numbers[$1.offset])
      return first == second ? $0.offset < $1.offset : first < second
    }.map(\.element)
  }

  /// The number with which an answer such as "18–34", "Under 18" or "75 or over" begins.
  private static func leadingNumber(_ text: String) -> Double? {
    let words = HeadingWords.words(of: text)
    let isBelow = ["under", "below", "less"].contains(words.first ?? "") || text.first == "<"
    let number = words.lazy.compactMap { Double($0) }.first
    guard let number, words.first.map({ Double($0) != nil }) ?? false || isBelow || words.count > 1
    else { return nil }
    let beginnings: Set<String> = [
      "under", "below", "less", "over", "above", "more", "age", "aged",
    ]
    guard let first = words.first, Double(first) != nil || beginnings.contains(first) else {
      return nil
    }
    return isBelow ? number - 0.5 : number
  }

  /// The texts of all levels together, for a sentence about their length.
  var longest: Int { shown.map(\.text.count).max() ?? 0 }
}

/// An order that everybody knows.
private struct LevelScale {
  private let places: [String: Int]

  /// Nil unless two levels or more are all on one scale.
  init?(of levels: [String]) {
    let folded = levels.map { foldedLevel($0) }
    let scale = LevelScale.scales.first { scale in
      folded.allSatisfy { level in scale.contains(level) }
    }
    guard let scale, levels.count > 1 else { return nil }
    places = Dictionary(
      zip(scale, scale.indices), uniquingKeysWith: { first, _ in first })
  }

  func place(of level: String) -> Int { places[foldedLevel(level)] ?? .max }

  private static let scales: [[String]] = [
    [
      "strongly agree", "agree", "tend to agree", "slightly agree", "neither agree nor disagree",
      "neither agree or disagree", "neither", "neutral", "unsure", "slightly disagree",
      "tend to disagree", "disagree", "strongly disagree",
    ],
    [
      "very good", "good", "neither good nor poor", "fair", "ok", "okay", "average", "poor", "bad",
      "very poor", "very bad",
    ],
    ["excellent", "very good", "good", "fair", "average", "poor", "very poor"],
    [
      "very satisfied", "satisfied", "fairly satisfied", "neither satisfied nor dissatisfied",
      "neutral", "fairly dissatisfied", "dissatisfied", "very dissatisfied",
    ],
    [
      "extremely likely", "very likely", "likely", "fairly likely", "somewhat likely",
      "neither likely nor unlikely", "neutral", "not so likely", "unlikely", "fairly unlikely",
      "very unlikely", "extremely unlikely", "not at all likely",
    ],
    [
      "always", "all of the time", "very often", "often", "usually", "sometimes",
      "some of the time", "occasionally", "seldom", "rarely", "none of the time", "never",
    ],
    [
      "very easy", "easy", "fairly easy", "neither easy nor difficult", "neutral",
      "fairly difficult", "difficult", "very difficult",
    ],
    [
      "very important", "important", "fairly important", "somewhat important",
      "neither important nor unimportant", "neutral", "not very important", "not so important",
      "unimportant", "not at all important",
    ],
    [
      "very confident", "confident", "fairly confident", "neutral", "not very confident",
      "not confident", "not at all confident",
    ],
    ["a great deal", "a lot", "a moderate amount", "quite a bit", "a little", "none at all"],
    [
      "not at all", "a little", "slightly", "somewhat", "moderately", "quite a bit", "very",
      "extremely",
    ],
    [
      "much better", "better", "a little better", "about the same", "the same", "a little worse",
      "worse", "much worse",
    ],
    [
      "yes definitely", "yes to some extent", "yes", "partly", "to some extent", "no not really",
      "no", "no not at all",
    ],
    ["yes always", "yes sometimes", "yes", "maybe", "sometimes", "no", "no never"],
    ["very low", "low", "medium", "moderate", "high", "very high"],
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ],
    ["baseline", "midpoint", "mid point", "follow up", "end", "endline", "exit"],
    ["before", "during", "after"], ["pre", "mid", "post"],
  ]
}
