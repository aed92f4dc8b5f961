import Statistics

/// Description: moments and quantiles.
let descriptions: Family = [
  "descriptives.basic": { reference in
    let column = try reference.column(reference.text("column"))
    let values = column.compactMap(\.self)
    var results: Results = [
      "n": .count(values.count), "n_missing": .count(column.count - values.count),
    ]
    try results.add("sum") { () throws(SampleError) in
      guard !values.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
      return try MomentsTally(values.span).sum
    }
    try results.add("mean") { try mean(values.span) }
    try results.add(["variance", "sd", "se_mean"]) {
      let moments = try Moments(values.span)
      return [moments.variance, moments.standardDeviation, moments.standardError]
    }
    try results.add(
      ["min", "max", "range", "median", "quantile_0.25", "mad_raw", "mad_1.4826"]
    ) {
      let sample = try SortedSample(values.span)
      let deviation = sample.medianAbsoluteDeviation
      return [
        sample.minimum, sample.maximum, sample.maximum - sample.minimum, sample.median,
        try sample.quantile(0.25), deviation, SortedSample.normalConsistency * deviation,
      ]
    }
    if reference.has("trim") {
      try results.add("trimmed_mean") {
        try SortedSample(values.span).trimmedMean(reference.number("trim"))
      }
    }
    return results
  },
  "descriptives.quantile_type7": { reference in
    let values = try reference.values(reference.text("column"))
    var results = Results()
    try results.add(["quantiles", "median", "iqr"]) {
      let sample = try SortedSample(values.span)
      return [
        try reference.numbers("probs").map { try sample.quantile($0) }, sample.median,
        sample.interquartileRange,
      ]
    }
    return results
  },
  "descriptives.quantile_other_types": { reference in
    let values = try reference.values(reference.text("column"))
    guard let type = QuantileType(rawValue: try reference.integer("type")) else {
      throw CaseError.notUnderstood("type")
    }
    var results = Results()
    try results.add("quantiles") {
      let sample = try SortedSample(values.span)
      return try reference.numbers("probs").map { try sample.quantile($0, type: type) }
    }
    return results
  },
  "descriptives.skew_kurtosis": { reference in
    let values = try reference.values(reference.text("column"))
    let conventions: [(suffix: String, lower: String, Shape.Convention)] = [
      ("type1", "g", .moment), ("type2", "G", .adjusted), ("type3", "b", .sample),
    ]
    var results = Results()
    for (suffix, letter, convention) in conventions {
      try results.add("skew_\(letter)1_\(suffix)") {
        try Shape(values.span).skewness(convention)
      }
      try results.add("excess_kurtosis_\(letter)2_\(suffix)") {
        try Shape(values.span).excessKurtosis(convention)
      }
    }
    return results
  },
  "descriptives.weighted_mean_variance": { reference in
    let data = try reference.complete([reference.text("value"), reference.text("weight")])
    let (values, weights) = (data[0], data[1])
    var results = Results()
    try results.add(["sum_w", "weighted_mean"]) {
      let moments = try WeightedMoments(values.span, weights: weights.span)
      return [moments.sumOfWeights, moments.mean]
    }
    let conventions: [(String, WeightedMoments.VarianceConvention)] = [
      ("variance_ML", .population), ("variance_frequency", .frequency),
      ("variance_reliability", .reliability), ("variance_rescaled_n_minus_1", .rescaled),
    ]
    for (name, convention) in conventions {
      try results.add(name) {
        try WeightedMoments(values.span, weights: weights.span).variance(convention)
      }
    }
    return results
  },
  "descriptives.weighted_quantile": { reference in
    let data = try reference.complete([reference.text("value"), reference.text("weight")])
    let (values, weights) = (data[0], data[1])
    let probabilities = reference.points("probs")
    var results: Results = ["probs": .numbers(probabilities)]
    try results.add("invcdf") {
      try weightedQuantiles(values.span, weights: weights.span, probabilities)
    }
    return results
  },
]
