/// All statistics that are offered, by their names in `cases.json`.
package let offeredStatistics: Family = {
  let families: [Family] = [
    severalGroups, associations, powerAnalysis, resampling, models,
    descriptions, distributions, proportions, meansAndRanks,
    effectSizes, tables,
    agreements, reliabilities, survivals, inequalities, weightings, controlCharts,
  ]
  return families.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
}()
