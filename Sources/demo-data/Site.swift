/// One of the three places that take part in the programme.
enum Site: CaseIterable {
  case hammersmithFulham
  case lincolnshire
  case northMersey

  var name: String {
    switch self {
    case .hammersmithFulham: "Hammersmith & Fulham"
    case .lincolnshire: "Lincolnshire"
    case .northMersey: "North Mersey"
    }
  }

  /// The first part of every identifier of the site.
  var prefix: String {
    switch self {
    case .hammersmithFulham: "HF"
    case .lincolnshire: "LI"
    case .northMersey: "NM"
    }
  }

  /// The last part of the names of the site's files.
  var slug: String {
    switch self {
    case .hammersmithFulham: "hammersmith-fulham"
    case .lincolnshire: "lincolnshire"
    case .northMersey: "north-mersey"
    }
  }

  var dialect: Dialect {
    switch self {
    case .hammersmithFulham:
      Dialect(
        encoding: .windows1252, delimiter: ";", lineEnd: "\r\n", dayStyle: .slashed, dash: "–",
        hasTitle: false)
    case .lincolnshire:
      Dialect(
        encoding: .utf8WithMark, delimiter: ",", lineEnd: "\n", dayStyle: .iso, dash: "-",
        hasTitle: true)
    case .northMersey:
      Dialect(
        encoding: .utf16WithMark, delimiter: "\t", lineEnd: "\r\n", dayStyle: .slashed, dash: "–",
        hasTitle: false)
    }
  }

  init?(prefix: some StringProtocol) {
    guard let site = Site.allCases.first(where: { $0.prefix == prefix }) else { return nil }
    self = site
  }
}
