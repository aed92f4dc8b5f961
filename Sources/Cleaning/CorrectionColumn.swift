import EvaluationData

extension SourceColumn {
  /// The same column with other texts in some rows, which are in ascending order.
  func replacing(_ replacements: [(row: Int, text: String)]) -> SourceColumn {
    guard !replacements.isEmpty else { return self }
    return SourceColumn(
      name: name, header: header, storage: replaced(replacements), notAsked: notAsked,
      habits: habits)
  }

  private func replaced(_ replacements: [(row: Int, text: String)]) -> Storage {
    guard case .distinct(var codes, var texts) = storage else {
      return .each(allTexts(but: replacements))
    }
    // Texts are told apart by their bytes: two spellings of é are one String.
    var known: [[UInt8]: UInt16] = [:]
    for code in 0..<texts.count { known[Array(texts[code].utf8)] = UInt16(code) }
    for (row, text) in replacements {
      let bytes = Array(text.utf8)
      if known[bytes] == nil {
        // Too many different texts for short codes: each row keeps its own.
        guard let code = UInt16(exactly: texts.count) else {
          return .each(allTexts(but: replacements))
        }
        known[bytes] = code
        texts.append(text)
      }
      codes[row] = known[bytes] ?? 0
    }
    return .distinct(codes: codes, texts: texts)
  }

  private func allTexts(but replacements: [(row: Int, text: String)]) -> TextColumn {
    var texts = TextColumn()
    var next = 0
    for row in 0..<count {
      if next < replacements.count, replacements[next].row == row {
        texts.append(replacements[next].text)
        next += 1
      } else {
        texts.append(self[row])
      }
    }
    return texts
  }
}

extension SourceColumn {
  /// The column without no-break spaces round its texts, which nobody sees.
  ///
  /// Other spaces there were taken off when the file was read.
  var withoutOuterNoBreakSpaces: SourceColumn {
    var trimmed: [(row: Int, text: String)] = []
    for row in 0..<count {
      let mayNeedIt = withBytes(of: row) { bytes in
        bytes.count > 0 && (bytes[0] >= 0x80 || bytes[bytes.count - 1] >= 0x80)
      }
      guard mayNeedIt else { continue }
      let text = self[row].trimmingWhiteSpace
      if !text.isSameText(as: self[row]) { trimmed.append((row, text)) }
    }
    return replacing(trimmed)
  }
}

extension SourceTable {
  /// The same rows with other columns.
  func with(_ columns: [SourceColumn]) -> SourceTable {
    SourceTable(name: name, columns: columns, addresses: addresses, files: files)
  }
}

extension String {
  /// Whether two texts have the same bytes; `==` takes two spellings of é as one.
  func isSameText(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// The text with the mark where bytes stand for no letter as people see it.
  var withDamageShown: String {
    replacing(SourceTable.damagedLetter, with: 0xFFFD)
  }

  /// The text with the sign that people see turned into the mark again.
  var withDamageMarked: String {
    replacing(0xFFFD, with: SourceTable.damagedLetter)
  }

  private func replacing(_ letter: UInt32, with other: UInt32) -> String {
    guard let other = Unicode.Scalar(other),
      unicodeScalars.contains(where: { $0.value == letter })
    else { return self }
    var replaced = String.UnicodeScalarView()
    for scalar in unicodeScalars { replaced.append(scalar.value == letter ? other : scalar) }
    return String(replaced)
  }
}
