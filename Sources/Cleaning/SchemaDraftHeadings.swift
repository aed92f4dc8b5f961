import EvaluationData

/// The words of a heading, and what they suggest of the column.
struct HeadingWords {
  let words: [String]
  /// The same without accents.
  let plain: [String]

  init(_ heading: String) {
    words = HeadingWords.words(of: heading)
    plain = words.map { Named.slug($0) }
  }

  /// Letters and digits in small letters; `ResponseID` is two words.
  static func words(of heading: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    func end() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for letter in withoutTags(heading) {
      guard letter.isLetter || letter.isNumber else {
        if letter != "'" && letter != "’" { end() }
        wasSmall = false
        continue
      }
      if letter.isUppercase && wasSmall { end() }
      wasSmall = letter.isLowercase
      word += letter.lowercased()
    }
    end()
    return words
  }

  /// A heading may come with the marks of a web page, such as `<strong>`.
  static func withoutTags(_ heading: String) -> String {
    heading.replacing(/<\/?[A-Za-z][^<>]*>/, with: " ")
  }

  func has(_ wanted: String...) -> Bool { words.contains { wanted.contains($0) } }

  func has(_ wanted: Set<String>) -> Bool { words.contains { wanted.contains($0) } }

  /// Whether the words stand in this order, side by side.
  func has(phrase: String) -> Bool {
    " \(words.joined(separator: " ")) ".contains(" \(phrase) ")
  }

  /// Long headings are questions; a word in them says little about the answers.
  var isShort: Bool { words.count <= 5 }

  var saysID: Bool {
    has(HeadingWords.certainIDs)
      || words.count == 1 && words[0].hasSuffix("id") && words[0].count > 4
  }

  var mayBeID: Bool {
    isShort && has("code", "number", "no", "nr", "nummer", "key", "case", "record")
  }

  private static let certainIDs: Set<String> = [
    "id", "ids", "identifier", "uuid", "guid", "urn", "ref", "reference", "pseudonym",
  ]

  var saysPerson: Bool {
    has(
      "member", "person", "participant", "respondent", "client", "patient", "user", "beneficiary",
      "attendee", "volunteer", "learner", "people", "unique", "urn", "pseudonym")
  }

  var saysDate: Bool { has("date", "dates", "joined", "started", "when", "day", "time") }

  var saysArea: Bool {
    has("authority", "council", "borough", "district", "lad", "ltla", "utla", "la")
  }

  var saysNHSNumber: Bool { has("nhs") && !has("trust", "service", "staff") }

  var saysSite: Bool {
    isShort && !has(phrase: "on site") && !has(phrase: "off site") && !has(phrase: "web site")
      && has(
        "site", "location", "hub", "centre", "center", "branch", "venue", "area", "region",
        "locality", "service")
  }

  var saysWave: Bool {
    isShort
      && (has("wave", "timepoint", "phase", "round")
        || has(phrase: "time point") || has(phrase: "survey time"))
  }

  var saysQuoting: Bool { has("quote", "quoted", "quotes", "quotable", "quotation", "quotations") }

  // MARK: Staff

  var saysStaff: Bool {
    isShort
      && (has(HeadingWords.staff)
        || words.count == 1 && has("contact", "lead", "supporter", "agent", "author", "gp")
        || [
          "completed by", "entered by", "submitted by", "recorded by", "created by", "assigned to",
          "referred by", "seen by", "modified by", "coded by", "submitter",
        ].contains { has(phrase: $0) })
  }

  private static let staff: Set<String> = [
    "facilitator", "interviewer", "keyworker", "caseworker", "coordinator", "tutor", "trainer",
    "owner", "manager", "doctor", "counsellor", "therapist", "mentor", "supervisor",
    "teacher", "nurse", "worker", "officer", "buddy", "enumerator", "host",
    "assignee", "practitioner",
  ]
}

/// Short names for columns, each once.
///
/// No column is called as another is headed: whoever asks for the one would get the other.
struct DraftNames {
  private let headings: Set<String>
  private var taken: Set<String> = []
  private var count = 0

  init(headings: [String]) { self.headings = Set(headings.map(DraftNames.whole)) }

  /// All words of a heading.
  private static func whole(_ heading: String) -> String {
    HeadingWords.words(of: heading).joined(separator: "_")
  }

  private static let longest = 32
  private static let words = 5

  /// The words of a heading that tell most, in small letters; a second one gets `_2`.
  mutating func add(_ heading: String) -> String {
    count += 1
    let whole = DraftNames.name(of: heading)
    var candidates: [String] = []
    // "Which of these? - Workshops": the part behind is what tells the columns apart.
    if heading.count > 40, let part = HeadingParts.clearPart(of: heading) {
      candidates.append(DraftNames.name(of: part))
    }
    candidates.append(whole)
    candidates = candidates.filter { !$0.isEmpty }
    if candidates.isEmpty { candidates = ["column_\(count)"] }
    let own = DraftNames.whole(heading)
    var number = 1
    while true {
      let free = candidates.map { number == 1 ? $0 : "\($0)_\(number)" }
        .first { !taken.contains($0) && ($0 == own || !headings.contains($0)) }
      if let free {
        taken.insert(free)
        return free
      }
      number += 1
      candidates = Array(candidates.prefix(1))
    }
  }

  private static func name(of heading: String) -> String {
    let all = HeadingWords.words(of: heading).map { word in
      Named.slug(word) == "x" && word != "x" ? "" : Named.slug(word)
    }.filter { !$0.isEmpty }
    // A question's number stays, for people speak of "question 5".
    var telling = all.enumerated().filter { place, word in
      place == 0 && word.contains { $0.isNumber } || !fillers.contains(word)
    }.map(\.element)
    if telling.isEmpty { telling = all }
    var name = ""
    for word in telling.prefix(words) {
      let longer = name.isEmpty ? word : "\(name)_\(word)"
      if longer.count > longest { break }
      name = longer
    }
    if name.isEmpty, let word = telling.first { name = String(word.prefix(longest)) }
    guard let first = name.first, first.isNumber else { return name }
    return "q\(name)"
  }

  /// Words that stand in most questions.
  private static let fillers: Set<String> = [
    "a", "all", "also", "am", "an", "and", "any", "apply", "are", "as", "at", "be", "been",
    "below", "best", "by", "can", "could", "did", "do", "does", "during", "each", "far",
    "following",
    "for", "from", "had", "has", "have", "how", "i", "if", "in", "is", "it", "its", "me", "much",
    "my", "of", "on", "one", "or", "our", "out", "overall", "please", "s", "say", "select", "so",
    "such", "tell", "that", "the", "their", "them", "these", "they", "this", "those", "tick", "to",
    "us", "was", "we", "were", "what", "when", "where", "which", "who", "why", "will", "with",
    "would", "you", "your",
  ]
}
