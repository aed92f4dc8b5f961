import Disclosing
import EvaluationData

/// Feedback cards of members of a club, with a register that says who may be quoted.
struct FeedbackCards {
  struct Card {
    var person: String?
    var site: String?
    var text: String?
    var codes: [String]

    init(_ person: String?, _ site: String?, _ text: String?, _ codes: [String] = ["tea"]) {
      self.person = person
      self.site = site
      self.text = text
      self.codes = codes
    }
  }

  var cards: [Card]
  /// Each member's age band and whether they agreed to be quoted.
  var members: [(id: String, band: String?, isQuotable: String?)] = []
  /// Consent on the cards themselves; nil where cards do not ask.
  var ownConsent: [String?]?
  var decisions: [QuoteDecision] = []
  var threshold = 1
  var seed: UInt64 = 1
  var names: [String] = []

  init(_ cards: [Card]) {
    self.cards = cards
    members = Set(cards.compactMap(\.person)).sorted().map { ($0, "older", "yes") }
  }

  static let codes = [Named("tea", label: "Tea"), Named("books", label: "Books")]

  func chosen(
    perCode: Int = 2, codes: Set<String>? = nil, balance: [String] = [], show: [String] = [],
    mustBeChecked: Bool = true
  ) -> Checked<ChosenQuotes> {
    func attributes(_ names: [String]) -> [Attribute] {
      names.map {
        $0 == "band" ? .init(source: "members", column: $0) : .init(source: "cards", column: $0)
      }
    }
    let input = QuoteInput(
      tables: [register, table], coded: [coded],
      people: [
        QuotePeople(source: "members", person: "id", consent: "quotable"),
        QuotePeople(source: "cards", person: "member", consent: ownConsent == nil ? nil : "agreed"),
      ], decisions: decisions, names: ["names.csv": names], threshold: threshold, seed: seed)
    return chooseQuotes(
      from: input,
      as: [
        QuoteSpec(
          source: "cards", text: "comment", codes: codes, perCode: perCode,
          balance: attributes(balance), show: attributes(show), mustBeChecked: mustBeChecked,
          namesFile: "names.csv")
      ])
  }

  /// What somebody decided on a quote that was offered.
  static func decision(
    _ quote: QuoteToCheck, _ decision: String, instead: String = "", line: Int = 2,
    text: String? = nil, file: String? = nil, code: String? = nil, attributes: String? = nil
  ) -> QuoteDecision {
    QuoteDecision(
      line: line,
      cells: [
        quote.id, quote.source.name, file ?? quote.address.file, String(quote.address.line),
        code ?? quote.code.name, text ?? quote.text, attributes ?? quote.attributes, decision,
        instead,
      ])
  }

  // MARK: Tables

  private var table: Table {
    var columns = [
      text("member", cards.map(\.person)), category("site", ["east", "west"], cards.map(\.site)),
      text("comment", cards.map(\.text)),
    ]
    if let ownConsent { columns.append(category("agreed", ["yes", "no"], ownConsent)) }
    return Table(
      name: Named("cards", label: "Cards"), columns: columns,
      addresses: addresses(cards.count, "cards.csv"), loadedRows: cards.count)
  }

  private var register: Table {
    Table(
      name: Named("members", label: "Members"),
      columns: [
        text("id", members.map(\.id)), category("band", ["younger", "older"], members.map(\.band)),
        category("quotable", ["yes", "no"], members.map(\.isQuotable)),
      ], addresses: addresses(members.count, "members.csv"), loadedRows: members.count)
  }

  private var coded: CodedText {
    var cells = ChoiceColumn(choices: FeedbackCards.codes)
    var matches: [Match] = []
    for (row, card) in cards.enumerated() {
      var word: UInt64 = 0
      for (place, code) in FeedbackCards.codes.enumerated() where card.codes.contains(code.name) {
        word |= 1 << UInt64(place)
        // A code of a card is about the word in it that is called so, or about its beginning.
        let bytes = Array((card.text ?? "").utf8)
        let name = Array(code.name.utf8)
        let start = bytes.indices.first { bytes[$0...].starts(with: name) } ?? 0
        matches.append(Match(row: row, code: place, rule: 0, start: start, end: start + name.count))
      }
      cells.append([word], missing: card.text == nil ? .skipped : nil)
    }
    return CodedText(source: "cards", column: "comment", codes: cells, matches: matches)
  }

  private func addresses(_ rows: Int, _ file: String) -> RowAddresses {
    var addresses = RowAddresses()
    addresses.begin(file: file)
    for row in 0..<rows { addresses.append(line: row + 2) }
    return addresses
  }

  private func text(_ name: String, _ values: [String?]) -> Column {
    var reasons = MissingReasons()
    for value in values { reasons.append(value == nil ? .skipped : nil) }
    return Column(
      name: Named(name),
      cells: .text(TextCells(texts: TextColumn(values.map { $0 ?? "" }), reasons: reasons)))
  }

  private func category(_ name: String, _ levels: [String], _ values: [String?]) -> Column {
    var cells = CategoryColumn(levels: levels.map { Named($0, label: $0.capitalized) })
    for value in values {
      cells.append(
        value.flatMap { levels.firstIndex(of: $0) }.map { .value($0) } ?? .missing(.skipped))
    }
    return Column(name: Named(name), cells: .category(cells))
  }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
