extension ProblemKind {
  /// Whether the exports are at fault, and not what the pipeline wants to show of them.
  package var isOfTheData: Bool { self != .rareAttributes && self != .staleSummary }

  /// What the defect does to the figures, in a sentence for the owner of the data.
  package var consequence: String {
    switch self {
    case .undecodableBytes, .unknownLevel, .unreadableDate, .unreadableNumber, .ambiguousDate,
      .ambiguousNumber, .excelDate, .excelError, .unreadablePostcode, .unreadableNHSNumber,
      .unknownArea, .outOfRange:
      "The answer counts as missing in every figure that needs it."
    case .missingRequired:
      "The row is missing from every figure that needs this cell."
    case .lostDigits:
      "The person or thing cannot be found in the other files."
    case .lostZeros:
      "The person or thing may not be found in the other files."
    case .unknownReference:
      "The row is left out of figures that join the files."
    case .duplicateRecord, .repeatedHeader, .blankRow, .footerRow, .testResponse, .spamResponse:
      "Left in, the row would count as one more."
    case .conflictingRecord:
      "Only the first of the two rows counts, and it may be the wrong one."
    case .shortRow, .longRow, .mendedRow, .strayQuote, .unclosedQuote:
      "Cells of the row may stand in the wrong column."
    case .twiceEncoded:
      "Words with accents and curly marks are shown wrongly, and rules may miss them."
    case .quoteAsLetter:
      "None, unless the marks were meant to hold a cell together."
    case .nulByte, .byteOrderMark:
      "Letters may be lost where the bytes stood."
    case .mixedDates:
      "Some dates may count in the wrong month."
    case .excelSerialDate:
      "The day is right only if the spreadsheet counts its days from 1900."
    case .secondHeadings:
      "If the row holds somebody's answers, they do not count."
    case .secondTable:
      "What stands in the other table does not count."
    case .changedHeading, .columnAbsent:
      "Nobody in this file counts as asked, or as having made the choice."
    case .unusedHeading:
      "The answers may be those of another question."
    case .unknownChoice:
      "An answer with the choice counts as missing, or as an answer in the person's own words."
    case .unexpectedTick:
      "The choice counts as made, and may not have been."
    case .choicesDiffer:
      "The choices that were counted may be wrong."
    case .noRows, .noHeadings, .emptyFile, .unreadFile:
      "Nothing in the file counts."
    case .unknownMargin, .missingMargin:
      "The group is compared with nothing."
    case .unknownWithdrawal:
      "The answers of somebody who withdrew may still be in the figures."
    case .repeatedFile:
      "Every row of the file counts twice."
    case .doubtfulRow:
      "A total or a note would count as a person or an answer."
    case .staleDecision, .staleCorrection:
      "What somebody decided is not in the figures."
    case .contradictingDecisions:
      "None of the decisions that contradict each other is in the figures."
    case .sharedByMany:
      "People who stand twice in the exports may count twice."
    case .unfinishedResponse:
      "The answers count, and some may be blank only because the person stopped before them."
    case .rejectedResponse:
      "The answers count although somebody has rejected them."
    case .wrongPreset:
      "Headings, dates and texts for no answer may be read wrongly."
    case .implausibleValue, .unexpectedLevel, .unexpectedForm, .repeatedValue, .datesOutOfOrder,
      .conditionNotMet, .straightLining, .speeding, .contradictoryAnswers:
      "The answer counts as it is, and may be wrong."
    case .outsideWaves:
      "The row belongs to no wave and is left out of figures over time."
    case .unknownResponse, .changedResponse, .unclearCoding, .unknownCode:
      "What the coder gave there is not compared with anything."
    case .partlyCoded:
      "Agreement rests on fewer responses than were coded."
    case .rareAttributes:
      "Beside the quote, they could tell who wrote it."
    case .staleSummary:
      "The summary may no longer say what was said."
    case .unexpectedRowCount, .staleData:
      "The figures may rest on a part of the data, or on old data."
    }
  }
}
