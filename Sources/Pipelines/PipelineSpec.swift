package import Cleaning
package import Disclosing
package import EvaluationData
package import Loading
package import Measures
package import TextCoding

/// A checked pipeline file, with everything that it names looked up.
package struct PipelineSpec: Sendable {
  /// One source: its files, how they are loaded and what their columns mean.
  package struct Source: Sendable {
    package let name: Named
    package let patterns: [FilePattern]
    package let request: LoadRequest
    package let schema: SourceSchema
    package let roles: [Role: String]
    package let references: [Reference]
    /// Whether its files are sheets on which people coded another source.
    package var isSheet: Bool { request.isCodingSheet }
    package var derived: [DerivedColumn] = []
    package var surveyQuality: SurveyQualityRules?
    /// The column that says whether a row has a sign of `surveyQuality`.
    package var flag: Named?
    /// What `derived` and `flag` add to the columns of the schema.
    package var addedColumns: [KnownColumn] = []
  }

  /// What a column is to the people of a programme.
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case person
    case site
    case wave
    case freeText = "free_text"
    case consentToQuote = "consent_to_quote"
  }

  /// A free text with its rules.
  package struct Coding: Sendable {
    package let source: String
    package let column: String
    package let rulesFile: String
    package let frame: CodeFrame
  }

  package var title = ""
  package var start = CalendarDate(daysSince1970: 0)
  package var end = CalendarDate(daysSince1970: 0)
  package var dataRoot: String?
  package var dataHint: String?
  package var sources: [Source] = []
  /// The Table Schemas and Data Packages that describe sources.
  package var tableSchemaFiles: [String] = []
  /// What a Table Schema asks for and CountIn does not do, in words.
  package var notes: [String] = []
  package var stopAbove: Double?
  /// The CSV files beside the pipeline file in which derived columns look up.
  package var lookups: [Lookup] = []
  package var validation: [SourceValidation] = []
  package var people: [PersonFields] = []
  package var coding: [Coding] = []
  package var measures = MeasureSpec()
  package var quotes: [QuoteSpec] = []
  package var framework: FrameworkSpec?
  package var suppressBelow = 5
  package var organisation: String?
  package var contact: String?
  package var notice: String?
  package var limitations: [String] = []
  package var seed: UInt64 = 1

  package init() {}

  func source(_ name: String) -> Source? { sources.first { $0.name.name == name } }

  /// The column of each source that holds the ids of its people.
  var persons: [String: String] {
    var persons: [String: String] = [:]
    for source in sources { persons[source.name.name] = source.roles[.person] }
    return persons
  }
}
