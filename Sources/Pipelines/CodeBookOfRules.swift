package import EvaluationData
import TextCoding

extension RulesFile {
  /// The codes as people read and exchange them.
  package var codeBook: CodeBook {
    CodeBook(
      title: document.root.text("title") ?? file,
      entries: frame.codes.map { code in
        var entry = CodeBook.Entry(name: code.name, id: uuid(of: code.name.name))
        entry.parent = code.parent
        entry.definition = code.definition
        entry.include = code.guidance.include
        entry.exclude = code.guidance.exclude
        entry.examples = code.examples.match
        entry.counterexamples = code.examples.noMatch
        entry.colour = code.colour
        entry.outcomes = code.links.outcomes
        entry.themes = code.links.themes
        entry.patterns = code.rules.flatMap(\.match).map(\.text)
        return entry
      })
  }
}

/// A UUID that depends on nothing but the name, so that the same code keeps it.
///
/// It is of version 8, the one for values that are made in a way of one's own (RFC 9562).
func uuid(of name: String) -> String {
  var hash = SHA256()
  var text = "countin code \(name)"
  text.withUTF8 { bytes in unsafe hash.update(UnsafeRawBufferPointer(bytes)) }
  var digits = Array(hash.finish().prefix(32))
  digits[12] = "8"
  digits[16] = ["8", "9", "a", "b"][(digits[16].hexDigitValue ?? 0) % 4]
  let ends = [8, 12, 16, 20, 32]
  return zip([0] + ends, ends).map { String(digits[$0..<$1]) }.joined(separator: "-")
}
