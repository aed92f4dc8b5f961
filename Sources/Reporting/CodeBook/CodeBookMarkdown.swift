package import EvaluationData

/// The code book as a page to read and to print.
package func markdown(of book: CodeBook) -> String {
  var lines = ["# \(markdown("Code book: \(book.title)"))", ""]
  for (place, depth) in book.outline {
    let entry = book.entries[place]
    // Markdown has six levels of headings.
    let marks = String(repeating: "#", count: min(depth + 2, 6))
    lines += ["\(marks) \(markdown(entry.name.label))", "", "Code: `\(entry.name.name)`"]
    if let parent = entry.parent {
      lines[lines.count - 1] += " · part of \(markdown(book.entries[parent].name.label))"
    }
    lines.append("")
    if !entry.definition.isEmpty { lines += [markdownParagraph(entry.definition), ""] }
    lines += list("Give it for:", entry.include.map(markdown))
    lines += list("Do not give it for:", entry.exclude.map(markdown))
    lines += list("Examples:", entry.examples.map { "“\(markdown($0))”" })
    lines += list("Not this code:", entry.counterexamples.map { "“\(markdown($0))”" })
    lines += sentence("Has to do with the themes", entry.themes)
    lines += sentence("Has to do with the outcomes", entry.outcomes)
    lines += list("The rules look for:", entry.patterns.map(inlineCode))
  }
  return lines.joined(separator: "\n")
}

private func list(_ title: String, _ items: [String]) -> [String] {
  items.isEmpty ? [] : [title, ""] + items.map { "- \($0)" } + [""]
}

private func sentence(_ beginning: String, _ names: [String]) -> [String] {
  names.isEmpty ? [] : ["\(beginning) \(markdown(names.joined(separator: ", "))).", ""]
}

/// A text taken literally, whatever backticks are in it.
private func inlineCode(_ text: String) -> String {
  text.contains("`") ? "`` \(text) ``" : "`\(text)`"
}
