import Foundation

/// One CSV file of the demo, before it is bytes.
struct Export {
  let name: String
  let dialect: Dialect
  var title = ""
  let header: [String]
  let rows: [[String]]

  /// The file in the encoding of its dialect.
  func bytes() throws(DemoError) -> Data {
    var text = ""
    if dialect.hasTitle {
      let blanks = Array(repeating: "", count: header.count - 1)
      text += dialect.line([title] + blanks)
      text += dialect.line([""] + blanks)
    }
    text += dialect.line(header)
    for row in rows { text += dialect.line(row) }
    guard let encoded = encode(text) else { throw .cannotEncode(file: name) }
    return encoded
  }

  private func encode(_ text: String) -> Data? {
    switch dialect.encoding {
    case .utf8: Data(text.utf8)
    case .utf8WithMark: Data([0xEF, 0xBB, 0xBF] + text.utf8)
    case .windows1252: text.data(using: .windowsCP1252)
    case .utf16WithMark: text.data(using: .utf16LittleEndian).map { Data([0xFF, 0xFE]) + $0 }
    }
  }
}
