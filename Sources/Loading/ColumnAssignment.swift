/// Which columns of a file are those that were asked for.
///
/// Headings are held against the wordings level by level: the first level that finds a column
/// decides, and what a wording has found on one level no other gets on a later one.
struct ColumnAssignment {
  private let columns: [RequestedColumn]
  private let headings: [Heading]
  private let folded: [FoldedHeading]
  private let wanted: [[WantedHeading]]
  /// The place in the file of each requested column.
  private(set) var places: [Int?]
  /// Requested columns for which several headings may be meant.
  private(set) var ambiguous: [(column: Int, places: [Int])] = []
  private var isClaimed: [Bool]
  private var isSettled: [Bool]

  init(_ columns: [RequestedColumn], to headings: [Heading]) {
    self.columns = columns
    self.headings = headings
    folded = headings.map { FoldedHeading($0.name) }
    wanted = columns.map { $0.headers.map(WantedHeading.init) }
    places = columns.map { _ in nil }
    isClaimed = headings.map(\.isNameless)
    isSettled = columns.map { $0.valueOfFile != nil }
    for level in HeadingFold.allCases {
      // Further names, such as Q2, go before the loosest level.
      if level == .spaces { settle(furtherNames()) }
      settle(names(on: level))
    }
    settle(parts())
    settle(beginnings())
  }

  /// For each column of the file the requested columns that it is.
  var requested: [[Int]] {
    var requested = headings.map { _ in [Int]() }
    for (column, place) in places.enumerated() {
      if let place { requested[place].append(column) }
    }
    return requested
  }

  /// The columns with answers that nobody asked for.
  var unclaimed: [Int] {
    headings.indices.filter { !isClaimed[$0] && headings[$0].role == .answer }
  }

  /// Takes what was found for each column; all columns look at the same free headings.
  private mutating func settle(_ found: [[Int]]) {
    for (column, places) in found.enumerated() where !places.isEmpty {
      isSettled[column] = true
      if places.count == 1 {
        self.places[column] = places[0]
      } else {
        ambiguous.append((column, places))
      }
      for place in places { isClaimed[place] = true }
    }
  }

  private func names(on level: HeadingFold) -> [[Int]] {
    // Columns that hold no answers are found by their full names alone.
    let free = headings.indices.filter {
      !isClaimed[$0] && (level == .letters || headings[$0].role.holdsText)
    }
    var numbered: [String: [Int]] = [:]
    var unnumbered: [String: [Int]] = [:]
    for place in free {
      numbered[folded[place].key(level, isNumbered: true), default: []].append(place)
      unnumbered[folded[place].key(level, isNumbered: false), default: []].append(place)
    }
    let found = columns.indices.map { column -> [Int] in
      guard !isSettled[column] else { return [] }
      let places = wanted[column].flatMap { wording in
        let isNumbered = wording.folded.hasNumber
        let key = wording.folded.key(level, isNumbered: isNumbered)
        return (isNumbered ? numbered : unnumbered)[key] ?? []
      }
      return Set(places).sorted()
    }
    return withRepeats(found)
  }

  /// The first of several columns of one heading is meant only by whoever asks for others of them.
  private func withRepeats(_ found: [[Int]]) -> [[Int]] {
    let asked = Set(found.joined()).union(places.compactMap(\.self))
    return found.map { places in
      guard places.count == 1 else { return places }
      let repeats = headings.repeats(of: places[0])
      return asked.isDisjoint(with: repeats) ? places + repeats : places
    }
  }

  private func furtherNames() -> [[Int]] {
    var free: [String: Set<Int>] = [:]
    for place in headings.indices where !isClaimed[place] {
      for name in headings[place].alsoNames {
        free[FoldedHeading(name).key(.endings, isNumbered: true), default: []].insert(place)
      }
    }
    return columns.indices.map { column in
      guard !isSettled[column], !free.isEmpty else { return [] }
      return Set(
        wanted[column].flatMap { free[$0.folded.key(.endings, isNumbered: true)] ?? [] }
      ).sorted()
    }
  }

  /// The columns of single choices, which are headed by the question and the choice.
  private func parts() -> [[Int]] {
    var known: [[String]: [Set<String>]] = [:]
    var found = columns.indices.map { column -> [Int] in
      guard !isSettled[column], let part = columns[column].part, !part.texts.isEmpty else {
        return []
      }
      let behind = known[part.wordings] ?? partTexts(of: part.wordings)
      known[part.wordings] = behind
      let texts = Set(part.texts.map(choiceKey))
      return headings.indices.filter {
        !isClaimed[$0] && headings[$0].role.holdsText && !behind[$0].isDisjoint(with: texts)
      }
    }
    tellOwnWords(&found, known)
    return found
  }

  /// Beside `act/other`, or REDCap's `act___99`, `act_other` is no choice: it holds what people
  /// wrote.
  private func tellOwnWords(_ found: inout [[Int]], _ behind: [[String]: [Set<String>]]) {
    let choices = columns.indices.filter { column in
      columns[column].part.map { $0.kind == .choice || $0.kind == .other } ?? false
    }
    for column in choices where found[column].count > 1 {
      let wordings = columns[column].part?.wordings ?? []
      let choice = found[column].filter { !isUnderscored($0, wordings) }
      if !choice.isEmpty { found[column] = choice }
    }
    for column in columns.indices where !isSettled[column] && found[column].isEmpty {
      guard let part = columns[column].part, part.kind == .otherText,
        let other = choices.first(where: {
          columns[$0].part?.question == part.question && columns[$0].part?.kind == .other
        }), let choice = places[other] ?? found[other].first,
        !isUnderscored(choice, part.wordings)
      else { continue }
      let texts = Set((columns[other].part?.texts ?? []).map(choiceKey)).union(["other"])
      found[column] = headings.indices.filter { place in
        !isClaimed[place] && headings[place].role.holdsText && isUnderscored(place, part.wordings)
          && !(behind[part.wordings]?[place].isDisjoint(with: texts) ?? true)
      }
    }
  }

  /// Whether a heading is one of the wordings with `_` and more behind it.
  func isUnderscored(_ place: Int, _ wordings: [String]) -> Bool {
    wordings.contains { QuestionWording($0).isUnderscored(headings[place]) }
  }

  /// For each heading what stands in it behind a question; behind `_` only if so said.
  func partTexts(of wordings: [String], withUnderscored: Bool = true) -> [Set<String>] {
    let questions = wordings.map(QuestionWording.init)
    return headings.map { heading in
      questions.reduce(into: []) { texts, question in
        if withUnderscored || !question.isUnderscored(heading) {
          texts.formUnion(question.parts(of: heading))
        }
      }
    }
  }

  /// The headings that go on where a wording ends in `…`.
  private func beginnings() -> [[Int]] {
    let spread = Set(
      columns.indices.filter { places[$0] != nil }.compactMap { columns[$0].part?.question })
    return columns.indices.map { column in
      // Beside the columns of its choices a question has none that only begins like it.
      guard !isSettled[column], wanted[column].contains(where: { $0.beginning != nil }),
        columns[column].part.map({ !spread.contains($0.question) }) ?? true
      else { return [] }
      for level in HeadingFold.allCases {
        let found = headings.indices.filter { place in
          !isClaimed[place] && headings[place].role == .answer
            && wanted[column].contains { $0.begins(folded[place], level) }
        }
        if !found.isEmpty { return found }
      }
      return []
    }
  }
}

extension Heading.Role {
  /// Whether a column may be asked for by another name than its full one.
  fileprivate var holdsText: Bool { self == .answer || self == .metadata }
}
