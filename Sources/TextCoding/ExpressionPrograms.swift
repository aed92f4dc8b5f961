/// The regular expressions of all rules as steps of a machine that reads a text once.
///
/// After K. Thompson, Regular expression search algorithm, CACM 11 (1968), doi:10.1145/363347.363387:
/// all ways in which an expression can go on are followed at the same time, so
/// that the work grows with the text and never explodes.
struct ExpressionPrograms: ~Copyable, Sendable {
  enum Step: Sendable {
    /// A letter of the set with this place in `sets`, then the next step.
    case letter(Int32)
    /// The next step, or this one.
    case fork(Int32)
    case jump(Int32)
    case textStart
    case textEnd
    case match
  }

  private(set) var steps = FlatList<Step>()
  /// By expression: its part of `steps`.
  private(set) var ranges = FlatList<Range<Int>>()
  /// 256 truths a set.
  private var sets = FlatList<Bool>()

  init(_ expressions: [Expression], in alphabet: Alphabet) {
    var places: [LetterSet: Int32] = [:]
    for expression in expressions {
      let first = steps.count
      append(expression.root, alphabet, &places)
      steps.append(.match)
      ranges.append(first..<steps.count)
    }
  }

  @inline(__always)
  func contains(_ letter: UInt8, in set: Int32) -> Bool { sets[Int(set) * 256 + Int(letter)] }

  private mutating func append(
    _ node: Expression.Node, _ alphabet: Alphabet, _ places: inout [LetterSet: Int32]
  ) {
    switch node {
    case .letters(let set):
      let place = places[set] ?? Int32(places.count)
      if places.updateValue(place, forKey: set) == nil {
        for isMember in alphabet.members(of: set) { sets.append(isMember) }
      }
      steps.append(.letter(place))
    case .start: steps.append(.textStart)
    case .end: steps.append(.textEnd)
    case .sequence(let nodes): for node in nodes { append(node, alphabet, &places) }
    case .either(let nodes): append(either: nodes, alphabet, &places)
    case .repeated(let node, let least, let most):
      for _ in 0..<least { append(node, alphabet, &places) }
      if let most {
        for _ in least..<max(least, most) { append(optional: node, alphabet, &places) }
      } else {
        let fork = steps.count
        append(optional: node, alphabet, &places, backTo: fork)
      }
    }
  }

  /// The node, or none; after the node a jump back where one is wanted.
  private mutating func append(
    optional node: Expression.Node, _ alphabet: Alphabet, _ places: inout [LetterSet: Int32],
    backTo start: Int? = nil
  ) {
    let fork = steps.count
    steps.append(.fork(0))
    append(node, alphabet, &places)
    if let start { steps.append(.jump(Int32(start))) }
    steps[fork] = .fork(Int32(steps.count))
  }

  private mutating func append(
    either nodes: [Expression.Node], _ alphabet: Alphabet, _ places: inout [LetterSet: Int32]
  ) {
    var jumps: [Int] = []
    for node in nodes.dropLast() {
      let fork = steps.count
      steps.append(.fork(0))
      append(node, alphabet, &places)
      jumps.append(steps.count)
      steps.append(.jump(0))
      steps[fork] = .fork(Int32(steps.count))
    }
    if let last = nodes.last { append(last, alphabet, &places) }
    for jump in jumps { steps[jump] = .jump(Int32(steps.count)) }
  }
}
