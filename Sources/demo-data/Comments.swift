/// What a comment says, in the codes of `pipelines/local-diabetes-care/tags.yaml`.
enum Code: String, CaseIterable {
  case listenedTo = "listened-to"
  case influence
  case hearingBack = "hearing-back"
  case plainWords = "plain-words"
  case papers
  case pace
  case fewVoices = "few-voices"
  case facilitation
  case learning
  case meetingOthers = "meeting-others"
  case whoCanCome = "who-can-come"
  case venue
  case travel
  case expenses
  case refreshments
  case services
}

/// Whether the writer went home content.
enum Mood: String {
  case content = "+"
  case mixed = "~"
  case putOut = "-"
}

/// A comment on a session, with what it truly says.
struct Comment {
  let mood: Mood
  let codes: [Code]
  /// The only subject of a meeting after which the words make sense.
  let subject: Subject?
  /// Whether the words only make sense after a meeting in the evening, or only after another.
  let isAboutEvening: Bool?
  /// Whether the demo needs it, because its text is a trap for a reader of CSV files.
  let isCertain: Bool
  let text: String

  init(
    mood: Mood, codes: [Code], subject: Subject? = nil, isAboutEvening: Bool? = nil,
    isCertain: Bool = false, text: String
  ) {
    self.mood = mood
    self.codes = codes
    self.subject = subject
    self.isAboutEvening = isAboutEvening
    self.isCertain = isCertain
    self.text = text
  }

  /// Reads a block such as `+ listened-to pace @meters`; an arrow in the words breaks the line.
  ///
  /// `daytime` and `evening` bind it to such meetings; with `!` it is certain to be used.
  init(_ block: Block) throws(DemoError) {
    var mood = Mood.mixed
    var codes: [Code] = []
    var subject: Subject?
    var isAboutEvening: Bool?
    var isCertain = false
    for mark in block.marks {
      if let named = Mood(rawValue: mark) {
        mood = named
      } else if let named = Code(rawValue: mark) {
        codes.append(named)
      } else if mark == "daytime" || mark == "evening" {
        isAboutEvening = mark == "evening"
      } else if mark == "!" {
        isCertain = true
      } else if mark.hasPrefix("@"), let named = Subject(mark: mark.dropFirst()) {
        subject = named
      } else {
        throw .unknownMark(mark, in: block.marks.joined(separator: " "))
      }
    }
    let text = block.lines.joined(separator: " ").split(separator: "↵").map { part in
      part.trimmingSpaces
    }.joined(separator: "\n")
    self.init(
      mood: mood, codes: codes, subject: subject, isAboutEvening: isAboutEvening,
      isCertain: isCertain, text: text)
  }

  /// Whether it belongs to some meetings only.
  var isBound: Bool { subject != nil || isAboutEvening != nil }

  /// Whether somebody may write it after the meeting; the first one has no earlier ones.
  func fits(_ meeting: Meeting) -> Bool {
    if let subject, subject != meeting.subject { return false }
    if let isAboutEvening, isAboutEvening != meeting.isInTheEvening { return false }
    return meeting.subject != .induction || !codes.contains(.hearingBack)
  }
}

extension StringProtocol {
  fileprivate var trimmingSpaces: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}

func comments(in stocks: String...) throws(DemoError) -> [Comment] {
  var comments: [Comment] = []
  for stock in stocks {
    for block in blocks(of: stock, markSeparator: " ") { comments.append(try Comment(block)) }
  }
  return comments
}
