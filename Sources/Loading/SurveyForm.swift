import EvaluationData

/// The survey tool that a file comes from, and how its headings stand.
struct SurveyForm: Sendable {
  let preset: SurveyPreset
  /// How it is known, for people.
  let evidence: String
  /// Nil where only the pipeline tells the tool, and the file has none of its forms.
  let layout: SurveyLayout?
  /// The record with the first row of headings; nil where nothing but the pipeline tells the tool.
  var start: Int?
  /// The tool that the file looks like, where the pipeline states another one.
  var contradicting: SurveyTool?
}

/// No tool writes anything above its headings, but people do.
private let mostRowsAbove = 8

/// The tool that a file comes from: the one that the pipeline states, else the one whose
/// signs the first records show.
func surveyForm(of records: [ShapeRecord], stated: StatedPreset) -> SurveyForm? {
  switch stated {
  case .noTool: return nil
  case .notStated: return recognisedSurvey(of: records, stated: stated)
  case .tool(let tool):
    if let found = recognisedSurvey(of: records, stated: stated) { return found }
    guard let preset = SurveyPreset.all.first(where: { $0.tool == tool }) else { return nil }
    let head = SurveyHead(records[...])
    return SurveyForm(
      preset: preset, evidence: "the pipeline states it",
      layout: preset.layouts.first { $0.leastSigns?.allSatisfy(head.shows) ?? false },
      contradicting: recognisedSurvey(of: records, among: SurveyPreset.all)?.preset.tool)
  }
}

/// The tool whose signs the very first records show; the pipeline may leave only one in question.
func recognisedSurvey(of records: [ShapeRecord], stated: StatedPreset) -> SurveyForm? {
  switch stated {
  case .noTool: nil
  case .notStated: recognisedSurvey(of: records, among: SurveyPreset.all)
  case .tool(let tool):
    recognisedSurvey(of: records, among: SurveyPreset.all.filter { $0.tool == tool })
  }
}

private func recognisedSurvey(
  of records: [ShapeRecord], among presets: [SurveyPreset]
) -> SurveyForm? {
  for start in records.indices.prefix(mostRowsAbove + 1) {
    let head = SurveyHead(records[start...])
    for preset in presets {
      for layout in preset.layouts where layout.signs.allSatisfy(head.shows) {
        return SurveyForm(preset: preset, evidence: layout.evidence, layout: layout, start: start)
      }
    }
  }
  return nil
}

extension SurveyForm {
  /// Where the headings stand by what is known of the tool; the rest is as it was found by looking.
  func shape(_ records: [ShapeRecord], otherwise general: DetectedShape) -> DetectedShape {
    guard let layout else { return general }
    let start = self.start ?? general.preambleRows
    let count = min(layout.headings.count, records.count - start)
    return DetectedShape(
      preambleRows: start, headerRows: count, layout: count > 1 ? .stacked : .oneRow,
      names: general.names, footers: [])
  }
}

extension FileForm {
  func surveyProblems(of file: String) -> [Problem] {
    guard let survey, let other = survey.contradicting else { return [] }
    return [
      Problem(
        .wrongPreset, at: CellAddress(file: file),
        expected: "an export of \(survey.preset.tool.label), found one of \(other.label)")
    ]
  }
}
