/// The wordings by which the row of headings is told from titles and data, loosely compared.
struct WantedHeadings {
  private var whole: Set<String> = []
  private var beginnings: Set<String> = []

  init(_ texts: [String]) {
    for text in texts {
      let plain = foldedHeading(text)
      whole.insert(looseHeading(FoldedHeading(text).hasNumber ? plain : withoutNumber(plain)))
      if WantedHeading(text).beginning != nil { beginnings.insert(looseHeading(plain)) }
    }
    whole.remove("")
  }

  var isEmpty: Bool { whole.isEmpty }
  var count: Int { whole.count }

  /// How many of the wordings are among the names.
  func found(among names: [String]) -> Int {
    var found: Set<String> = []
    for name in names {
      // No heading is as long as some answers are.
      let plain = foldedHeading(String(name.prefix(1000)))
      for key in [looseHeading(plain), looseHeading(withoutNumber(plain))] {
        if whole.contains(key) { found.insert(key) }
        for beginning in beginnings where key.hasPrefix(beginning) { found.insert(beginning) }
      }
    }
    return found.count
  }
}

/// The letters and digits of a plain heading.
private func looseHeading(_ plain: String) -> String {
  plain.filter { $0.isLetter || $0.isNumber }
}
