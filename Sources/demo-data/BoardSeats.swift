/// A group that takes decisions, and how long each of its user seats was filled.
private struct DecisionGroup {
  let site: Site
  let name: String
  let isStrategic: Bool
  let opens: Day
  /// One after another per seat: a second person follows where the first has left.
  let seats: Int
}

private let decisionGroups = [
  DecisionGroup(
    site: .hammersmithFulham, name: "Service Redesign Group", isStrategic: true,
    opens: Day(2010, 2, 1), seats: 2),
  DecisionGroup(
    site: .hammersmithFulham, name: "Diabetes Programme Board", isStrategic: true,
    opens: Day(2010, 6, 14), seats: 2),
  DecisionGroup(
    site: .hammersmithFulham, name: "Patient Education Group", isStrategic: false,
    opens: Day(2010, 5, 10), seats: 3),
  DecisionGroup(
    site: .lincolnshire, name: "Clinical Network Board", isStrategic: true,
    opens: Day(2010, 3, 1), seats: 3),
  DecisionGroup(
    site: .lincolnshire, name: "Structured Education Review", isStrategic: false,
    opens: Day(2010, 5, 4), seats: 2),
  DecisionGroup(
    site: .lincolnshire, name: "Shared Records Pilot", isStrategic: false,
    opens: Day(2010, 9, 6), seats: 1),
  DecisionGroup(
    site: .northMersey, name: "Network Board", isStrategic: true,
    opens: Day(2010, 3, 22), seats: 2),
  DecisionGroup(
    site: .northMersey, name: "Efficiency Steering Group", isStrategic: true,
    opens: Day(2010, 9, 20), seats: 1),
  DecisionGroup(
    site: .northMersey, name: "Foot Care Pathway Group", isStrategic: false,
    opens: Day(2010, 7, 5), seats: 2),
  DecisionGroup(
    site: .northMersey, name: "Sefton Implementation Team", isStrategic: false,
    opens: Day(2010, 11, 1), seats: 2),
]

/// Who sat where, and from when to when; a blank `To` means to this day.
func boardSeatsExport(_ programme: Programme) -> Export {
  var random = RandomSource(seed: programme.seed, purpose: "board seats")
  var rows: [[String]] = []
  for group in decisionGroups {
    var taken: [String] = []
    for _ in 0..<group.seats {
      var opens = group.opens + random.within(0...20)
      while let person = nextForSeat(programme, group.site, opens, without: taken, &random) {
        taken.append(person.id)
        let stepsDown = random.happens(0.2) ? opens + random.within(120...200) : nil
        let ends = [stepsDown, person.left].compactMap { $0 }.filter { $0 < Programme.end }.min()
        rows.append([
          group.site.name, group.name, group.isStrategic ? "Strategic" : "Service", person.id,
          opens.iso, ends?.iso ?? "",
        ])
        guard let ends, ends + 75 < Programme.end else { break }
        opens = ends + random.within(28...70)
      }
    }
  }
  return Export(
    name: "board-seats.csv", dialect: .shared,
    header: ["Site", "Decision group", "Level", "Member ID", "From", "To"], rows: rows)
}

/// Seats go to those who come to most meetings.
private func nextForSeat(
  _ programme: Programme, _ site: Site, _ day: Day, without taken: [String],
  _ random: inout RandomSource
) -> Person? {
  let free = programme.people(of: site).filter { person in
    person.isListed(on: day) && person.joined + 45 < day && !taken.contains(person.id)
  }
  let keenest = free.sorted { $0.keenness > $1.keenness }.prefix(8)
  return keenest.isEmpty ? nil : random.pick(Array(keenest))
}
