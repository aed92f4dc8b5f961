/// The number of people with diabetes at each site, by four variables.
///
/// Invented, in round tens, and for each site every variable adds up to the same total. Carers and
/// family are not part of it.
func populationExport() -> Export {
  let levels: [(variable: String, levels: [String])] = [
    ("gender", ["Female", "Male"]),
    ("age_band", ageBands),
    ("ethnicity", ["White British", "White other", "Black", "Asian", "Mixed or other"]),
    ("diabetes_type", ["Type 1", "Type 2"]),
  ]
  let rows = Site.allCases.flatMap { site in
    zip(levels, population(of: site)).flatMap { variable, counts in
      zip(variable.levels, counts).map { level, people in
        [site.name, variable.variable, level, String(people)]
      }
    }
  }
  return Export(
    name: "population-margins.csv", dialect: .shared,
    header: ["Site", "Variable", "Level", "People"], rows: rows)
}

private func population(of site: Site) -> [[Int]] {
  switch site {
  case .hammersmithFulham:
    [
      [3520, 4120], [430, 1540, 2610, 1720, 1340], [3010, 1190, 1570, 1240, 630], [690, 6950],
    ]
  case .lincolnshire:
    [
      [16690, 19590], [1310, 4720, 11240, 10090, 8920], [33910, 1420, 150, 540, 260],
      [3420, 32860],
    ]
  case .northMersey:
    [
      [22180, 24970], [2240, 7460, 15380, 12030, 10040], [42660, 1350, 840, 1310, 990],
      [4310, 42840],
    ]
  }
}
