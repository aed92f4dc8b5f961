/// JSON in the form in which a reader of YAML takes it, line by line as it was.
///
/// YAML knows no tab between the parts of a line, and no letter that is written as two halves.
func jsonAsYAML(_ json: String) -> String {
  var yaml = String.UnicodeScalarView()
  let scalars = Array(json.unicodeScalars)
  var place = 0
  while place < scalars.count {
    let scalar = scalars[place]
    if scalar == "\\" {
      if let letter = pairedLetter(scalars[place...]) {
        yaml.append(letter)
        place += 12
      } else {
        yaml.append(contentsOf: scalars[place..<min(place + 2, scalars.count)])
        place += 2
      }
    } else {
      yaml.append(scalar == "\t" ? " " : scalar)
      place += 1
    }
  }
  return String(yaml)
}

/// The letter that two escapes of four digits are together, such as `\ud83d\ude00`.
private func pairedLetter(_ scalars: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
  guard let high = escape(scalars), let low = escape(scalars.dropFirst(6)),
    (0xD800...0xDBFF).contains(high), (0xDC00...0xDFFF).contains(low)
  else { return nil }
  return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
}

private func escape(_ scalars: ArraySlice<Unicode.Scalar>) -> UInt32? {
  guard scalars.count >= 6, scalars.starts(with: ["\\", "u"]) else { return nil }
  return UInt32(
    String(String.UnicodeScalarView(scalars.dropFirst(2).prefix(4))), radix: 16)
}
