package import EvaluationData

/// All that is measured: the cleaned tables and the coded texts of one run.
package struct MeasureInput: Sendable {
  package let tables: [Table]
  package let coded: [CodedText]
  /// The day up to which things are known; later events count as not yet happened.
  package let asOf: CalendarDate
  /// From which simulated p-values derive.
  package let seed: UInt64
  /// The column of each source that holds the ids of its people.
  package let persons: [String: String]
  /// What people settled where coders differed.
  package let adjudications: [Adjudication]

  package init(
    tables: [Table], coded: [CodedText], asOf: CalendarDate, seed: UInt64,
    persons: [String: String] = [:], adjudications: [Adjudication] = []
  ) {
    self.adjudications = adjudications
    self.tables = tables
    self.coded = coded
    self.asOf = asOf
    self.seed = seed
    self.persons = persons
  }

  func table(_ name: String) -> Table {
    guard let table = tables.first(where: { $0.name.name == name }) else {
      preconditionFailure("the pipeline was checked: there is a source \(name)")
    }
    return table
  }
}

/// What measuring found out.
package struct Measured: Sendable {
  package let findings: [Finding]
  package let problems: [Problem]
  /// What people gave, for each part of the pipeline's `agreement`.
  package let peoplesCodes: [PeoplesCodes]
}

/// Computes every finding that the pipeline asks for, in the order of a report.
package func measure(_ input: MeasureInput, as spec: MeasureSpec) -> Measured {
  var findings: [Finding] = []
  var problems: [Problem] = []
  for part in spec.representativeness {
    let checked = representativeness(input, part, spec.thresholds)
    findings += checked.value
    problems += checked.problems
  }
  if let part = spec.engagement { findings += engagement(input, part, spec.thresholds) }
  for part in spec.coding { findings += codeFrequencies(input, part, spec.thresholds) }
  if let part = spec.feedbackLoop { findings += feedbackLoop(input, part, spec.thresholds) }
  for part in spec.frequencies { findings += frequencies(input, part, spec.thresholds) }
  if let part = spec.processQuality { findings += processQuality(input, part) }
  for part in spec.outcomes { findings += outcomes(input, part, spec.thresholds) }
  for part in spec.trend { findings += trend(input, part, spec.thresholds) }
  let people = codedByPeople(input, spec.agreement)
  problems += people.problems
  for (part, codes) in zip(spec.agreement, people.value) {
    findings += agreement(input, part, codes)
  }
  findings += dataQuality(input)
  return Measured(
    findings: Finding.identified(findings), problems: problems, peoplesCodes: people.value)
}
