/// The heading of one column of a file: its name, and by what else it may be asked for.
package struct Heading: Sendable, Hashable {
  /// What its column holds.
  package enum Role: String, Sendable, Hashable {
    /// What people answered; also every column of a file of no known tool.
    case answer
    /// What the survey tool notes of its own accord.
    case metadata
    /// Nothing: it stands over the parts of a question, which have columns of their own.
    case title
    /// The marks that a quiz gives for an answer.
    case points
  }

  /// No other column of the file has it; empty where there is no heading.
  package var name: String
  /// Further names, which other columns may have too.
  package var alsoNames: [String]
  /// The question of which this column is a part.
  package var question: String?
  /// The choice of the question, or the row of its grid.
  package var part: String?
  package var role: Role

  package init(
    _ name: String, alsoNames: [String] = [], question: String? = nil, part: String? = nil,
    role: Role = .answer
  ) {
    self.name = name
    self.alsoNames = alsoNames
    self.question = question
    self.part = part
    self.role = role
  }

  package var isNameless: Bool { name.allSatisfy(\.isWhitespace) }

  /// A name that stands for this column alone, also where others are headed alike.
  package var certainName: String {
    let numbered = "\(name) (1)"
    return alsoNames.contains(numbered) ? numbered : name
  }
}

extension [Heading] {
  /// The headings with one name each: white space folded, the second of a name called `Name (2)`.
  ///
  /// The first of several may also be asked for as `Name (1)`.
  func withDistinctNames() -> [Heading] {
    var places: [String: [Int]] = [:]
    var headings = self
    for index in indices {
      headings[index].name = foldedSpaces(self[index].name)
      if headings[index].name.isEmpty { continue }
      // Programs that know no case would take them for one.
      places[headings[index].name.lowercased(), default: []].append(index)
    }
    for same in places.values where same.count > 1 {
      headings[same[0]].alsoNames.append("\(headings[same[0]].name) (1)")
      for (number, index) in same.enumerated().dropFirst() {
        headings[index].name += " (\(number + 1))"
      }
    }
    return headings
  }

  /// The columns that are numbered because they are headed as an earlier one.
  func repeats(of first: Int) -> [Int] {
    let name = self[first].name
    guard self[first].certainName != name else { return [] }
    return indices.filter { index in
      let other = self[index].name
      return other.lowercased().hasPrefix("\(name.lowercased()) (") && other.hasSuffix(")")
        && Int(other.dropFirst(name.count + 2).dropLast()) != nil
    }
  }
}

/// A heading with one space for white space of any kind, and none at its ends.
func foldedSpaces(_ heading: String) -> String {
  heading.split { $0.isWhitespace }.joined(separator: " ")
}
