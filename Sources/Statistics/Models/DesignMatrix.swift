/// The explanatory columns of a model, with the names of its terms.
///
/// A design begins with the constant. Terms are added one by one: a measure is one column, a
/// classification one for each level but its first, which is the reference.
public struct DesignMatrix: Sendable, Hashable, Codable {
  /// One or more columns that belong together.
  public struct Term: Sendable, Hashable, Codable {
    public let name: String
    public let columns: Range<Int>
  }

  /// How many observations there are.
  public let count: Int
  public private(set) var terms: [Term]
  /// The name of each column.
  public private(set) var names: [String]
  private(set) var columns: [[Double]]

  /// A design with the constant only.
  public init(count: Int) {
    self.count = max(0, count)
    columns = [[Double](repeating: 1, count: max(0, count))]
    names = ["(Intercept)"]
    terms = [Term(name: "(Intercept)", columns: 0..<1)]
  }

  /// Adds a measure.
  ///
  /// Throws when its length differs from the design's, or when a value is not finite.
  public mutating func add(_ values: Span<Double>, named name: String) throws(SampleError) {
    guard values.count == count else {
      throw .unequalLengths(first: count, second: values.count)
    }
    append([try finiteValues(values)], [name], named: name)
  }

  /// Adds a classification.
  ///
  /// Throws when its length differs from the design's, or when it has one level only.
  public mutating func add(_ factor: Factor, named name: String) throws(SampleError) {
    guard factor.codes.count == count else {
      throw .unequalLengths(first: count, second: factor.codes.count)
    }
    guard factor.levels.count >= 2 else {
      throw .tooFewCategories(required: 2, found: factor.levels.count)
    }
    let added = factor.levels.indices.dropFirst()
    append(
      added.map { level in factor.codes.map { $0 == level ? 1 : 0 } },
      added.map { name + factor.levels[$0] }, named: name)
  }

  /// Adds the products of the columns of two terms.
  ///
  /// Throws when there is no such term.
  public mutating func addInteraction(
    of first: String, with second: String
  ) throws(SampleError) {
    let (one, other) = (try term(first), try term(second))
    let places = other.columns.flatMap { later in one.columns.map { ($0, later) } }
    append(
      places.map { place in zip(columns[place.0], columns[place.1]).map { $0 * $1 } },
      places.map { "\(names[$0.0]):\(names[$0.1])" }, named: "\(first):\(second)")
  }

  /// The term of that name.
  ///
  /// Throws when there is none.
  public func term(_ name: String) throws(SampleError) -> Term {
    guard let term = terms.first(where: { $0.name == name }) else {
      throw .noSuchTerm(name)
    }
    return term
  }

  /// The design without one of its terms.
  func without(_ term: Term) -> DesignMatrix {
    var rest = self
    rest.columns.removeSubrange(term.columns)
    rest.names.removeSubrange(term.columns)
    rest.terms.removeAll { $0 == term }
    return rest
  }

  var matrix: Matrix { Matrix(columns: columns) }

  private mutating func append(_ added: [[Double]], _ addedNames: [String], named name: String) {
    let start = columns.count
    columns += added
    names += addedNames
    terms.append(Term(name: name, columns: start..<columns.count))
  }
}

/// A classification of observations, such as the group of each person.
public struct Factor: Sendable, Hashable, Codable {
  /// The levels; the first is the reference.
  public let levels: [String]
  /// The place of the level of each observation.
  public let codes: [Int]

  /// A classification whose levels stand in the order of their names, the reference first.
  public init(_ labels: [String], reference: String? = nil) {
    var levels = Set(labels).sorted()
    if let reference, let place = levels.firstIndex(of: reference) {
      levels.insert(levels.remove(at: place), at: 0)
    }
    let places = Dictionary(uniqueKeysWithValues: zip(levels, levels.indices))
    self.levels = levels
    codes = labels.map { places[$0] ?? 0 }
  }

  /// How many observations each level has.
  public var counts: [Int] { levels.indices.map { level in codes.count { $0 == level } } }
}
