import EvaluationData
import Foundation
import Reporting
import Testing

@Suite struct WorkbookTests {
  private func workbook(_ report: Report, in scratch: Scratch) throws -> String {
    let folder = try scratch.folder("publish")
    _ = try writePublished(report, into: folder)
    return "\(folder)/funder-return.xlsx"
  }

  @Test func `a table's sheet and its table are as they were reviewed`() throws {
    let scratch = try Scratch()
    let book = try workbook(ExampleReport.report(findings: SmallFindings.findings()), in: scratch)
    try expectGolden(lines(try part("xl/worksheets/sheet4.xml", of: book)), "table-sheet.xml")
    try expectGolden(lines(try part("xl/tables/table3.xml", of: book)), "table.xml")
    try expectGolden(lines(try part("xl/sharedStrings.xml", of: book)), "strings.xml")
    try expectGolden(lines(try part("xl/styles.xml", of: book)), "styles.xml")
  }

  @Test func `the workbook says when it was made, for whom and in which language`() throws {
    let scratch = try Scratch()
    let book = try workbook(ExampleReport.report(findings: SmallFindings.findings()), in: scratch)
    let core = try part("docProps/core.xml", of: book)
    #expect(core.contains("2009-09-30T00:00:00Z</dcterms:created>"))
    #expect(core.contains("<dc:title>Local diabetes care: involvement"))
    let custom = try part("docProps/custom.xml", of: book)
    #expect(custom.contains(#"name="Language"><vt:lpwstr>en-GB</vt:lpwstr>"#))
  }

  @Test func `texts that the file format would change arrive unchanged`() throws {
    let scratch = try Scratch()
    let label = "_x0041_ and _x41_ \u{1}end & <b> \u{FFFF}"
    let finding = Finding(
      .cost, source: Named("s", label: "Costs"), variable: Named("v", label: label),
      level: Named("l", label: label), statistic: .count, method: .counted, value: 1)
    let book = try workbook(ExampleReport.report(findings: [finding]), in: scratch)
    let strings = try part("xl/sharedStrings.xml", of: book)
    #expect(
      strings.contains(
        "<t>_x005F_x0041_ and _x41_ _x0001_end &amp; &lt;b&gt; \u{FFFD}</t>"))
    for name in ["xl/workbook.xml", "xl/tables/table3.xml", "xl/worksheets/sheet4.xml"] {
      #expect(XMLCheck.isWellFormed(try part(name, of: book)), "\(name)")
    }
  }

  @Test func `sheet names are short, allowed and differ`() throws {
    let scratch = try Scratch()
    let long = "A very long title: with [marks] / slashes and 'quotes' that goes on and on"
    let findings = (1...3).map { number in
      Finding(
        .cost, source: Named("s\(number)", label: "Costs"), variable: Named("v", label: long),
        level: Named("l"), statistic: .count, method: .counted, value: Double(number))
    }
    let book = try workbook(ExampleReport.report(findings: findings), in: scratch)
    let names = try part("xl/workbook.xml", of: book)
      .components(separatedBy: "<sheet name=\"").dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
    #expect(
      names == [
        "Cover", "Contents", "Notes", "1 A very long title with marks",
        "2 A very long title with marks", "3 A very long title with marks", "4 Quotes",
        "5 Files read",
      ])
  }

  @Test func `only the team's workbook has charts, and each has words for those who cannot see it`()
    throws
  {
    let scratch = try Scratch()
    let book = try workbook(ExampleReport.report(), in: scratch)
    let folder = try scratch.folder("internal")
    _ = try writeInternal(
      ExampleReport.report(.internal), detail: ExampleReport.detail, into: folder)
    let drawing = try part("xl/drawings/drawing1.xml", of: "\(folder)/workbook.xlsx")
    #expect(drawing.contains("descr=\"Each group's share of the people involved"))
    #expect(try output(of: "unzip", ["-l", book]).text.contains("charts/") == false)
  }

  /// One element a line, so that a difference can be read.
  private func lines(_ xml: String) -> String { xml.replacing("><", with: ">\n<") }
}
