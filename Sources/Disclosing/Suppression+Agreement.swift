import EvaluationData

extension Suppression {
  /// The figures of agreement over all codes, each with those of the codes that it is made of: with
  /// one of them hidden, the figure over all and the others would tell it.
  func agreementOverCodes() -> [Line] {
    let agreement = findings.filter { $0.measure == .agreement && $0.subject == .people }
    var lines: [Line] = []
    for total in agreement where total.level == nil {
      guard !lines.contains(where: { $0.total == total.cellID }) else { continue }
      let isOfRules = [.precision, .recall, .f1, .meanF1].contains(total.statistic)
      let parts = agreement.filter { finding in
        finding.level != nil && finding.source == total.source
          && finding.indicator?.label == (isOfRules ? nil : total.indicator?.label)
      }
      var line = Line(total: total.cellID, parts: [])
      for part in parts where !line.parts.contains(part.cellID) { line.parts.append(part.cellID) }
      lines.append(line)
    }
    return lines
  }
}
