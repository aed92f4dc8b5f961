import Statistics

/// Description: moments and quantiles.
let descriptions: Family = [
  "descriptives.quantile_type7": { reference in
    let values = try reference.values(reference.text("column"))
    var results = Results()
    try results.add("quantiles") {
      let sample = try SortedSample(values.span)
      return try reference.numbers("probs").map { try sample.quantile($0) }
    }
    try results.add("median") { try median(values.span) }
    try results.add("iqr") {
      try quantile(values.span, 0.75) - quantile(values.span, 0.25)
    }
    return results
  }
]
