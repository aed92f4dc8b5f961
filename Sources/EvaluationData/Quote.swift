/// What somebody wrote, as it may be shown to anybody.
package struct Quote: Sendable, Hashable {
  /// By which the internal list tells where it stands.
  package let id: String
  package let source: Named
  package let code: Named
  package let text: String
  /// Such as "North Mersey, 65–74"; empty where nothing may stand beside it.
  package let attributes: String
  /// Whether somebody has read and accepted it.
  package let isChecked: Bool

  package init(
    id: String, source: Named, code: Named, text: String, attributes: String, isChecked: Bool
  ) {
    self.id = id
    self.source = source
    self.code = code
    self.text = text
    self.attributes = attributes
    self.isChecked = isChecked
  }
}

/// A quote as the team sees it: with its place, and what was decided.
package struct QuoteToCheck: Sendable, Hashable {
  /// What a person decided.
  package enum Decision: String, Sendable, Hashable {
    case open = ""
    case yes
    case no
  }

  package let id: String
  package let source: Named
  package let address: CellAddress
  package let code: Named
  /// As redacted and cut.
  package let text: String
  package let attributes: String
  /// How many people of the source share the attributes; nil where there are none.
  package let sharedBy: Int?
  package let decision: Decision
  /// Another text that somebody wrote in its place; empty where nobody did.
  package let useInstead: String
  /// Whether it stands in what may be shared.
  package let isUsed: Bool

  package init(
    id: String, source: Named, address: CellAddress, code: Named, text: String,
    attributes: String, sharedBy: Int?, decision: Decision, useInstead: String, isUsed: Bool
  ) {
    self.id = id
    self.source = source
    self.address = address
    self.code = code
    self.text = text
    self.attributes = attributes
    self.sharedBy = sharedBy
    self.decision = decision
    self.useInstead = useInstead
    self.isUsed = isUsed
  }
}
