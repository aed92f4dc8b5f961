import Statistics

/// Times single statistics, on data that the scripts in `peers` make by the same formulas.
///
/// `time-statistics` runs all, `time-statistics NAME` one of them. A line is the name, the
/// shortest of three times in seconds, and a number to hold against the other program's.
@main struct TimeStatistics {
  typealias Timed = () async throws -> Double

  static func main() async throws {
    let all = resamplingAndModels + exactTests + agreementAndWeighting
    let wanted = CommandLine.arguments.dropFirst()
    for (name, prepare) in all where wanted.isEmpty || wanted.contains(name) {
      let timed = prepare()
      var shortest = Duration.seconds(Int.max)
      var result = 0.0
      for _ in 0..<3 {
        let start = ContinuousClock.now
        result = try await timed()
        shortest = min(shortest, ContinuousClock.now - start)
      }
      print(name, shortest / .seconds(1), result)
    }
  }

  private static let resamplingAndModels: [(String, @Sendable () -> Timed)] = [
    ("bootstrap", { bootstrapOfMean(tasks: 1) }),
    ("bootstrap-2-tasks", { bootstrapOfMean(tasks: 2) }),
    ("random-intercept", randomIntercept),
  ]

  /// The interval of the mean change of 1,000 pairs by 10,000 draws.
  static func bootstrapOfMean(tasks: Int) -> Timed {
    let changes = (0..<1000).map { Double($0 * 7919 % 1013) / 100 - 4 }
    return {
      try await Bootstrap(meanOf: changes, draws: 10_000, seed: 1, tasks: tasks)
        .correctedInterval().lower
    }
  }

  /// Change over three waves of 10,000 people in two groups.
  @Sendable static func randomIntercept() -> Timed {
    let rows = Array(0..<30_000)
    let people = rows.map { $0 / 3 }
    let waves = rows.map { ["a", "b", "c"][$0 % 3] }
    let groups = people.map { $0 % 2 == 0 ? "control" : "taught" }
    let outcome = rows.map { row in
      let noise = Double(row * 104_729 % 997) / 200
      let effect = row / 3 % 2 == 1 ? Double(row % 3) / 4 : 0
      return Double(row / 3 * 7919 % 1009) / 100 + effect + noise
    }
    return {
      var design = DesignMatrix(count: rows.count)
      try design.add(Factor(waves), named: "time")
      try design.add(Factor(groups), named: "group")
      try design.addInteraction(of: "time", with: "group")
      let model = try RandomInterceptModel(design, outcome: outcome.span, clusters: people)
      _ = try model.coefficients()
      return try model.test(ofTerm: "time:group").statistic
    }
  }
}
