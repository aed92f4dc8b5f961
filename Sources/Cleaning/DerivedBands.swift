package import EvaluationData

/// Bands that follow each other without gap or overlap.
///
/// A band holds the numbers from its lower edge up to, but not including, its
/// upper edge: with edges 18 and 35, 18 and 34.999 lie within and 35 does not.
package struct NumberBands: Sendable, Hashable {
  package struct Band: Sendable, Hashable {
    package let level: Named
    /// The least number of the band; nil when it has none.
    package let from: Double?
    /// The least number above the band; nil when there is none.
    package let below: Double?

    package init(_ level: Named, from: Double? = nil, below: Double? = nil) {
      self.level = level
      self.from = from
      self.below = below
    }
  }

  /// In ascending order.
  package let bands: [Band]
  /// The edges between bands: a number lies in the band after as many of them as it reaches.
  private let edges: [Double]

  package init(_ bands: [Band]) throws(DerivedColumnError) {
    guard !bands.isEmpty else { throw .noLevels }
    // Band codes share the space of codes with missing reasons.
    guard bands.count <= 1000 else { throw .tooManyLevels(bands.count) }
    if let name = repeatedName(bands.map(\.level)) { throw .levelTwice(name) }
    for band in bands {
      for edge in [band.from, band.below].compactMap(\.self) where !edge.isFinite {
        throw .edgeNotFinite(band.level.name)
      }
      if let from = band.from, let below = band.below, from >= below {
        throw .emptyBand(band.level.name, from: from.shortest, below: below.shortest)
      }
    }
    for (band, next) in zip(bands, bands.dropFirst()) {
      let (name, nextName) = (band.level.name, next.level.name)
      guard let below = band.below else { throw .openInside(name) }
      guard let from = next.from else { throw .openInside(nextName) }
      if below < from { throw .gap(name, nextName, below.shortest, from.shortest) }
      if below > from { throw .overlap(name, nextName, from.shortest, below.shortest) }
    }
    self.bands = bands
    edges = bands.dropFirst().compactMap(\.from)
  }

  /// The band of a number; nil outside all of them.
  func band(of number: Double) -> Int? {
    if let from = bands[0].from, number < from { return nil }
    if let below = bands[bands.count - 1].below, number >= below { return nil }
    var band = 0
    while band < edges.count, number >= edges[band] { band += 1 }
    return band
  }

  /// What a number must be to lie in a band.
  var expectation: String {
    let words = [
      bands[0].from.map { "of at least \($0.shortest)" },
      bands[bands.count - 1].below.map { "below \($0.shortest)" },
    ]
    return "a number " + words.compactMap(\.self).joined(separator: " and ")
  }
}

/// Waves of data collection; between two of them there may be days of none.
///
/// A wave holds its first and its last day.
package struct DateWaves: Sendable, Hashable {
  package struct Wave: Sendable, Hashable {
    package let level: Named
    /// The first day; nil when the wave has no beginning.
    package let first: CalendarDate?
    /// The last day; nil when the wave has no end.
    package let last: CalendarDate?

    package init(_ level: Named, first: CalendarDate? = nil, last: CalendarDate? = nil) {
      self.level = level
      self.first = first
      self.last = last
    }
  }

  /// In the order of time.
  package let waves: [Wave]

  package init(_ waves: [Wave]) throws(DerivedColumnError) {
    guard !waves.isEmpty else { throw .noLevels }
    guard waves.count <= 1000 else { throw .tooManyLevels(waves.count) }
    if let name = repeatedName(waves.map(\.level)) { throw .levelTwice(name) }
    for wave in waves {
      if let first = wave.first, let last = wave.last, first > last {
        throw .emptyWave(wave.level.name, first, last)
      }
    }
    for (wave, next) in zip(waves, waves.dropFirst()) {
      let (name, nextName) = (wave.level.name, next.level.name)
      guard let last = wave.last else { throw .openInside(name) }
      guard let first = next.first else { throw .openInside(nextName) }
      if last >= first { throw .wavesOverlap(name, nextName, last, first) }
    }
    self.waves = waves
  }

  /// The wave of a day; nil when it lies in none.
  func wave(of day: CalendarDate) -> Int? {
    waves.firstIndex { wave in
      wave.first.map { day >= $0 } ?? true && wave.last.map { day <= $0 } ?? true
    }
  }

  /// What a date must be to lie in a wave.
  var expectation: String {
    let words = waves.prefix(8).map { wave in
      let days =
        switch (wave.first, wave.last) {
        case (let first?, let last?): "from \(first) to \(last)"
        case (let first?, nil): "on or after \(first)"
        case (nil, let last?): "on or before \(last)"
        case (nil, nil): "any day"
        }
      return "\(wave.level.label) (\(days))"
    }
    return "a day of " + words.joined(separator: " or ") + (waves.count > 8 ? ", …" : "")
  }
}

private func repeatedName(_ levels: [Named]) -> String? {
  var names: Set<String> = []
  return levels.first { !names.insert($0.name).inserted }?.name
}

/// Why bands or waves cannot be.
package enum DerivedColumnError: Error, Sendable, Hashable {
  case noLevels
  case tooManyLevels(Int)
  case levelTwice(String)
  case edgeNotFinite(String)
  case emptyBand(String, from: String, below: String)
  case emptyWave(String, CalendarDate, CalendarDate)
  /// An edge is missing that is not the outermost.
  case openInside(String)
  case gap(String, String, String, String)
  case overlap(String, String, String, String)
  case wavesOverlap(String, String, CalendarDate, CalendarDate)
}

extension DerivedColumnError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noLevels: "give at least one level"
    case .tooManyLevels(let count): "\(count) levels are too many: at most 1000 can be told apart"
    case .levelTwice(let name): "level '\(name)' stands twice"
    case .edgeNotFinite(let name): "the edges of '\(name)' are numbers"
    case .emptyBand(let name, let from, let below):
      "nothing lies in '\(name)', from \(from) and below \(below)"
    case .emptyWave(let name, let first, let last):
      "no day lies in '\(name)', from \(first) to \(last)"
    case .openInside(let name):
      "'\(name)' has an open end beside another level: only the first may lack its lower edge and "
        + "the last its upper one"
    case .gap(let name, let next, let below, let from):
      "between '\(name)', below \(below), and '\(next)', from \(from), is a gap: each begins where "
        + "the one before it ends"
    case .overlap(let name, let next, let from, let below):
      "'\(name)', below \(below), and '\(next)', from \(from), overlap or are out of order: each "
        + "begins where the one before it ends"
    case .wavesOverlap(let name, let next, let last, let first):
      "'\(name)', to \(last), and '\(next)', from \(first), overlap or are out of order: each "
        + "begins after the last day of the one before it"
    }
  }
}
