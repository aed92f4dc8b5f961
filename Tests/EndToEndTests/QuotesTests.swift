import Foundation
import Testing

/// Quotes from consent to the published summary, in the binary itself.
@Suite struct QuotesTests {
  private static let pipeline = SmallWorkspace.pipeline
    .replacing("free_text: remark", with: "free_text: remark\n    consent_to_quote: quotable")
    .replacing(
      "remark: {header: Remark, type: text}",
      with: """
        remark: {header: Remark, type: text}
              quotable: {header: May we quote you?, type: boolean}
        """)

  private static func quotes(_ keys: String) -> String {
    pipeline + "\nquotes: {source: members, \(keys)}\n"
  }

  /// Eight members, of whom the first four may be quoted.
  private static func members(
    _ change: (Int) -> (gender: String, remark: String, quotable: String)? = { _ in nil }
  ) -> String {
    var text = "ID,Gender,Joined,Remark,May we quote you?\n"
    for number in 1...8 {
      let row =
        change(number)
        ?? (
          gender: number % 2 == 0 ? "Female" : "Male",
          remark: "Remark \(number) on the books of Dr Quill.", quotable: number < 5 ? "Yes" : "No"
        )
      text += "M\(number),\(row.gender),\(number)/3/2024,\"\(row.remark)\",\(row.quotable)\n"
    }
    return text
  }

  private func workspace(_ keys: String = "per_code: 3, balance: gender, show: gender") throws
    -> SmallWorkspace
  {
    let workspace = try SmallWorkspace()
    try workspace.write(QuotesTests.quotes(keys), to: "pipelines/club/pipeline.yaml")
    try workspace.write(QuotesTests.members(), to: "data/club/members.csv")
    return workspace
  }

  private func text(_ workspace: SmallWorkspace, _ path: String) throws -> String {
    try String(contentsOf: workspace.outputs.appending(path: path), encoding: .utf8)
  }

  /// Writes into the file of decisions what stands in the list, with an answer for each line.
  private func decide(
    _ workspace: SmallWorkspace, _ answer: (_ line: String) -> String
  ) throws -> [String] {
    let list = try text(workspace, "internal/quotes-to-check.csv")
    let lines = list.split(separator: "\n").map(String.init)
    let decided = lines.dropFirst().map { line in
      String(line.dropLast(2)) + ",\(answer(line))"
    }
    try workspace.write(
      ([lines[0]] + decided).joined(separator: "\n") + "\n", to: "data/club/decisions/quotes.csv")
    return decided
  }

