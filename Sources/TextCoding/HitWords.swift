/// For each pattern, the words of one response in which its literals end.
///
/// The words of a pattern are a chain of links, so that hits are grouped by
/// pattern as they come, without sorting them.
struct HitWords: ~Copyable {
  struct Chain {
    var first: Int32
    var last: Int32
  }

  struct Link {
    let word: Int32
    var next: Int32
  }

  static let none = -1

  private var chains: FlatList<Chain>
  private var links = FlatList<Link>()
  /// The patterns that were hit, in order of their first hit.
  private(set) var patterns = FlatList<Int32>()

  init(patterns: Int) {
    chains = FlatList(repeating: Chain(first: -1, last: -1), count: patterns)
  }

  func first(of pattern: Int) -> Int { Int(chains[pattern].first) }

  func word(_ link: Int) -> Int { Int(links[link].word) }

  func next(_ link: Int) -> Int { Int(links[link].next) }

  mutating func add(_ word: Int, to pattern: Int) {
    let link = Int32(truncatingIfNeeded: links.count)
    links.append(Link(word: Int32(truncatingIfNeeded: word), next: -1))
    let chain = chains[pattern]
    if chain.first < 0 {
      patterns.append(Int32(truncatingIfNeeded: pattern))
      chains[pattern] = Chain(first: link, last: link)
    } else {
      links[Int(chain.last)].next = link
      chains[pattern].last = link
    }
  }

  mutating func removeAll() {
    for index in 0..<patterns.count { chains[Int(patterns[index])].first = -1 }
    patterns.removeAll()
    links.removeAll()
  }
}
