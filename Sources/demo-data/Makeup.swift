/// How many people of each kind a site recruited.
struct Makeup {
  let genders: [(item: String, count: Int)]
  let ageBands: [(item: String, count: Int)]
  let ethnicGroups: [(item: String, count: Int)]
  let diabetesTypes: [(item: String, count: Int)]
  let areas: [(item: String, count: Int)]
}

/// The mix of a site, off the population on purpose.
///
/// The groups are older than the people with diabetes nearby, hold too many with type 1 and, in
/// Hammersmith & Fulham, too few from the north of the borough and too few Asian people.
func makeup(of site: Site) -> Makeup {
  switch site {
  case .hammersmithFulham:
    Makeup(
      genders: [("Female", 15), ("Male", 10)],
      ageBands: ages(1, 3, 8, 9, 4),
      ethnicGroups: [
        ("White British", 14), ("White other", 3), ("Black", 4), ("Asian", 2),
        ("Mixed or other", 2),
      ],
      diabetesTypes: types(8, 14, 3),
      areas: [("North", 8), ("South", 17)])
  case .lincolnshire:
    Makeup(
      genders: [("Female", 12), ("Male", 14)],
      ageBands: ages(1, 3, 8, 10, 4),
      ethnicGroups: [("White British", 24), ("White other", 1), ("Asian", 1)],
      diabetesTypes: types(7, 16, 3),
      areas: [("Boston", 7), ("Lincoln", 11), ("Rural", 8)])
  case .northMersey:
    Makeup(
      genders: [("Female", 9), ("Male", 15)],
      ageBands: ages(1, 3, 9, 8, 3),
      ethnicGroups: [("White British", 22), ("Black", 1), ("Asian", 1)],
      diabetesTypes: types(6, 15, 3),
      areas: [("Liverpool", 13), ("Sefton", 7), ("Knowsley", 4)])
  }
}

let ageBands = ["18–34", "35–49", "50–64", "65–74", "75 or over"]

private func ages(_ counts: Int...) -> [(item: String, count: Int)] {
  zip(ageBands, counts).map { ($0, $1) }
}

private func types(_ first: Int, _ second: Int, _ carers: Int) -> [(item: String, count: Int)] {
  [("Type 1", first), ("Type 2", second), ("Carer or family", carers)]
}
