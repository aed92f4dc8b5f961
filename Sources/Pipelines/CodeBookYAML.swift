package import EvaluationData

/// A tagging-rules file without rules, to be filled in, from a code book.
package func taggingRules(from book: CodeBook, file: String) -> String {
  var lines = [
    "# The codes of \(lastComponent(of: file)). Add to each code the rules that find it:",
    "#",
    "#     rules:",
    "#       - match: [\"word\", \"other words\"]",
    "#",
    "# Until then nothing gets the code. Examples are comments here, for without rules they fail;",
    "# take the # away when there are rules.",
    "title: \(yamlText(book.title))",
    "codes:",
  ]
  for entry in book.entries {
    lines.append("  \(yamlText(entry.name.name)):")
    lines.append("    label: \(yamlText(entry.name.label))")
    if let parent = entry.parent {
      lines.append("    parent: \(yamlText(book.entries[parent].name.name))")
    }
    if !entry.definition.isEmpty {
      lines.append("    definition: \(yamlText(entry.definition))")
    }
    if let colour = entry.colour, isColour(colour) {
      lines.append("    colour: \(yamlText(colour.lowercased()))")
    }
    lines += list("include", entry.include)
    lines += list("exclude", entry.exclude)
    if !entry.examples.isEmpty || !entry.counterexamples.isEmpty {
      lines.append("    # examples:")
      lines += list("match", entry.examples, indent: "    #   ")
      lines += list("no_match", entry.counterexamples, indent: "    #   ")
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

private func list(_ key: String, _ items: [String], indent: String = "    ") -> [String] {
  items.isEmpty ? [] : ["\(indent)\(key):"] + items.map { "\(indent)  - \(yamlText($0))" }
}

private func isColour(_ text: String) -> Bool {
  text.count == 7 && text.hasPrefix("#") && text.dropFirst().allSatisfy(\.isHexDigit)
}
