/// Finds one expression at a time in a text, letter by letter.
struct ExpressionMachine: ~Copyable {
  /// A way of going on: the step that takes the next letter, and where the match would begin.
  struct Thread {
    let step: Int32
    let start: Int32
  }

  private var threads = FlatList<Thread>()
  private var following = FlatList<Thread>()
  /// By step: one more than the place in the text at which it was last reached.
  private var reached: FlatList<Int32>
  private var open = FlatList<Int32>()
  /// Where the expression was found, in letters of the text.
  private(set) var found = FlatList<Range<Int32>>()

  init(steps: Int) { reached = FlatList(repeating: 0, count: steps) }

  /// What an expression finds: for each end the leftmost beginning, for each beginning the longest,
  /// from left to right without overlaps; both ends are at the edge of a word.
  mutating func find(
    _ expression: Int, of programs: borrowing ExpressionPrograms, in text: borrowing ExpressionText
  ) {
    let program = programs.ranges[expression]
    found.removeAll()
    threads.removeAll()
    for step in program { reached[step] = 0 }
    for place in 0...text.letters.count {
      // Threads stand in the order of their beginnings: the leftmost comes first to each step.
      if text.isWordEdge(place) {
        reach(program.lowerBound, from: place, at: place, text, programs)
      }
      guard place < text.letters.count, threads.count > 0 else { continue }
      swap(&threads, &following)
      threads.removeAll()
      let letter = text.letters[place]
      for index in 0..<following.count {
        let thread = following[index]
        guard case .letter(let set) = programs.steps[Int(thread.step)],
          programs.contains(letter, in: set)
        else { continue }
        reach(Int(thread.step) + 1, from: Int(thread.start), at: place + 1, text, programs)
      }
    }
    settle()
  }

  /// Adds all steps that take a letter and can be reached from one without taking any.
  private mutating func reach(
    _ first: Int, from start: Int, at place: Int, _ text: borrowing ExpressionText,
    _ programs: borrowing ExpressionPrograms
  ) {
    open.removeAll()
    open.append(Int32(first))
    while let last = open.last {
      open.removeLast(1)
      let step = Int(last)
      if reached[step] == Int32(place + 1) { continue }
      reached[step] = Int32(place + 1)
      switch programs.steps[step] {
      case .letter: threads.append(Thread(step: last, start: Int32(start)))
      case .fork(let other):
        open.append(other)
        open.append(last + 1)
      case .jump(let other): open.append(other)
      case .textStart: if place == 0 { open.append(last + 1) }
      case .textEnd: if place == text.letters.count { open.append(last + 1) }
      case .match: if place > start, text.isWordEdge(place) { add(start, place) }
      }
    }
  }

  private mutating func add(_ start: Int, _ end: Int) {
    if let last = found.last, Int(last.lowerBound) == start {
      found[found.count - 1] = last.lowerBound..<Int32(end)
    } else {
      found.append(Int32(start)..<Int32(end))
    }
  }

  private mutating func settle() {
    guard found.count > 1 else { return }
    found.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
    var kept = 1
    for index in 1..<found.count where found[index].lowerBound >= found[kept - 1].upperBound {
      found[kept] = found[index]
      kept += 1
    }
    found.removeLast(found.count - kept)
  }
}