  private func publishedTexts(_ workspace: SmallWorkspace) throws -> String {
    let folder = workspace.outputs.appending(path: "publish")
    var texts = ""
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appending(path: path)
      if path.hasSuffix(".xlsx") {
        let output = try run(
          URL(filePath: "/usr/bin/unzip"), ["-p", file.path, "xl/sharedStrings.xml"],
          in: workspace.url)
        texts += output.output
      } else if let text = try? String(contentsOf: file, encoding: .utf8) {
        texts += text
      }
    }
    return texts
  }

  @Test func `a run offers quotes of those who agreed, redacted, and publishes none unread`() throws
  {
    let workspace = try workspace()
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.errors.contains(
        "3 quotes not yet decided on: read what a run writes to internal/quotes-to-check.csv, and "
          + "decide in decisions/quotes.csv\n"))
    let list = try text(workspace, "internal/quotes-to-check.csv")
    #expect(
      list.hasPrefix(
        "quote_id,source,file,line,code,about,quote,attributes,shared_by,decision,use_instead\n"
          + "Q1,members,members.csv,"))
    #expect(list.split(separator: "\n").count == 4)
    #expect(!list.contains("Quill") && list.contains("on the books of Dr [name]."))
    for number in 5...8 { #expect(!list.contains("Remark \(number)")) }
    #expect(!(try publishedTexts(workspace).contains("on the books")))
  }

  @Test func `what was accepted is published, without a place, and the rest is not`() throws {
    let workspace = try workspace()
    _ = try workspace.runs("run", "club")
    let decided = try decide(workspace) { line in
      line.hasPrefix("Q1,") ? "yes," : line.hasPrefix("Q2,") ? ",My own words." : "no,"
    }
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0)
    let summary = try text(workspace, "publish/summary.md")
    let remark = try #require(decided[0].firstMatch(of: /Remark \d on the books/)).output
    #expect(
      summary.contains("> \(remark) of Dr \\[name\\].\n>\n> — Q1\n"), "\(summary)")
    #expect(summary.contains("> My own words.\n>\n> — Q2\n"))
    let published = try publishedTexts(workspace)
    for secret in [
      "Quill", "members.csv:", "Q3", decided[1].components(separatedBy: ",")[6],
      decided[2].components(separatedBy: ",")[6],
    ] {
      #expect(!published.contains(secret), "\(secret)")
    }
    #expect(published.contains("decisions/quotes.csv"))
    // One of four was refused, so the fourth is offered in its place.
    #expect(try text(workspace, "internal/quotes-to-check.csv").contains("Q4,members,"))
    #expect(outcome.errors.contains("1 quote not yet decided on"))
  }

  @Test func `attributes of too few people are a problem, and left out of publish`() throws {
    let workspace = try workspace("per_code: 2, show: gender, must_be_checked: false")
    let outcome = try workspace.runs("run", "club")
    #expect(
      outcome.errors.contains(
        "2 × rare-attributes: Words beside a quote that fit few people; first at members.csv:"))
    #expect(!outcome.errors.contains("not yet decided on"))
    #expect(!(try text(workspace, "publish/summary.md").contains("> — Male (Q")))
    #expect(try text(workspace, "internal/quotes-to-check.csv").contains(",Male,4,,"))
    try workspace.write(
      QuotesTests.quotes("per_code: 2, show: gender, must_be_checked: false")
        + "disclosure: {suppress_below: 4}\n", to: "pipelines/club/pipeline.yaml")
    #expect(try workspace.runs("run", "club").output.contains("no problems found in the data"))
    #expect(try text(workspace, "publish/summary.md").contains("> — Male (Q"))
  }

  @Test func `without consent nobody is quoted, whatever was decided`() throws {
    let workspace = try workspace()
    _ = try workspace.runs("run", "club")
    _ = try decide(workspace) { _ in "yes," }
    _ = try workspace.runs("run", "club")
    #expect(try publishedTexts(workspace).contains("on the books"))
    try workspace.write(
      QuotesTests.members().replacing(",Yes\n", with: ",No\n"), to: "data/club/members.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(
      outcome.errors.contains(
        "3 × stale-decision: A decision that no longer fits; first at decisions/quotes.csv:2"))
    #expect(!(try publishedTexts(workspace).contains("on the books")))
    #expect(
      try text(workspace, "internal/quotes-to-check.csv")
        == "quote_id,source,file,line,code,about,quote,attributes,shared_by,decision,use_instead\n")
  }

  @Test func `a decision is stale when the comment has changed`() throws {
    let workspace = try workspace()
    _ = try workspace.runs("run", "club")
    _ = try decide(workspace) { _ in "yes," }
    try workspace.write(
      QuotesTests.members().replacing("on the books of Dr Quill", with: "on the books and more"),
      to: "data/club/members.csv")
    let outcome = try workspace.runs("check", "club")
    #expect(
      outcome.output.contains(
        "decisions/quotes.csv:2: column 'quote': stale-decision: expected the quote as it stands in "
          + "quotes-to-check.csv now\n"))
    _ = try workspace.runs("run", "club")
    #expect(!(try text(workspace, "publish/summary.md").contains("on the books")))
  }

  @Test func `the quote of a person who withdrew disappears from everything`() throws {
    let workspace = try workspace()
    _ = try workspace.runs("run", "club")
    let decided = try decide(workspace) { _ in "yes," }
    _ = try workspace.runs("run", "club")
    let remark = String(try #require(decided[0].firstMatch(of: /Remark \d on/)).output)
    #expect(try publishedTexts(workspace).contains(remark))
    let number = try #require(remark.firstMatch(of: /\d/)).output
    try workspace.write("id,on\nM\(number),2024-12-01\n", to: "data/club/decisions/withdrawn.csv")
    #expect(try workspace.runs("run", "club").exitCode == 0)
    #expect(!(try publishedTexts(workspace).contains(remark)))
    for list in ["quotes-to-check.csv", "problems.csv", "matches.csv", "cleaning-ledger.csv"] {
      #expect(!(try text(workspace, "internal/\(list)").contains(remark)), "\(list)")
    }
  }

  @Test func `a run again gives the same bytes, another seed other quotes`() throws {
    let workspace = try workspace("per_code: 1, must_be_checked: false")
    _ = try workspace.runs("run", "club")
    let first = try contents(of: workspace.outputs.appending(path: "publish"))
    let list = try text(workspace, "internal/quotes-to-check.csv")
    _ = try run(
      countin, ["run", "club"], in: workspace.url, environment: ["LC_ALL": "tr_TR.UTF-8"])
    #expect(try contents(of: workspace.outputs.appending(path: "publish")) == first)
    #expect(try text(workspace, "internal/quotes-to-check.csv") == list)
    #expect(try workspace.runs("verify", "club").exitCode == 0)
    var lists = [list]
    for seed in 2...6 {
      try workspace.write(
        QuotesTests.quotes("per_code: 1, must_be_checked: false") + "seed: \(seed)\n",
        to: "pipelines/club/pipeline.yaml")
      _ = try workspace.runs("run", "club")
      lists.append(try text(workspace, "internal/quotes-to-check.csv"))
    }
    #expect(Set(lists).count > 1)
  }

  @Test func `listed names are redacted, and the list is held to be there`() throws {
    let workspace = try workspace("redact_names: staff.csv")
    let missing = try workspace.runs("run", "club")
    #expect(missing.exitCode == 66)
    #expect(
      missing.errors == """
        error: data/club/staff.csv: file-missing: expected the list of names that no quote may show
        Put it there, or change `redact_names:` in the pipeline.

        """)
    try workspace.write("staff\nOttoline\n", to: "data/club/staff.csv")
    let headless = try workspace.runs("run", "club")
    #expect(headless.exitCode == 65)
    #expect(
      headless.errors == """
        error: staff.csv: expected a column 'name'
        Write name into the first line, above the names.

        """)
    try workspace.write("Name\nOttoline\n", to: "data/club/staff.csv")
    try workspace.write(
      QuotesTests.members { number in
        (gender: "Male", remark: "ottoline read the book of OTTOLINE \(number)", quotable: "Yes")
      }, to: "data/club/members.csv")
    #expect(try workspace.runs("run", "club").exitCode == 0)
    let list = try text(workspace, "internal/quotes-to-check.csv")
    #expect(list.contains("[name] read the book of [name]"))
    #expect(!list.lowercased().contains("ottoline"))
    #expect(try text(workspace, "publish/manifest.json").contains("staff.csv"))
  }

  @Test func `without quotes in the pipeline there is no list of them`() throws {
    let workspace = try SmallWorkspace()
    _ = try workspace.runs("run", "club")
    #expect(
      !FileManager.default.fileExists(
        atPath: workspace.outputs.appending(path: "internal/quotes-to-check.csv").path))
  }
}
