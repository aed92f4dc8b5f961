import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The texts of a sheet's cells, row by row, as a spreadsheet would save them.
func cells(ofSheet number: Int, in workbook: String) throws -> [[String]] {
  let strings = SheetReader(try part("xl/sharedStrings.xml", of: workbook), shared: [])
  return SheetReader(
    try part("xl/worksheets/sheet\(number).xml", of: workbook), shared: strings.items
  ).rows
}

/// Reads shared strings and the cells that refer to them.
private final class SheetReader: NSObject, XMLParserDelegate {
  private(set) var items: [String] = []
  private(set) var rows: [[String]] = []
  private let shared: [String]
  private var text = ""
  private var column = 0
  private var isShared = false

  init(_ xml: String, shared: [String]) {
    self.shared = shared
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    _ = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    text = ""
    switch name {
    case "row":
      let number = attributes["r"].flatMap { Int($0) } ?? 0
      while rows.count < number { rows.append([]) }
    case "c":
      let letters = (attributes["r"] ?? "").unicodeScalars.prefix { $0.properties.isAlphabetic }
      column = letters.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
      isShared = attributes["t"] == "s"
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "t": items.append(text)
    case "v":
      let value = isShared ? shared[Int(text) ?? 0] : text
      while rows[rows.count - 1].count < column { rows[rows.count - 1].append("") }
      rows[rows.count - 1].append(value)
    default: break
    }
  }
}
