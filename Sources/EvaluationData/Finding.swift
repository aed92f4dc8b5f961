package import Statistics

/// One reportable number with everything needed to read it.
package struct Finding: Sendable, Hashable {
  /// Whom a hidden number would protect.
  package enum Subject: Sendable, Hashable {
    /// People, or things that people said or did: small numbers may identify them.
    case people
    /// The organisation's own facts, such as meetings held.
    case organisation
  }

  /// The lower and upper limit, and how sure they are (0.95 as a rule).
  package struct Limits: Sendable, Hashable {
    package let lower: Double
    package let upper: Double
    package let level: Double

    package init(lower: Double, upper: Double, level: Double) {
      self.lower = Finding.rounded(lower)
      self.upper = Finding.rounded(upper)
      self.level = level
    }
  }

  package let measure: Measure
  package let source: Named
  package let indicator: Named?
  package let variable: Named?
  package let level: Named?
  package let groupBy: Named?
  package let group: Named?
  package let wave: Named?
  package let statistic: Statistic
  package let subject: Subject
  package let method: Method
  package private(set) var value: Double?
  package private(set) var limits: Limits?
  package private(set) var n: Int?
  package private(set) var base: Int?
  package private(set) var p: Double?
  package private(set) var adjustedP: Double?
  package private(set) var verdict: Verdict?
  package private(set) var status: Status?
  package var note: String
  /// The cells of others whose people include those of this one: that of the code that a code
  /// is a part of.
  package var partOf: [String] = []
  /// The cells without which the value cannot be worked out, and which it would betray.
  package var derivedFrom: [String] = []
  /// Whether nobody is at two levels of the indicator.
  package var excludesOtherLevels = false
  /// The findings that speak of the same people share this part of the id.
  package let cellID: String
  /// Unique within a run; `Finding.identified` settles clashes.
  package private(set) var id: String

  package init(
    _ measure: Measure, source: Named, indicator: Named? = nil, variable: Named? = nil,
    level: Named? = nil, groupBy: Named? = nil, group: Named? = nil, wave: Named? = nil,
    statistic: Statistic, method: Method, subject: Subject = .people, value: Double?,
    limits: Limits? = nil, n: Int? = nil, base: Int? = nil, p: Double? = nil,
    adjustedP: Double? = nil, verdict: Verdict? = nil, status: Status? = nil, note: String = ""
  ) {
    self.measure = measure
    self.source = source
    self.indicator = indicator
    self.variable = variable
    self.level = level
    self.groupBy = groupBy
    self.group = group
    self.wave = wave
    self.statistic = statistic
    self.method = method
    self.subject = subject
    self.value = value.map(Finding.rounded)
    self.limits = limits
    self.n = n
    self.base = base
    self.p = p.map(Finding.rounded)
    self.adjustedP = adjustedP.map(Finding.rounded)
    self.verdict = verdict
    self.status = status ?? (value == nil ? .notAvailable : nil)
    self.note = note
    var parts = [measure.rawValue, source.slug]
    parts.append((indicator ?? variable ?? Named("all")).slug)
    if let level { parts.append(level.slug) }
    if let groupBy, let group { parts.append("\(groupBy.slug)=\(group.slug)") }
    if let wave { parts.append(wave.slug) }
    cellID = parts.joined(separator: "/")
    id = "\(cellID)/\(statistic.rawValue)"
  }

  /// The same finding with its numbers hidden.
  package func hidden(_ status: Status, note: String) -> Finding {
    var hidden = self
    hidden.value = nil
    hidden.limits = nil
    hidden.n = nil
    hidden.p = nil
    hidden.adjustedP = nil
    hidden.verdict = nil
    hidden.status = status
    hidden.note = note
    return hidden
  }

  /// The same finding without its base, where the base itself would tell too much.
  package func withoutBase() -> Finding {
    var hidden = self
    hidden.base = nil
    return hidden
  }

  /// The findings with ids that no two share: a clash gets `-2`, `-3` and so on, in order.
  package static func identified(_ findings: [Finding]) -> [Finding] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      let times = seen[finding.id, default: 0] + 1
      seen[finding.id] = times
      guard times > 1 else { return finding }
      var renamed = finding
      renamed.id = "\(finding.cellID)-\(times)/\(finding.statistic.rawValue)"
      return renamed
    }
  }

  /// The value with 9 significant digits.
  ///
  /// Rounded once, here, so that every view shows the same number.
  package static func rounded(_ value: Double) -> Double {
    guard value.isFinite, value != 0 else { return value }
    // Powers of ten up to 22 are exact, and so is the nearest double after one
    // multiplication and one division.
    var scale = 1.0
    let size = abs(value)
    if size < 1e-13 {
      // Such a p-value is beyond those powers: the decimal text is read back.
      var exponent = 0
      var digits = value
      while abs(digits) < 1e8 {
        digits *= 10
        exponent -= 1
      }
      return Double("\(Int(digits.rounded()))e\(exponent)") ?? value
    }
    if size < 1e8 {
      while size * scale < 1e8, scale < 1e22 { scale *= 10 }
      return (value * scale).rounded() / scale
    }
    while size / scale >= 1e9, scale < 1e22 { scale *= 10 }
    return (value / scale).rounded() * scale
  }
}

extension Finding.Limits {
  package init(_ interval: Interval) {
    self.init(lower: interval.lower, upper: interval.upper, level: interval.level)
  }
}

extension Double {
  /// The shortest text that reads back as the same number, whole numbers without a point.
  package var shortest: String {
    if rounded() == self, abs(self) < 1e15 { return String(Int(self)) }
    return "\(self)"
  }
}
