/// A thing that the pipeline names: a short name for files, a label for people.
package struct Named: Sendable, Hashable {
  package let name: String
  package let label: String

  package init(_ name: String, label: String? = nil) {
    self.name = name
    self.label = label ?? name
  }

  package var slug: String { Named.slug(name) }

  /// Lower-case letters and digits joined by single hyphens, accents folded.
  package static func slug(_ text: String) -> String {
    var slug = ""
    var pending = false
    for scalar in text.unicodeScalars {
      let folded = foldedToASCII(scalar)
      if folded.isEmpty {
        pending = !slug.isEmpty
      } else {
        if pending { slug.append("-") }
        pending = false
        slug.append(folded)
      }
    }
    return slug.isEmpty ? "x" : slug
  }

  private static func foldedToASCII(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z", "0"..."9": return String(scalar)
    case "A"..."Z": return String(Unicode.Scalar(UInt8(scalar.value) + 0x20))
    default:
      // The Unicode name tells the letter beneath an accent:
      // LATIN SMALL LETTER E WITH ACUTE.
      guard !scalar.isASCII, scalar.properties.isAlphabetic, let name = scalar.properties.name
      else { return "" }
      let words = name.split(separator: " ")
      guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER" else { return "" }
      switch words[3] {
      case "SHARP": return "ss"
      case "THORN": return "th"
      case "ETH": return "d"
      case "ENG": return "ng"
      // The name of a letter, such as A or AE, not of its form, such as DOTLESS.
      case let letter where letter.count <= 2: return letter.lowercased()
      default: return words.last.map { $0.count <= 2 ? $0.lowercased() : "" } ?? ""
      }
    }
  }
}
