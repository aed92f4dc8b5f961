/// The columns of a list of members that every site has, in their order.
enum MemberColumn: Int, CaseIterable {
  case id, site, joined, left, gender, ageBand, ethnicGroup, diabetesType, area, works, recruited
  case quoted, email

  func header(at site: Site) -> String {
    switch self {
    case .id: "Member ID"
    case .site: "Site"
    case .joined: "Joined"
    case .left: "Left"
    case .gender: site == .northMersey ? "Sex" : "Gender"
    case .ageBand: "Age band"
    case .ethnicGroup: "Ethnic group"
    case .diabetesType: "Diabetes type"
    case .area: "Area"
    case .works: "Works in the day"
    case .recruited: "How recruited"
    case .quoted: "Happy to be quoted"
    case .email: site == .northMersey ? "Email" : "E-mail"
    }
  }
}

/// The list of members as the site's office exports it, mistakes included.
func membersExport(_ programme: Programme, of site: Site) -> Export {
  let people = programme.people(of: site)
  let dialect = site.dialect
  let addresses = emailAddresses(of: people, seed: programme.seed)
  var rows = zip(people, addresses).map { memberRow($0, email: $1, dialect) }
  for spoiled in spoiledCells {
    guard let row = people.firstIndex(where: { $0.id == spoiled.id }) else { continue }
    rows[row][spoiled.column.rawValue] = spoiled.text
  }
  var header = MemberColumn.allCases.map { $0.header(at: site) }
  if site == .hammersmithFulham {
    header.append("Area notes")
    rows = zip(rows, areaNotes(count: rows.count, seed: programme.seed)).map { $0 + [$1] }
  }
  for (id, how) in repeatedMembers {
    guard let row = people.firstIndex(where: { $0.id == id }) else { continue }
    rows.append(repeated(rows[row], how, dialect))
  }
  return Export(
    name: "members-\(site.slug).csv", dialect: dialect,
    title: "Diabetes user group: members at 30 April 2011", header: header, rows: rows)
}

private func memberRow(_ person: Person, email: String, _ dialect: Dialect) -> [String] {
  let ageBand = person.ageBand.split(separator: "–").joined(separator: dialect.dash)
  return MemberColumn.allCases.map { column in
    switch column {
    case .id: person.id
    case .site: person.site.name
    case .joined: dialect.text(person.joined)
    case .left: dialect.text(person.left)
    case .gender: person.gender
    case .ageBand: ageBand
    case .ethnicGroup: person.ethnicGroup
    case .diabetesType: person.diabetesType
    case .area: person.area
    case .works: person.worksInTheDay ? "Yes" : "No"
    case .recruited: person.volunteered ? "Volunteered" : "Invited"
    case .quoted: person.isHappyToBeQuoted ? "Yes" : "No"
    case .email: email
    }
  }
}

private func repeated(_ row: [String], _ how: Repeat, _ dialect: Dialect) -> [String] {
  var row = row
  switch how {
  case .exact: break
  case .joinedOn(let day): row[MemberColumn.joined.rawValue] = dialect.text(day)
  case .untidy:
    row[MemberColumn.gender.rawValue] = row[MemberColumn.gender.rawValue].lowercased() + " "
  }
  return row
}

/// Notes on how to find people, with the letters and signs that need Windows-1252.
private func areaNotes(count: Int, seed: UInt64) -> [String] {
  let notes = [
    "près du café – Shepherd’s Bush", "flat above the pâtisserie", "W12 – next to the crèche",
    "“the blue door” past Ravenscourt Park", "bus is £1.20 – claims each time",
    "by the Señorita tapas place; ring twice", "Brontë block, no lift", "",
    "White City – not after dark", "opposite Fulham Palace’s side gate", "½ mile from the tube",
    "", "near the Polish délicatessen, King Street", "step-free only – uses a chair…", "",
  ]
  var random = RandomSource(seed: seed, purpose: "area notes")
  let filled = random.shuffled(notes)
  return (0..<count).map { $0 < filled.count ? filled[$0] : "" }
}
