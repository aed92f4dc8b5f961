package import EvaluationData

/// What the pipeline asks to be measured; a part that is nil or empty is not.
package struct MeasureSpec: Sendable, Hashable {
  package var representativeness: [RepresentativenessSpec] = []
  package var engagement: EngagementSpec?
  package var feedbackLoop: FeedbackLoopSpec?
  package var outcomes: [OutcomesSpec] = []
  package var processQuality: ProcessQualitySpec?
  package var frequencies: [FrequencySpec] = []
  package var coding: [CodeFrequencySpec] = []
  package var agreement: [AgreementSpec] = []
  package var trend: [TrendSpec] = []
  package var thresholds = Thresholds()

  package init() {}
}

/// From which size on a difference may be spoken of.
package struct Thresholds: Sendable, Hashable {
  /// Fewer cases than this are not tested.
  package var testBase = 10
  /// A share of fewer cases than this is too few to read.
  package var shareBase = 5
  /// A gap of this size matters in practice even where it is uncertain.
  package var practicalGap = 0.1
  /// A test below this p speaks.
  package var alpha = 0.05

  package init() {}
}

/// Who is in the room, against published population figures.
package struct RepresentativenessSpec: Sendable, Hashable {
  package var source: String
  package var variables: [String]
  /// Levels that the population figures do not cover, by variable.
  package var leftOut: [String: Set<String>]
  package var by: String?
  package var margins: MarginSpec

  package init(
    source: String, variables: [String], leftOut: [String: Set<String>], by: String?,
    margins: MarginSpec
  ) {
    self.source = source
    self.variables = variables
    self.leftOut = leftOut
    self.by = by
    self.margins = margins
  }
}

/// The source with the population figures: one row a variable, level and group.
package struct MarginSpec: Sendable, Hashable {
  package var source: String
  package var variable: String
  package var level: String
  package var people: String
  package var group: String?

  package init(source: String, variable: String, level: String, people: String, group: String?) {
    self.source = source
    self.variable = variable
    self.level = level
    self.people = people
    self.group = group
  }
}

/// Attendance, retention and seats on decision-making groups.
package struct EngagementSpec: Sendable, Hashable {
  package struct Members: Sendable, Hashable {
    package var source: String
    package var person: String
    package var joined: String
    package var left: String
    package var by: String?

    package init(source: String, person: String, joined: String, left: String, by: String?) {
      self.source = source
      self.person = person
      self.joined = joined
      self.left = left
      self.by = by
    }
  }

  package struct Meetings: Sendable, Hashable {
    package var source: String
    package var meeting: String
    package var date: String
    package var by: String?

    package init(source: String, meeting: String, date: String, by: String?) {
      self.source = source
      self.meeting = meeting
      self.date = date
      self.by = by
    }
  }

  package struct Attendance: Sendable, Hashable {
    package var source: String
    package var meeting: String
    package var person: String
    package var attended: String
    package var present: Set<String>

    package init(
      source: String, meeting: String, person: String, attended: String, present: Set<String>
    ) {
      self.source = source
      self.meeting = meeting
      self.person = person
      self.attended = attended
      self.present = present
    }
  }

  package struct Seats: Sendable, Hashable {
    package var source: String
    package var group: String
    package var minimum: Int

    package init(source: String, group: String, minimum: Int) {
      self.source = source
      self.group = group
      self.minimum = minimum
    }
  }

  package var members: Members
  package var meetings: Meetings?
  package var attendance: Attendance?
  package var meetingSize: ClosedRange<Int>?
  package var retentionDays: [Int]
  package var seats: Seats?

  package init(
    members: Members, meetings: Meetings?, attendance: Attendance?,
    meetingSize: ClosedRange<Int>?, retentionDays: [Int], seats: Seats?
  ) {
    self.members = members
    self.meetings = meetings
    self.attendance = attendance
    self.meetingSize = meetingSize
    self.retentionDays = retentionDays
    self.seats = seats
  }
}

