package import EvaluationData

/// Everything that a report shows, already disclosed for its audience.
package struct Report: Sendable {
  package let title: String
  package let organisation: String?
  package let contact: String?
  /// Shown at the top of everything, such as that all data are synthetic.
  package let notice: String?
  package let pipeline: String
  /// CountIn's own version.
  package let version: String
  package let start: CalendarDate
  package let end: CalendarDate
  package let audience: Audience
  /// Counts below this are hidden from the `publish` audience.
  package let threshold: Int
  /// In the order in which they are read.
  package let findings: [Finding]
  package let problemCounts: [ProblemCount]
  package let files: [LoadedFile]
  /// Whole sentences.
  package let limitations: [String]
  /// In the order of their codes.
  package let quotes: [Quote]
  /// Seconds since 1970, for the metadata of files; never 0.
  package let timestamp: Int

  package init(
    title: String, organisation: String?, contact: String?, notice: String?, pipeline: String,
    version: String, start: CalendarDate, end: CalendarDate, audience: Audience, threshold: Int,
    findings: [Finding], problemCounts: [ProblemCount], files: [LoadedFile],
    limitations: [String], quotes: [Quote], timestamp: Int
  ) {
    self.title = title
    self.organisation = organisation
    self.contact = contact
    self.notice = notice
    self.pipeline = pipeline
    self.version = version
    self.start = start
    self.end = end
    self.audience = audience
    self.threshold = threshold
    self.findings = findings
    self.problemCounts = problemCounts
    self.files = files
    self.limitations = limitations
    self.quotes = quotes
    self.timestamp = timestamp
  }
}

/// How often one kind of problem was met in one source.
package struct ProblemCount: Sendable, Hashable {
  package let kind: ProblemKind
  package let source: Named
  package let count: Int

  package init(kind: ProblemKind, source: Named, count: Int) {
    self.kind = kind
    self.source = source
    self.count = count
  }
}

/// What the team itself gets beside the findings; cells of people's answers are in it.
package struct InternalDetail: Sendable {
  package let problems: [Problem]
  package let ledgers: [CleaningLedger]
  /// Nil where the pipeline wants no quotes.
  package let quotesToCheck: [QuoteToCheck]?
  package let checks: [CheckResult]
  /// Nil where no two people coded the same text.
  package let disagreements: [Disagreement]?

  package init(
    problems: [Problem], ledgers: [CleaningLedger], quotesToCheck: [QuoteToCheck]?,
    checks: [CheckResult] = [], disagreements: [Disagreement]? = nil
  ) {
    self.disagreements = disagreements
    self.problems = problems
    self.ledgers = ledgers
    self.quotesToCheck = quotesToCheck
    self.checks = checks
  }
}

/// What came of one rule that the pipeline has for its data.
package struct CheckResult: Sendable, Hashable {
  package let source: Named
  /// In words.
  package let rule: String
  /// How many rows were looked at; nil where the rule speaks of the source as a whole.
  package let checked: Int?
  /// How many of them failed; 1 where the source as a whole did.
  package let failed: Int
  package let outcome: CheckOutcome

  package init(source: Named, rule: String, checked: Int?, failed: Int, outcome: CheckOutcome) {
    self.source = source
    self.rule = rule
    self.checked = checked
    self.failed = failed
    self.outcome = outcome
  }
}

package enum CheckOutcome: String, Sendable, Hashable, CaseIterable {
  case kept
  /// Failed in fewer rows than the pipeline wants to hear of.
  case passedOver = "passed over"
  /// Failed; the rows are among the problems.
  case noted
  /// Failed so often that reports say so.
  case warned
  /// Some rows have a sign that answers were not given with care; they are among the problems.
  case flagged
}

extension CheckResult: CustomStringConvertible {
  /// The rule and how often it failed, as a sentence without a full stop.
  package var description: String {
    "\(source.label): \(rule): \(result)"
  }

  private var result: String {
    if failed == 0 { return "kept" }
    guard let checked else { return "fails" }
    let rows = "\(counted(failed)) of \(plural(checked, "row"))"
    return rows + (outcome == .flagged ? " flagged" : failed == 1 ? " fails" : " fail")
  }
}

/// A file that was written.
package struct Artifact: Sendable, Hashable {
  /// Relative to the audience's folder, with `/`.
  package let path: String

  package init(path: String) {
    self.path = path
  }
}
