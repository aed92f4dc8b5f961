// What Excel's file format does to texts, undone beforehand.

/// The text with everything left out or escaped that a workbook cannot hold as it stands.
///
/// A cell holds 32,767 characters. `_x0041_` in a cell means "A", so such a text is escaped;
/// the library itself escapes control characters in this way.
func workbookText(_ text: String) -> String {
  // Nearly every text is short, without a NUL, without `_x` and far from U+FFFE.
  if text.utf8.count < 32_000, !text.utf8.contains(where: { $0 == 0 || $0 == 0x5F || $0 == 0xEF }) {
    return text
  }
  var result = ""
  result.reserveCapacity(text.utf8.count)
  var count = 0
  for scalar in text.unicodeScalars {
    guard count < 32_000 else {
      result += " … (cut)"
      break
    }
    count += scalar.value > 0xFFFF ? 2 : 1
    switch scalar.value {
    // Not allowed in XML 1.0, escaped or not.
    case 0, 0xFFFE, 0xFFFF: result.unicodeScalars.append("\u{FFFD}")
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result.contains("_x") ? escapingHexMarks(result) : result
}

private func escapingHexMarks(_ text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  var result = String.UnicodeScalarView()
  for (index, scalar) in scalars.enumerated() {
    if scalar == "_", isHexMark(scalars[index...].prefix(7)) {
      result.append(contentsOf: "_x005F".unicodeScalars)
    }
    result.append(scalar)
  }
  return String(result)
}

/// Whether these are `_xHHHH_`.
private func isHexMark(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
  let mark = Array(scalars)
  guard mark.count == 7, mark[1] == "x", mark[6] == "_" else { return false }
  return mark[2...5].allSatisfy { $0.properties.isASCIIHexDigit }
}

/// The title as a sheet's name: at most 31 characters, cut between words, without the
/// characters that Excel forbids.
func sheetName(_ title: String, limit: Int = 31) -> String {
  var name = ""
  for scalar in title.unicodeScalars {
    switch scalar {
    case "[", "]", "*", "?", "'", "’", "“", "”": continue
    case ":", "/", "\\": name += " "
    default:
      if scalar.value >= 0x20, scalar.value < 0xFFFE { name.unicodeScalars.append(scalar) }
    }
  }
  var cut = ""
  for word in name.split(separator: " ") {
    let longer = cut.isEmpty ? String(word) : "\(cut) \(word)"
    guard longer.unicodeScalars.count <= limit else { break }
    cut = longer
  }
  if cut.isEmpty { cut = String(String.UnicodeScalarView(name.unicodeScalars.prefix(limit))) }
  while let last = cut.last, last == "," || last == ":" { cut.removeLast() }
  return cut.isEmpty ? "Sheet" : cut
}

/// The slug as the name of a workbook's table.
func tableName(_ slug: String) -> String {
  let name = slug.map { $0 == "-" ? "_" : String($0) }.joined()
  return String(name.prefix(250))
}