/// What became of what people said.
package struct FeedbackLoopSpec: Sendable, Hashable {
  package var source: String
  package var kind: String
  package var problems: Set<String>
  package var raisedOn: String
  package var decision: String
  package var rejected: Set<String>
  package var decidedOn: String
  package var changedOn: String
  package var reason: String
  package var toldOn: String
  package var solved: String
  package var solvedYes: Set<String>
  package var by: [String]

  package init(
    source: String, kind: String, problems: Set<String>, raisedOn: String, decision: String,
    rejected: Set<String>, decidedOn: String, changedOn: String, reason: String, toldOn: String,
    solved: String, solvedYes: Set<String>, by: [String]
  ) {
    self.source = source
    self.kind = kind
    self.problems = problems
    self.raisedOn = raisedOn
    self.decision = decision
    self.rejected = rejected
    self.decidedOn = decidedOn
    self.changedOn = changedOn
    self.reason = reason
    self.toldOn = toldOn
    self.solved = solved
    self.solvedYes = solvedYes
    self.by = by
  }
}

/// Change between two waves, within people.
package struct OutcomesSpec: Sendable, Hashable {
  package var source: String
  package var person: String
  package var wave: String
  package var baseline: String
  package var followUp: String
  package var variables: [String]
  /// The smallest change that counts as better or worse.
  package var meaningfulChange: Double
  package var by: String?
  /// A 0–10 question whose net score is reported for each wave.
  package var netScore: String?

  package init(
    source: String, person: String, wave: String, baseline: String, followUp: String,
    variables: [String], meaningfulChange: Double, by: String?, netScore: String?
  ) {
    self.source = source
    self.person = person
    self.wave = wave
    self.baseline = baseline
    self.followUp = followUp
    self.variables = variables
    self.meaningfulChange = meaningfulChange
    self.by = by
    self.netScore = netScore
  }
}

/// Quality markers, answered by the organisation and by the people involved.
package struct ProcessQualitySpec: Sendable, Hashable {
  package var source: String
  package var marker: String
  package var stage: String
  package var answeredBy: String
  package var organisation: String
  package var people: String
  package var answer: String
  /// What each level of the answer is worth; a level that is not named does not count.
  package var worth: [String: Double]

  package init(
    source: String, marker: String, stage: String, answeredBy: String, organisation: String,
    people: String, answer: String, worth: [String: Double]
  ) {
    self.source = source
    self.marker = marker
    self.stage = stage
    self.answeredBy = answeredBy
    self.organisation = organisation
    self.people = people
    self.answer = answer
    self.worth = worth
  }
}

/// How often each answer to a closed question was given.
package struct FrequencySpec: Sendable, Hashable {
  package var source: String
  package var variables: [String]
  package var by: String?

  package init(source: String, variables: [String], by: String?) {
    self.source = source
    self.variables = variables
    self.by = by
  }
}

/// How often each code was given.
package struct CodeFrequencySpec: Sendable, Hashable {
  package var source: String
  package var text: String
  /// Each of their levels is also reported alone.
  package var by: [Attribute]
  /// Whether pairs of codes are reported.
  package var coOccurrence = false
  package var trend: CodeTrendSpec?

  package init(source: String, text: String, by: [Attribute]) {
    self.source = source
    self.text = text
    self.by = by
  }
}

/// The periods over which codes are followed.
package enum CodeTrendSpec: Sendable, Hashable {
  package enum Step: String, Sendable, Hashable, CaseIterable {
    case month, quarter, year
  }

  /// By the days of a date column.
  case dates(column: String, every: Step)
  /// By the levels of a category column, in the order of the schema.
  case waves(column: String)
}

/// A share by month.
package struct TrendSpec: Sendable, Hashable {
  package var source: String
  package var date: String
  package var variable: String
  /// The levels that count.
  package var levels: Set<String>

  package init(source: String, date: String, variable: String, levels: Set<String>) {
    self.source = source
    self.date = date
    self.variable = variable
    self.levels = levels
  }
}
