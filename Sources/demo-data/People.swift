/// A member of a user group, as the records ought to have them.
struct Person {
  let id: String
  let site: Site
  let joined: Day
  let left: Day?
  let gender: String
  /// The two ages are parted by an en dash; a dialect may write it otherwise.
  let ageBand: String
  let ethnicGroup: String
  let diabetesType: String
  let area: String
  let worksInTheDay: Bool
  let volunteered: Bool
  let isHappyToBeQuoted: Bool
  /// How likely the person is to come to a meeting, from 0 to 1.
  let keenness: Double

  func isListed(on day: Day) -> Bool {
    guard joined <= day else { return false }
    guard let left else { return true }
    return day < left
  }
}

/// Draws the people of a site, the founders first, then the later ones in order of joining.
func drawPeople(of site: Site, seed: UInt64) -> [Person] {
  var random = RandomSource(seed: seed, purpose: "people \(site.slug)")
  let make = makeup(of: site)
  let genders = random.deal(make.genders)
  let ages = random.deal(make.ageBands)
  let ethnicGroups = random.deal(make.ethnicGroups)
  let types = random.deal(make.diabetesTypes)
  let areas = random.deal(make.areas)
  let works = ages.map { $0.hasPrefix("65") || $0.hasPrefix("75") ? false : random.happens(0.6) }
  let joined = drawJoining(genders.count, &random)
  let left = drawLeaving(joined: joined, works: works, &random)
  return genders.indices.map { row in
    Person(
      id: "\(site.prefix)-\(padded(row + 1, to: 3))", site: site, joined: joined[row],
      left: left[row], gender: genders[row], ageBand: ages[row], ethnicGroup: ethnicGroups[row],
      diabetesType: types[row], area: areas[row], worksInTheDay: works[row],
      volunteered: random.happens(0.42), isHappyToBeQuoted: random.happens(0.72),
      keenness: (0.35 + 0.6 * random.uniform()) * (works[row] ? 0.75 : 1))
  }
}

/// Two in three are recruited before the first meeting, the rest in the course of 2010.
private func drawJoining(_ count: Int, _ random: inout RandomSource) -> [Day] {
  let founders = count - 7
  let early = (0..<founders).map { _ in Day(2009, 10, 12) + random.within(0...45) }
  let late = (0..<7).map { Day(2010, 2, 10) + $0 * 42 + random.within(0...25) }
  return early.sorted() + late
}

/// Six leave one after the other; people who work in the day are the likelier to go.
private func drawLeaving(joined: [Day], works: [Bool], _ random: inout RandomSource) -> [Day?] {
  var left = [Day?](repeating: nil, count: joined.count)
  for turn in 0..<6 {
    let day = Day(2010, 3, 5) + turn * 58 + random.within(0...30)
    let candidates = joined.indices.filter { joined[$0] + 60 < day && left[$0] == nil }
    let working = candidates.filter { works[$0] }
    let leaver = random.pick(!working.isEmpty && random.happens(0.6) ? working : candidates)
    left[leaver] = day
  }
  return left
}
