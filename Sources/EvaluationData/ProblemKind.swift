/// The kinds of defect that a run can report; the raw values are stable slugs.
package enum ProblemKind: String, Sendable, Hashable, CaseIterable {
  case undecodableBytes = "undecodable-bytes"
  case twiceEncoded = "twice-encoded"
  case nulByte = "nul-byte"
  case unclosedQuote = "unclosed-quote"
  case strayQuote = "stray-quote"
  case quoteAsLetter = "quote-as-letter"
  case byteOrderMark = "byte-order-mark"
  case repeatedHeader = "repeated-header"
  case blankRow = "blank-row"
  case footerRow = "footer-row"
  case doubtfulRow = "doubtful-row"
  case secondHeadings = "second-headings"
  case secondTable = "second-table"
  case testResponse = "test-response"
  case spamResponse = "spam-response"
  case unfinishedResponse = "unfinished-response"
  case rejectedResponse = "rejected-response"
  case wrongPreset = "wrong-preset"
  case shortRow = "short-row"
  case longRow = "long-row"
  case mendedRow = "mended-row"
  case noHeadings = "no-headings"
  case noRows = "no-rows"
  case emptyFile = "empty-file"
  case unreadFile = "unread-file"
  case repeatedFile = "repeated-file"
  case changedHeading = "changed-heading"
  case columnAbsent = "column-absent"
  case unusedHeading = "unused-heading"
  case unknownLevel = "unknown-level"
  case unknownChoice = "unknown-choice"
  case unexpectedTick = "unexpected-tick"
  case choicesDiffer = "choices-differ"
  case unreadableDate = "unreadable-date"
  case unreadableNumber = "unreadable-number"
  case mixedDates = "mixed-dates"
  case ambiguousDate = "ambiguous-date"
  case ambiguousNumber = "ambiguous-number"
  case excelSerialDate = "excel-serial-date"
  case excelDate = "excel-date"
  case excelError = "excel-error"
  case lostDigits = "lost-digits"
  case lostZeros = "lost-zeros"
  case unreadablePostcode = "unreadable-postcode"
  case unreadableNHSNumber = "unreadable-nhs-number"
  case unknownArea = "unknown-area"
  case outOfRange = "out-of-range"
  case missingRequired = "missing-required"
  case duplicateRecord = "duplicate-record"
  case conflictingRecord = "conflicting-record"
  case unknownReference = "unknown-reference"
  case implausibleValue = "implausible-value"
  case unexpectedLevel = "unexpected-level"
  case unexpectedForm = "unexpected-form"
  case repeatedValue = "repeated-value"
  case datesOutOfOrder = "dates-out-of-order"
  case conditionNotMet = "condition-not-met"
  case unexpectedRowCount = "unexpected-row-count"
  case staleData = "stale-data"
  case straightLining = "straight-lining"
  case speeding
  case contradictoryAnswers = "contradictory-answers"
  case outsideWaves = "outside-waves"
  case unknownMargin = "unknown-margin"
  case missingMargin = "missing-margin"
  case staleDecision = "stale-decision"
  case unknownWithdrawal = "unknown-withdrawal"
  case contradictingDecisions = "contradicting-decisions"
  case sharedByMany = "shared-by-many"
  case staleCorrection = "stale-correction"
  case rareAttributes = "rare-attributes"
  case unknownResponse = "unknown-response"
  case changedResponse = "changed-response"
  case unclearCoding = "unclear-coding"
  case partlyCoded = "partly-coded"
  case unknownCode = "unknown-code"
  case staleSummary = "stale-summary"

  /// What is wrong, in a few words.
  package var title: String {
    switch self {
    case .undecodableBytes: "Letters that cannot be read"
    case .twiceEncoded: "Letters that were converted twice"
    case .nulByte: "A byte that is no letter"
    case .unclosedQuote: "A quotation mark that is never closed"
    case .strayQuote: "Text after a closing quotation mark"
    case .quoteAsLetter: "A quotation mark in a cell that has none around it"
    case .byteOrderMark: "A mark that belongs at the start of a file only"
    case .repeatedHeader: "The headings once more, among the rows"
    case .blankRow: "A row of empty cells among the others"
    case .footerRow: "A total or a note below the rows"
    case .doubtfulRow: "A last row that may be a total or a note"
    case .secondHeadings: "A row below the headings that was read as more of them"
    case .secondTable: "More than one table in a file"
    case .testResponse: "A preview or a test of the survey among the answers"
    case .spamResponse: "Answers that the survey tool takes for spam"
    case .unfinishedResponse: "Answers that were not sent off"
    case .rejectedResponse: "Answers that a reviewer has rejected"
    case .wrongPreset: "A file that looks like the export of another survey tool"
    case .shortRow: "A row with too few cells"
    case .longRow: "A row with too many cells"
    case .mendedRow: "A row whose cells were put right"
    case .noHeadings: "A file without headings"
    case .noRows: "A file with headings and no rows"
    case .emptyFile: "A file with nothing in it"
    case .unreadFile: "A file that is not read because of its name"
    case .repeatedFile: "The same file under two names"
    case .changedHeading: "A question that may have been asked in other words"
    case .columnAbsent: "A column that a file does not have"
    case .unusedHeading: "A heading so like one in use that it may belong to it"
    case .unknownLevel: "An answer that is not in the list"
    case .unknownChoice: "A choice that is not in the list"
    case .unexpectedTick: "A text where a tick was expected"
    case .choicesDiffer: "Two columns of a question that say different things"
    case .unreadableDate: "A date that cannot be read"
    case .unreadableNumber: "A number that cannot be read"
    case .mixedDates: "Dates written in two orders"
    case .ambiguousDate: "A date that can be read in two ways"
    case .ambiguousNumber: "A number that can be read in two ways"
    case .excelSerialDate: "A date that Excel has written as a number"
    case .excelDate: "An answer that a spreadsheet has made a date of"
    case .excelError: "A cell whose value a spreadsheet could not show"
    case .lostDigits: "An id whose last digits a spreadsheet has dropped"
    case .lostZeros: "An id whose leading zeros a spreadsheet may have dropped"
    case .unreadablePostcode: "A postcode that cannot exist"
    case .unreadableNHSNumber: "An NHS number that cannot exist"
    case .unknownArea: "A local authority that is not in the list"
    case .outOfRange: "A number outside its scale"
    case .missingRequired: "A cell that must not be empty"
    case .duplicateRecord: "The same row twice"
    case .conflictingRecord: "Two different rows for the same thing"
    case .unknownReference: "A row for somebody or something that is not listed"
    case .implausibleValue: "A value outside the plausible range"
    case .unexpectedLevel: "An answer that is not expected here"
    case .unexpectedForm: "A text that is not of the agreed form"
    case .repeatedValue: "A value that stands in more than one row"
    case .datesOutOfOrder: "Two dates in the wrong order"
    case .conditionNotMet: "An answer that does not go with another"
    case .unexpectedRowCount: "More or fewer rows than expected"
    case .staleData: "Data that are older than agreed"
    case .straightLining: "The same answer to every item of a grid"
    case .speeding: "A questionnaire that was filled in very fast"
    case .contradictoryAnswers: "Two answers that contradict each other"
    case .outsideWaves: "A date that lies in none of the waves"
    case .unknownMargin: "A population figure for an unknown group"
    case .missingMargin: "A group without a population figure"
    case .staleDecision: "A decision that no longer fits"
    case .unknownWithdrawal: "A withdrawn id that is in no export"
    case .contradictingDecisions: "Decisions that contradict each other"
    case .sharedByMany: "One contact or date of birth for many people"
    case .staleCorrection: "A correction that no longer fits"
    case .rareAttributes: "Words beside a quote that fit few people"
    case .unknownResponse: "Codes for responses that are not there"
    case .changedResponse: "Codes for a response whose text has changed"
    case .unclearCoding: "A row of people's codes that does not say what was meant"
    case .partlyCoded: "Responses that one coder coded and another did not"
    case .unknownCode: "A column for a code that is not in the code frame"
    case .staleSummary: "A summary of what has changed since"
    }
  }

  /// What the owner of the data can do about it.
  package var remedy: String {
    switch self {
    case .undecodableBytes:
      "Save the file again as \"CSV UTF-8\" and look at the accented letters. Until then the "
        + "cells with these letters count as could-not-be-read."
    case .twiceEncoded:
      "Somebody opened the file in the wrong encoding and saved it. Export it again; the text was "
        + "kept as it stands."
    case .nulByte: "Export the file again; the zero bytes were left out."
    case .unclosedQuote:
      "Close the quotation mark in that row, or remove it; the row was read as if the mark "
        + "were a letter."
    case .strayQuote:
      "Double the quotation marks inside the cell (\"\"), or export the file again; the text was "
        + "kept as it stands."
    case .quoteAsLetter:
      "Nothing, if the cells are whole: the marks were kept as they stand. If not, export the file "
        + "again with quotation marks around text and doubled (\"\") inside."
    case .byteOrderMark:
      "Two files seem to be joined. Give each by itself; the mark was left out."
    case .repeatedHeader:
      "Two exports seem to be joined. Give each by itself; the row was left out."
    case .blankRow: "Remove the row, or fill it in; it was left out."
    case .footerRow:
      "Nothing, if the row is no data. If it is, fill in its other cells or give it another name; "
        + "it was left out."
    case .doubtfulRow:
      "Nothing, if the row is data: it was counted. If it is not, remove it from the export."
    case .secondHeadings:
      "Nothing, if the row says more of the columns. If it holds somebody's answers, move it below "
        + "another row in the export; until then it does not count."
    case .secondTable:
      "Give each table a file of its own. The largest was read, or the one with the headings of "
        + "the pipeline."
    case .testResponse:
      "Nothing, if nobody meant these answers. The row was left out; state `preset: none` in the "
        + "pipeline to keep such rows."
    case .spamResponse:
      "Look at the row in the survey tool and change its status if it is a person's. Until then it "
        + "is left out."
    case .unfinishedResponse:
      "Decide whether answers count that people began and did not send off. They were kept; leave "
        + "them out of the export if not."
    case .rejectedResponse:
      "Leave the rows out of the export if they must not count. They were kept."
    case .wrongPreset:
      "Correct `preset:` in the pipeline, or look whether it is the right file."
    case .shortRow:
      "Look at the row in the export: a cell may be lost. The cells that are not there count as "
        + "left blank."
    case .longRow:
      "Look at the row in the export: a separator inside a text may lack quotation marks. The "
        + "extra cells were left out."
    case .mendedRow:
      "Look at the row in the export and correct it there. It was read in the only way that goes "
        + "with the other rows."
    case .noHeadings: "Add a row of headings above the rows."
    case .emptyFile: "Export it again, or remove the file."
    case .unreadFile: "Rename it if it is meant to be read, else put it somewhere else."
    case .repeatedFile: "Remove one of the two; both were read."
    case .noRows: "Check that the export was finished; an empty quarter may be right."
    case .changedHeading:
      "If the heading asks the same, add it under `header:` in the pipeline, or accept it in "
        + "decisions/headings.csv. Until then nobody in this file counts as asked."
    case .columnAbsent:
      "Nothing, if it was not asked. If it was, add its heading under `header:` in the pipeline."
    case .unusedHeading:
      "Check that the right one of the two is read; name it exactly under `header:` in the "
        + "pipeline. The other was passed over."
    case .unknownLevel:
      "Correct the answer in the system it came from, or list this spelling under `also:` in the "
        + "pipeline. Until then it counts as could-not-be-read."
    case .unknownChoice:
      "If a choice was worded otherwise, add the wording to its texts under `choices:` in the "
        + "pipeline; if people could answer in words of their own, state `other:`. Until then "
        + "what was not recognised does not count."
    case .unexpectedTick:
      "Check the text, and add it to the texts of the choice if it means that. It was read as "
        + "chosen."
    case .choicesDiffer:
      "Export the file again. The columns of the single choices were read, not the one with all "
        + "of them."
    case .unreadableDate:
      "Correct the date, or state the order in the pipeline (`dates: day-month` or "
        + "`dates: month-day`). Until then the date is missing."
    case .unreadableNumber: "Write the number in digits. Until then the answer is missing."
    case .mixedDates:
      "Export the dates again in one order, best as 2024-03-31. Until then some of those that can "
        + "be read in two ways may be read wrongly."
    case .ambiguousDate:
      "State the order in the pipeline (`dates: day-month` or `dates: month-day`), or write the "
        + "month as a word. Until then the date is missing."
    case .ambiguousNumber:
      "State in the pipeline whether a point or a comma stands before the decimals, or write the "
        + "number without a mark for thousands. Until then the number is missing."
    case .excelSerialDate:
      "Give the column a date format in the spreadsheet and export it again. The number was read "
        + "as the day that Excel means by it."
    case .excelDate:
      "Correct the answer in the system it came from, and import the export as text before "
        + "saving it in a spreadsheet. Until then it counts as could-not-be-read."
    case .excelError:
      "Correct the formula or widen the column in the spreadsheet, and export it again. Until "
        + "then the cell counts as could-not-be-read."
    case .lostDigits:
      "Export the ids again and import them as text; the digits cannot be restored. Until then "
        + "the id is missing."
    case .lostZeros:
      "Export the ids again and import them as text. The id was kept as it stands, and may not "
        + "be found in other files."
    case .unreadablePostcode:
      "Correct the postcode; look for the letter O in place of the number 0. Until then it is "
        + "missing."
    case .unreadableNHSNumber:
      "Correct the number: its last digit checks the others. Until then it is missing."
    case .unknownArea:
      "Spell the local authority as the Office for National Statistics does, or give its code. "
        + "Until then it is missing."
    case .outOfRange:
      "Check the answer against the form. Until then the answer is missing."
    case .missingRequired: "Fill the cell in, or remove the row."
    case .duplicateRecord: "Remove one of the two; the first was kept."
    case .conflictingRecord:
      "Decide which row is right and remove the other; the first was kept."
    case .unknownReference:
      "Add what is missing to its list, or correct the id here. Until then the row is left out of "
        + "figures that need it."
    case .implausibleValue:
      "Check the value against the form or with the person who entered it. It was kept."
    case .unexpectedLevel: "Check the answer against the form. It was kept."
    case .unexpectedForm:
      "Correct the text in the system it came from, or widen the form in the pipeline. It was kept."
    case .repeatedValue:
      "Look at both rows: one may be entered twice, or the id given to two. Both were kept."
    case .datesOutOfOrder:
      "Check both dates; day and month may be swapped. What is worked out from them is missing."
    case .conditionNotMet: "Check both answers against the form. Both were kept."
    case .unexpectedRowCount:
      "Check that the export is complete and covers the right period, or correct the number in the "
        + "pipeline."
    case .staleData: "Export the data again, or correct the as-of date. The rows were kept."
    case .straightLining:
      "Look at the questionnaire before relying on the answers: a person may also mean them. The "
        + "row was kept."
    case .speeding:
      "Look at the answers before relying on them: fast readers and short routes exist. The row "
        + "was kept."
    case .contradictoryAnswers:
      "Look at the questionnaire, and ask again where that is possible. The row was kept."
    case .outsideWaves:
      "Check the date, or the days of the waves in the pipeline. Until then the row belongs to no "
        + "wave."
    case .unknownMargin:
      "Spell the group as the schema does, or remove the row from the population figures."
    case .missingMargin:
      "Add the group to the population figures. Until then it is compared with nothing."
    case .staleDecision:
      "Change the row in the file of decisions, or remove it. Until then it changes nothing."
    case .unknownWithdrawal:
      "Write the id exactly as the exports have it. Nothing, if the person's rows are no longer "
        + "exported."
    case .contradictingDecisions:
      "Decide which row is right and change the other. Until then neither changes anything."
    case .sharedByMany:
      "Check whether it is a default of the form. People who share it are not proposed as one "
        + "person for that reason."
    case .staleCorrection:
      "Look at the cell: change the row in the file of corrections, or remove it. Until then the "
        + "text stays as it was exported."
    case .unknownResponse:
      "Check that the coders had these exports, and that no spreadsheet has changed the ids. The "
        + "rows were left out."
    case .changedResponse:
      "Look whether the ids still belong to the same responses: rows may have moved in the "
        + "export. Ask the coder about the text as it is now. The row was left out."
    case .unclearCoding:
      "Put a 1 under each code that applies, or under 'none' where none does. Until then the row "
        + "counts as not coded."
    case .partlyCoded:
      "Nothing, if the responses were shared out among the coders. If not, ask the coder for the "
        + "rest. What one person alone coded says nothing about agreement."
    case .unknownCode:
      "Give the column the name of the code, or add the code to the rules. Until then the column "
        + "was passed over."
    case .rareAttributes:
      "Show fewer or broader attributes in the pipeline, or leave it. What may be shared has the "
        + "quote without them."
    case .staleSummary:
      "Read what was said again, change the summary if need be, and save the sheet of the new "
        + "matrix in place of the old. Until then the summary is shown with a mark."
    }
  }
}
