import EvaluationData
import Foundation
import Reporting
import Testing

@Suite struct FrameworkWorkbookTests {
  private static func matrix(
    themes: Int = 2, lines: [String] = ["• Late. [R1]"], areNested: Bool = true
  ) -> FrameworkMatrix {
    var said = FrameworkMatrix.Cell()
    said.lines = lines
    said.firstResponse = 0
    said.responseCount = 1
    said.summary = "The bus is late."
    said.isStale = true
    let row = [said] + [FrameworkMatrix.Cell](repeating: FrameworkMatrix.Cell(), count: themes - 1)
    return FrameworkMatrix(
      source: Named("cards", label: "Cards"), caseLabel: "Site",
      themes: (0..<themes).map { place in
        let group = areNested && place < themes / 2 ? "travel" : "code\(place)"
        return FrameworkMatrix.Theme(
          name: Named("code\(place)", label: "Theme \(place)"),
          group: Named(group, label: group.uppercased()))
      }, cases: ["North", "South"],
      cells: [row, [FrameworkMatrix.Cell](repeating: FrameworkMatrix.Cell(), count: themes)],
      responses: [
        FrameworkMatrix.Response(
          id: "R1", address: CellAddress(file: "cards.csv", line: 2), caseName: "North",
          text: "Late.", codes: [Named("code0", label: "Theme 0")])
      ])
  }

  private func report(_ matrix: FrameworkMatrix) -> FrameworkReport {
    FrameworkReport(
      title: "Panel", organisation: nil, notice: nil, asOf: CalendarDate(daysSince1970: 14_610),
      pipeline: "panel", matrix: matrix, timestamp: 1_262_304_000)
  }

  private func written(_ matrix: FrameworkMatrix) throws -> Scratch {
    let scratch = try Scratch()
    let artifacts = try writeFramework(report(matrix), into: scratch.path)
    #expect(artifacts.map(\.path) == ["framework.xlsx", "summaries.csv"])
    return scratch
  }

  @Test func `each case has a line for the summary above what was said`() throws {
    let scratch = try written(Self.matrix())
    let book = "\(scratch.path)/framework.xlsx"
    let strings = try part("xl/sharedStrings.xml", of: book)
    #expect(strings.contains("<t>Site</t></si><si><t>Row</t></si><si><t>Theme 0</t>"))
    #expect(strings.contains("<t>Summary</t></si><si><t>The bus is late.</t>"))
    #expect(
      strings.contains(
        "<t>What was said has changed since the summary was written.\n• Late. [R1]</t>"))
    let sheet = try part("xl/worksheets/sheet2.xml", of: book)
    #expect(sheet.contains("<pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\""))
    #expect(sheet.contains("<hyperlink ref=\"C4\" location=\"'Responses'!A2\""))
    #expect(sheet.contains("<sheetProtection "))
    #expect(XMLCheck.isWellFormed(sheet))
  }

  @Test func `few themes stand on one sheet, many on a sheet for each code with parts`() throws {
    func names(_ themes: Int) throws -> [String] {
      let scratch = try written(Self.matrix(themes: themes))
      return try part("xl/workbook.xml", of: "\(scratch.path)/framework.xlsx")
        .components(separatedBy: "<sheet name=\"").dropFirst()
        .map { String($0.prefix { $0 != "\"" }) }
    }
    #expect(try names(12) == ["How to use", "Framework", "Responses"])
    #expect(try names(14) == ["How to use", "Framework", "TRAVEL", "Responses"])
  }

  @Test func `the list of summaries has a line for each cell in which something stands`() throws {
    var matrix = Self.matrix()
    let scratch = try written(matrix)
    // A stale summary keeps no basis, so that it is not taken for read.
    #expect(
      try scratch.text("summaries.csv") == """
        case,theme,summary,basis
        North,code0,The bus is late.,

        """)
    matrix.cells[0][0].isStale = false
    let basis = FrameworkMatrix.basis(of: ["• Late. [R7]"])
    #expect(
      try written(matrix).text("summaries.csv").hasSuffix("North,code0,The bus is late.,\(basis)\n")
    )
  }

  @Test func `more themes than Excel has columns go on to a further sheet`() throws {
    let scratch = try written(Self.matrix(themes: 16_383, areNested: false))
    let book = "\(scratch.path)/framework.xlsx"
    let names = try part("xl/workbook.xml", of: book)
    #expect(names.contains("name=\"Framework\"") && names.contains("name=\"Framework 2\""))
    #expect(try part("xl/tables/table1.xml", of: book).contains("ref=\"A1:XFD7\""))
    #expect(try part("xl/tables/table2.xml", of: book).contains("ref=\"A1:C7\""))
  }

  @Test func `the same matrix gives the same bytes`() throws {
    let (first, second) = (try written(Self.matrix()), try written(Self.matrix()))
    let bytes = try [first, second].map {
      try Data(contentsOf: URL(filePath: "\($0.path)/framework.xlsx"))
    }
    #expect(bytes[0] == bytes[1])
  }
}
