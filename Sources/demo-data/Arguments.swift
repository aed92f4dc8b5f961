/// A command line that `demo-data` does not understand.
enum UsageError: Error, CustomStringConvertible {
  case seedIsNoNumber
  case tooManyFolders
  case unknownOption(String)

  var description: String {
    switch self {
    case .seedIsNoNumber: "--seed: expected a whole number of 0 or more after it"
    case .tooManyFolders: "expected one folder at most: demo-data [FOLDER] [--seed N]"
    case .unknownOption(let option): "unknown option \(option): demo-data [FOLDER] [--seed N]"
    }
  }
}

/// Where to write, and from which seed.
struct Arguments {
  private(set) var folder = "data/local-diabetes-care"
  private(set) var seed: UInt64 = 2045

  init(_ words: some Sequence<String>) throws(UsageError) {
    var folders: [String] = []
    var awaitsSeed = false
    for word in words {
      if awaitsSeed {
        guard let number = UInt64(word) else { throw .seedIsNoNumber }
        seed = number
        awaitsSeed = false
      } else if word == "--seed" {
        awaitsSeed = true
      } else if word.hasPrefix("-") {
        throw .unknownOption(word)
      } else {
        folders.append(word)
      }
    }
    if awaitsSeed { throw .seedIsNoNumber }
    if folders.count > 1 { throw .tooManyFolders }
    if let named = folders.first { folder = named }
  }
}
