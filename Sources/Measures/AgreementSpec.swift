/// How well people who coded the same responses agree, and how well rules agree with them.
package struct AgreementSpec: Sendable, Hashable {
  /// The text that was coded; nil where the pipeline says only what people gave.
  package var rules: CodedByRules?
  package var coders: [CodedByPeople]
  /// Codes that people gave less often do not enter the mean F1.
  package var minimumUses: Int

  package init(rules: CodedByRules?, coders: [CodedByPeople], minimumUses: Int) {
    self.rules = rules
    self.coders = coders
    self.minimumUses = minimumUses
  }

  /// A text with its rules.
  package struct CodedByRules: Sendable, Hashable {
    package var source: String
    package var text: String
    /// The column of ids by which people's codes are found; the file and line when nil.
    package var id: String?

    package init(source: String, text: String, id: String?) {
      self.source = source
      self.text = text
      self.id = id
    }
  }

  /// Columns in which one or several people's codes stand.
  package struct CodedByPeople: Sendable, Hashable {
    package enum Form: Sendable, Hashable {
      /// One row a response: its codes.
      case choices(String)
      /// One row a response and code.
      case long(String)
    }

    package enum Coder: Sendable, Hashable {
      /// One person gave all codes.
      case one
      /// A column says who.
      case column(String)
      /// The name of the file says who.
      case file
    }

    package var source: String
    package var form: Form
    package var coder: Coder
    /// The column of ids; nil where the codes stand in the rows of the responses themselves.
    package var id: String?
    /// The heading of the ids, for messages.
    package var idHeading: String
    /// A column with the text that the coder had before them.
    package var text: String?
    /// Whether a response without a row was read and got no code.
    package var readsAll: Bool

    package init(
      source: String, form: Form, coder: Coder = .one, id: String? = nil, idHeading: String = "",
      text: String? = nil, readsAll: Bool = false
    ) {
      self.source = source
      self.form = form
      self.coder = coder
      self.id = id
      self.idHeading = idHeading
      self.text = text
      self.readsAll = readsAll
    }

    package var column: String {
      switch form {
      case .choices(let column), .long(let column): column
      }
    }
  }

  /// The choice that says in a sheet that no code applies.
  package static let noCode = "none"
}
