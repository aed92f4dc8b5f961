import EvaluationData
import Foundation
import Reporting
import Testing

/// Quotes as readers meet them.
@Suite struct QuoteReportTests {
  @Test func `the summary shows quotes under their themes, with who may be told and the number`()
    throws
  {
    let scratch = try Scratch()
    _ = try writePublished(ExampleReport.report(), into: scratch.path)
    let summary = try scratch.text("summary.md")
    let start = try #require(summary.range(of: "## In people's words\n"))
    let end = try #require(summary.range(of: "## What the data can't say"))
    #expect(
      summary[start.lowerBound..<end.lowerBound] == """
        ## In people's words

        From Comment cards, by people who agreed to be quoted. Somebody read each quote and accepted it. Words \
        in square brackets stand for names, phone numbers and the like; … stands for sentences that \
        were left out. Quotes show what was said, not how many said it.

        ### Being listened to and taken seriously

        > They wrote down what \\[name\\] said \\* and came back to it the next month.
        >
        > — Lincolnshire, 65–74 (Q3)

        > =Nobody listened to us.
        >
        > — Q4


        """)
  }

  @Test func `quotes that nobody has read say so`() throws {
    let scratch = try Scratch()
    let quote = Quote(
      id: "Q1", source: Named("s"), code: Named("c"), text: "All was well with it.",
      attributes: "", isChecked: false)
    _ = try writePublished(ExampleReport.report(quotes: [quote]), into: scratch.path)
    #expect(
      try scratch.text("summary.md").contains(
        "The quotes were chosen by rules, and nobody has read all of them."))
  }

  @Test(arguments: [
    ("- two buses home", "> \\- two buses home\n"), ("1. no 2) yes", "> 1\\. no 2) yes\n"),
    ("12) of us", "> 12\\) of us\n"), ("+1 from me", "> \\+1 from me\n"),
    ("2.5 hours", "> 2\\.5 hours\n"), ("# <b>", "> \\# \\<b\\>\n"),
  ])
  func `a quote is a paragraph, whatever it begins with`(_ text: String, _ expected: String) throws
  {
    let scratch = try Scratch()
    let quote = Quote(
      id: "Q1", source: Named("s"), code: Named("c"), text: text, attributes: "", isChecked: true)
    _ = try writePublished(ExampleReport.report(quotes: [quote]), into: scratch.path)
    #expect(try scratch.text("summary.md").contains(expected))
  }

  @Test func `the funder's workbook has quotes without their places, the team's with them`() throws
  {
    let scratch = try Scratch()
    let publish = try scratch.folder("publish")
    _ = try writePublished(ExampleReport.report(), into: publish)
    let published = try part("xl/sharedStrings.xml", of: "\(publish)/funder-return.xlsx")
    let folder = try scratch.folder("internal")
    _ = try writeInternal(
      ExampleReport.report(.internal), detail: ExampleReport.detail, into: folder)
    let kept = try part("xl/sharedStrings.xml", of: "\(folder)/workbook.xlsx")
    for text in ["What was said", "Q3", "=Nobody listened to us.", "Lincolnshire, 65–74"] {
      #expect(published.contains(">\(text)<"), "\(text)")
    }
    for text in ["cards.csv", "- nobody noticed us", "Q7", "People like that"] {
      #expect(!published.contains(">\(text)<"), "\(text)")
      #expect(kept.contains(">\(text)<"), "\(text)")
    }
    #expect(!kept.contains(">Q3<"))
  }

  @Test func `without quotes there is no section and no sheet`() throws {
    let scratch = try Scratch()
    _ = try writePublished(ExampleReport.report(quotes: []), into: scratch.path)
    #expect(!(try scratch.text("summary.md").contains("In people's words")))
    let book = try part("xl/workbook.xml", of: "\(scratch.path)/funder-return.xlsx")
    #expect(!book.contains("Quotes"))
  }
}
