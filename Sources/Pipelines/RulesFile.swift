import EvaluationData
package import TextCoding

/// A tagging-rules file that was read, with the places of its examples.
package struct RulesFile {
  /// As messages show it.
  package let file: String
  package let frame: CodeFrame
  let document: SpecDocument

  /// Reads the text and checks it; the examples are not yet held against the rules.
  init(file: String, text: String) throws(InvalidSpec) {
    self.file = file
    document = try SpecDocument(file: file, text: text, grammar: taggingRulesGrammar)
    var reader = RulesReader(document: document)
    frame = try reader.read()
  }

  /// How many examples there are, and what came of them.
  package func summary(failed: Int) -> String {
    let codes = frame.codes
    let without = codes.filter { $0.examples.count == 0 }.map(\.name.name)
    guard without.count < codes.count else { return "no examples" }
    let examples = counted(codes.reduce(0) { $0 + $1.examples.count }, "example")
    let outcome = failed == 0 ? "all as expected" : "\(failed) not as expected"
    let rest = without.isEmpty ? "" : "; without examples: \(without.joined(separator: ", "))"
    return "\(examples) of \(counted(codes.count - without.count, "code")), \(outcome)\(rest)"
  }

  /// The examples of which the rules make something else than they should, each with its place.
  package func failedExamples() throws(InvalidSpec) -> [SpecError] {
    do throws(TextCodingError) {
      return try testExamples(of: frame).filter { !$0.isAsExpected }.map { error($0) }
    } catch {
      throw InvalidSpec(errors: [
        SpecError(file: file, line: 0, column: 0, message: error.description, text: nil)
      ])
    }
  }

  private func error(_ result: ExampleResult) -> SpecError {
    let code = frame.codes[result.code]
    let node = node(of: result)
    guard let match = result.matches.first else {
      return document.error(
        "this example must get the code '\(code.name.name)', but no rule of it finds anything",
        at: node)
    }
    let text = Array(node.text.utf8)
    let found = String(decoding: text[match.start..<match.end], as: UTF8.self)
    let before = String(decoding: text[..<match.start], as: UTF8.self)
    let finder = frame.codes[match.code]
    let rule = finder.rules.count > 1 ? "rule \(match.rule + 1)" : "the rule"
    return document.error(
      "this example must not get the code '\(code.name.name)', but \(rule) of "
        + "'\(finder.name.name)' finds '\(found)'",
      at: node, offset: before.unicodeScalars.count)
  }

  private func node(of result: ExampleResult) -> SpecNode {
    let codes = document.root["codes"]?.entries ?? []
    let key = result.kind == .match ? "match" : "no_match"
    return codes[result.code].value["examples"]?[key]?.items[result.index] ?? document.root
  }
}
