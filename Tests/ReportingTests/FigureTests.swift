import EvaluationData
import Foundation
import FoundationXML
import Reporting
import Testing

/// Whether a text is XML.
enum XMLCheck {
  static func isWellFormed(_ text: String) -> Bool {
    XMLParser(data: Data(text.utf8)).parse()
  }
}

@Suite struct FigureTests {
  @Test func `every figure is well-formed, has a title and a description, and stays in its frame`()
    throws
  {
    let scratch = try Scratch()
    let written = try writePublished(ExampleReport.report(), into: scratch.path)
    let figures = written.map(\.path).filter { $0.hasPrefix("figures/") }
    #expect(figures.count == 9)
    for figure in figures {
      let svg = try scratch.text(figure)
      #expect(XMLCheck.isWellFormed(svg), "\(figure)")
      #expect(svg.contains("role=\"img\" aria-labelledby=\"title description\""))
      #expect(svg.contains("<title id=\"title\">") && svg.contains("<desc id=\"description\">"))
      #expect(!svg.contains("nan") && !svg.contains("inf\""), "\(figure)")
    }
  }

  @Test func `a hidden share is said to be hidden and is not drawn`() throws {
    let scratch = try Scratch()
    _ = try writePublished(
      ExampleReport.report(findings: SmallFindings.findings()), into: scratch.path)
    let svg = try scratch.text("figures/representativeness-members-gender.svg")
    #expect(svg.contains(">hidden [c]</text>"))
    // One dot in the key and one for women; none for men.
    #expect(svg.components(separatedBy: "<circle").count == 3)
    try expectGolden(svg, "share-against-target.svg")
  }

  @Test func `labels that XML does not allow are made harmless`() throws {
    let scratch = try Scratch()
    let findings = ["a <b> & \"c\"", "d\u{1}\u{FFFF}e"].flatMap { label in
      ExampleFindings.Scope(.coding, Named("s", label: "S")).share(
        9, of: 20, variable: Named("v", label: "V"), level: Named(label))
    }
    _ = try writePublished(
      ExampleReport.report(findings: findings), into: scratch.path)
    let svg = try scratch.text("figures/coding-s-v.svg")
    #expect(XMLCheck.isWellFormed(svg))
    #expect(svg.contains(">a &lt;b&gt; &amp; &quot;c&quot;</text>"))
  }
}
