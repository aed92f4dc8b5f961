/// A program for surveys whose exports are known; the raw values are words of the pipeline file.
package enum SurveyTool: String, Sendable, Hashable, CaseIterable {
  case googleForms = "google-forms"
  case microsoftForms = "microsoft-forms"
  case surveyMonkey = "surveymonkey"
  case qualtrics
  case jisc
  case smartSurvey = "smartsurvey"
  case koboToolbox = "kobotoolbox"
  case odk

  /// As its makers call it.
  package var label: String {
    switch self {
    case .googleForms: "Google Forms"
    case .microsoftForms: "Microsoft Forms"
    case .surveyMonkey: "SurveyMonkey"
    case .qualtrics: "Qualtrics"
    case .jisc: "Jisc Online Surveys"
    case .smartSurvey: "SmartSurvey"
    case .koboToolbox: "KoboToolbox"
    case .odk: "ODK Central"
    }
  }
}

/// What a pipeline says of the tool that its files come from.
package enum StatedPreset: Sendable, Hashable {
  /// Nothing: the files tell.
  case notStated
  case tool(SurveyTool)
  /// Files are not to be taken for exports of any tool.
  case noTool
}
