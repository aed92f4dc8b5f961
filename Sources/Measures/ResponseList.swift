import EvaluationData

/// The responses that people could code.
///
/// Of a text with a million responses only the rows are kept; the rest is read when asked for.
package struct ResponseList: RandomAccessCollection, Sendable {
  package typealias Response = PeoplesCodes.Response

  private enum Storage: Sendable {
    case listed([Response])
    case rows([Int32], of: Table, ids: TextCells?, texts: TextCells?)
  }

  private var storage: Storage

  /// Responses of which the pipeline names no text.
  init() { storage = .listed([]) }

  /// Responses of a text, by their rows; without ids each has its file and line.
  init(rows: [Int32], of table: Table, ids: TextCells?, texts: TextCells?) {
    storage = .rows(rows, of: table, ids: ids, texts: texts)
  }

  mutating func append(_ response: Response) {
    guard case .listed(var responses) = storage else {
      preconditionFailure("the responses are rows of a text")
    }
    storage = .listed([])
    responses.append(response)
    storage = .listed(responses)
  }

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .listed(let responses): responses.count
    case .rows(let rows, _, _, _): rows.count
    }
  }

  /// The row of a response in the table of the text.
  func row(of response: Int) -> Int? {
    switch storage {
    case .listed(let responses): responses[response].row
    case .rows(let rows, _, _, _): Int(rows[response])
    }
  }

  package subscript(place: Int) -> Response {
    switch storage {
    case .listed(let responses): return responses[place]
    case .rows(let rows, let table, let ids, let texts):
      let row = Int(rows[place])
      let address = table.addresses.address(of: row, column: nil)
      return Response(
        id: ids?[row].value ?? "\(address.file):\(address.line)", address: address, row: row,
        text: texts?[row].value ?? "")
    }
  }
}
