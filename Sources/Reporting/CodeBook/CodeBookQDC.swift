package import EvaluationData

/// The code book in the REFI-QDA exchange format, which NVivo, ATLAS.ti, MAXQDA and others read.
///
/// The format knows a name, a colour, a description and codes within codes; everything else goes
/// into the description, under a heading of its own. Version 1.0, https://www.qdasoftware.org.
package func qdc(of book: CodeBook, origin: String) -> String {
  """
  <?xml version="1.0" encoding="utf-8"?>
  <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="\(escaped(origin))">
    <Codes>
  \(book.parts(of: nil).map { element(of: $0, in: book, indent: "    ") }.joined(separator: "\n"))
    </Codes>
  </CodeBook>

  """
}

private func element(of place: Int, in book: CodeBook, indent: String) -> String {
  let entry = book.entries[place]
  var start =
    "\(indent)<Code guid=\"\(entry.id)\" name=\"\(escaped(entry.name.label))\" isCodable=\"true\""
  if let colour = entry.colour { start += " color=\"\(escaped(colour))\"" }
  let description = entry.description
  let parts = book.parts(of: place)
  guard !description.isEmpty || !parts.isEmpty else { return start + "/>" }
  var lines = [start + ">"]
  if !description.isEmpty {
    lines.append("\(indent)  <Description>\(escaped(description))</Description>")
  }
  lines += parts.map { element(of: $0, in: book, indent: indent + "  ") }
  return (lines + ["\(indent)</Code>"]).joined(separator: "\n")
}

/// The text inside XML; signs that XML has no place for are left out.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\r": result += "&#13;"
    case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
