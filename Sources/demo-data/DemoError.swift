/// A fault in the texts that this program carries with it.
enum DemoError: Error, CustomStringConvertible {
  case cannotEncode(file: String)
  case unknownMark(String, in: String)
  case noCommentLeft(site: String)

  var description: String {
    switch self {
    case .cannotEncode(let file): "\(file): a text has a character its encoding lacks"
    case .unknownMark(let mark, let block): "unknown mark '\(mark)' in the block '\(block)'"
    case .noCommentLeft(let site): "\(site): the stock of comments is used up"
    }
  }
}
