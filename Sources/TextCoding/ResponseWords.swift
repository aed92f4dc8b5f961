import EvaluationData

/// The words of responses as numbers, sentence by sentence, cut as the matcher cuts them.
struct ResponseWords {
  /// The words by their numbers.
  private(set) var words: [String] = []
  /// For each response its sentences.
  private(set) var sentences: [[[Int32]]] = []

  init(_ cells: TextCells, rows: [Int]) {
    var numbers: [[UInt8]: Int32] = [:]
    let bytes = cells.texts.bytes.span
    var folded = FoldedResponses()
    for row in rows {
      folded.removeAll()
      folded.append(bytes.extracting(cells.texts.range(of: row)), row: row)
      var response: [[Int32]] = []
      var sentence = Int32(-1)
      for index in 0..<folded.words.count {
        let word = folded.words[index]
        let letters = (word.foldedStart..<word.foldedEnd).map { folded.bytes[Int($0)] }
        if word.sentence != sentence {
          sentence = word.sentence
          response.append([])
        }
        let number = numbers[letters] ?? Int32(words.count)
        if Int(number) == words.count {
          numbers[letters] = number
          words.append(String(decoding: letters, as: UTF8.self))
        }
        response[response.count - 1].append(number)
      }
      sentences.append(response)
    }
  }
}

extension ResponseWords {
  /// For each word the responses that hold it, in ascending order.
  var rowsByWord: [[Int32]] {
    var rows = [[Int32]](repeating: [], count: words.count)
    for (row, response) in sentences.enumerated() {
      for word in response.joined() where rows[Int(word)].last != Int32(row) {
        rows[Int(word)].append(Int32(row))
      }
    }
    return rows
  }
}
