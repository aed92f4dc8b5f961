import Cleaning
import EvaluationData
import Loading

extension SchemaDrafting {
  /// The Table Schema with comments on what was seen and what is to be checked.
  package var yaml: String {
    var lines = introduction
    for (key, value) in tableSchema {
      lines.append("")
      if key == "fields" {
        lines.append("fields:")
        for column in draft.columns { lines += [""] + block(of: column) }
      } else {
        if key == "primaryKey" {
          lines += comment(
            "CHECK: is there one row for each \(draft.key ?? "")? Of repeated rows CountIn keeps "
              + "the first and reports the others. Delete the line if rows may repeat.", "# ")
        }
        if key == "countin" {
          lines += comment(
            "CHECK: are these the choices of one question? Each of them has a column of its own, "
              + "which is left out above. If not, delete this block and the lines `leave_out`.",
            "# ")
        }
        lines += yamlLines(key, value, indent: "")
      }
    }
    lines += unaskedComments
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Head and foot

  private var introduction: [String] {
    let files = draft.files.map { lastComponent(of: $0) }.joined(separator: ", ")
    var lines = comment(
      "A draft of a schema, made by `countin schema draft` from \(counted(draft.files.count, "file"))"
        + " with \(counted(draft.rows, "row")): \(files).", "# ")
    lines.append("#")
    lines += comment(
      "It says what the columns seem to hold. Read it, correct it, and delete the blocks of "
        + "columns that you do not need. CHECK marks what only you can know. Answers are shown "
        + "where \(draft.levelRows) \(draft.countsPeople ? "people" : "rows") or more have them; "
        + "other texts, names and ids are not.",
      "# ")
    lines.append("#")
    lines += comment(
      "To use it, save it as \(name).schema.yaml beside pipeline.yaml, and write there:", "# ")
    lines.append("#")
    lines += usage.map { $0.isEmpty ? "#" : "#   \($0)" }
    lines.append("#")
    lines += comment(
      "It is a frictionless Table Schema (https://datapackage.org/standard/table-schema/); what "
        + "stands under `countin` is for CountIn alone.", "# ")
    return lines
  }

  private var usage: [String] {
    var lines = [
      "sources:",
      "  \(name): {title: \(yamlText(title)), files: \(yamlText(pattern))\(preset)}",
      "schema:",
      "  \(name):",
      "    table_schema: \(name).schema.yaml",
    ]
    for role in draft.roles {
      let line = "    \(role.part.rawValue): \(role.column)"
      lines.append(
        line + String(repeating: " ", count: max(1, 40 - line.count)) + "# \(role.part.question)")
    }
    return lines
  }

  private var preset: String { tool.map { ", preset: \($0.rawValue)" } ?? "" }

  private var unaskedComments: [String] {
    var lines: [String] = []
    if !repeatedHeadings.isEmpty {
      let headings = repeatedHeadings.map { "'\($0)'" }.joined(separator: ", ")
      lines += [""]
      lines += comment(
        "Not in the draft: columns whose heading another column has, too: \(headings). Give them "
          + "different headings in the export.", "# ")
    }
    if hasNamelessColumns {
      lines += [""]
      lines += comment(
        "Not in the draft: columns without a heading. Give them headings in the export.", "# ")
    }
    return lines
  }

  /// What the source may be called: the words that the names of its files begin with.
  private var name: String {
    let slug = Named.slug(commonBeginning).split(separator: "-").joined(separator: "_")
    return slug.first.map { $0.isNumber } ?? true ? "source_\(slug)" : slug
  }

  private var title: String {
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private var commonBeginning: String {
    let names = draft.files.map { fileName($0) }
    var common = names.first ?? ""
    for name in names {
      while !name.hasPrefix(common) { common.removeLast() }
    }
    if names.count > 1 {
      // Not half a word: members-a and members-b begin with "members-".
      let isWhole = common.last.map { !$0.isLetter } ?? true
      if !isWhole, let end = common.lastIndex(where: { !$0.isLetter }) {
        common = String(common[...end])
      }
    }
    return common.contains(where: \.isLetter) ? common : "source"
  }

  private var pattern: String {
    guard draft.files.count > 1 else {
      return draft.files.map { lastComponent(of: $0) }.first ?? "*.csv"
    }
    let beginning = commonBeginning
    return beginning == "source" ? "*.csv" : "\(beginning)*.csv"
  }

  private func fileName(_ path: String) -> String {
    let last = lastComponent(of: path)
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
    return String(last[..<dot])
  }

  // MARK: Columns

  private func block(of column: DraftedColumn) -> [String] {
    var lines = comment("\(column.seen).", "  # ")
    lines += comment("Why: \(column.reason).", "  # ")
    if !column.lackingFiles.isEmpty {
      let files = column.lackingFiles.map { lastComponent(of: $0) }.joined(separator: ", ")
      lines += comment("Not in \(files).", "  # ")
    }
    if let group = draft.groups.first(where: { $0.contains(column) }) {
      let what =
        column.name == group.joined
        ? "Left out, for the columns of its choices say the same: see" : "Read as a choice of"
      lines += comment("\(what) \(group.name), at the end of this file.", "  # ")
    }
    for check in column.checks { lines += comment("CHECK: \(check)", "  # ") }
    var isFirst = true
    for (key, value) in field(of: column) {
      var block = yamlLines(key, value, indent: "    ")
      if isFirst { block[0] = "  - " + block[0].dropFirst(4) }
      isFirst = false
      lines += block
    }
    return lines
  }

  /// Words in lines of a comment, none of them longer than a screen is wide.
  ///
  /// A file may have signs in its name that YAML takes nowhere.
  private func comment(_ text: String, _ beginning: String) -> [String] {
    var lines: [String] = []
    var line = ""
    let room = 96 - beginning.count
    let plain = text.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }
    for word in String(String.UnicodeScalarView(plain)).split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > room {
        lines.append(beginning + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    if !line.isEmpty { lines.append(beginning + line) }
    return lines
  }
}

extension DraftedRole.Part {
  fileprivate var question: String {
    switch self {
    case .person: "is it the person that the row speaks of?"
    case .site: "is it the site?"
    case .wave: "does it tell before from after?"
    case .freeText: "is it the text to be coded?"
    case .consentToQuote: "does yes mean that people may be quoted?"
    }
  }
}
