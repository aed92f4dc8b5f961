import CXLSXWriter
import EvaluationData

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A workbook that is being written with libxlsxwriter.
///
/// The first failure of any call is kept and thrown by `close`, which must be called:
/// the library frees its memory there and nowhere else.
@safe struct Workbook: ~Copyable {
  /// A sheet, by its place in the workbook.
  struct Sheet {
    let index: Int
    let name: String
  }

  /// From so many rows on a table gets buttons to filter it.
  static let filteredRows = 20

  let path: String
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let file: OutputFile
  private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = unsafe []
  private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var failure = LXW_NO_ERROR
  /// An upper bound of what the parts take before they are packed.
  private var byteCount = 1 << 16
  private var sheetNames = UniqueNames()

  init(path: String, in folder: String) throws(ReportError) {
    let file = try OutputFile(path: path)
    var strings = CStrings()
    // The parts are put together on the disk that the workbook goes to, so that only one
    // disk can be full.
    var options = unsafe lxw_workbook_options(
      constant_memory: 0, tmpdir: strings.copy(folder), use_zip64: 0)
    guard let book = unsafe workbook_new_opt(path, &options) else {
      throw .cannotWrite(path: path, errno: ENOMEM)
    }
    unsafe self.book = book
    self.path = path
    self.file = file
  }

  /// Packs the parts; the file is not a workbook before this returns.
  consuming func close() throws(ReportError) {
    // The library does not see a disk that fills up while it writes its parts.
    do {
      try file.reserveRoom(byteCount)
    } catch {
      unsafe lxw_workbook_free(book)
      throw error
    }
    errno = 0
    let closed = unsafe workbook_close(book)
    let code = errno
    let first = failure == LXW_NO_ERROR ? closed : failure
    guard first != LXW_NO_ERROR else { return try file.close() }
    var reason = unsafe String(cString: lxw_strerror(first))
    if closed != LXW_NO_ERROR, code != 0 { reason += " (\(ReportError.reason(code)))" }
    throw .cannotWrite(path: path, reason: reason)
  }

  private mutating func check(_ error: lxw_error) {
    if failure == LXW_NO_ERROR { failure = error }
  }

  // MARK: The workbook

  mutating func describe(title: String, company: String?, subject: String, created: Int) {
    var strings = CStrings()
    var properties = unsafe lxw_doc_properties()
    unsafe properties.title = strings.copy(workbookText(title))
    unsafe properties.subject = strings.copy(workbookText(subject))
    if let company {
      unsafe properties.company = strings.copy(workbookText(company))
      unsafe properties.author = strings.copy(workbookText(company))
    }
    unsafe properties.created = time_t(created)
    check(unsafe workbook_set_properties(book, &properties))
    check(unsafe workbook_set_custom_property_string(book, "Language", "en-GB"))
  }

  mutating func addSheet(_ title: String) -> Sheet {
    let cut = sheetName(title)
    let name = sheetNames.unique(cut) { "\(sheetName(title, limit: 27)) \($0)" }
    guard let sheet = unsafe workbook_add_worksheet(book, name) else {
      check(LXW_ERROR_SHEETNAME_ALREADY_USED)
      return Sheet(index: unsafe max(0, sheets.count - 1), name: name)
    }
    unsafe sheets.append(sheet)
    byteCount += 8192
    unsafe worksheet_set_landscape(sheet)
    unsafe worksheet_set_paper(sheet, 9)  // A4
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    unsafe worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6)
    return Sheet(index: unsafe sheets.count - 1, name: name)
  }

  // MARK: Sheets

  mutating func setFooter(_ text: String, on sheet: Sheet) {
    let escaped = workbookText(text).split(separator: "&", omittingEmptySubsequences: false)
      .joined(separator: "&&")
    let footer = "&L\(escaped.prefix(100))&RPage &P of &N"
    check(unsafe worksheet_set_footer(sheets[sheet.index], footer))
  }

  mutating func setWidth(_ width: Double, column: Int, on sheet: Sheet) {
    let column = lxw_col_t(column)
    check(unsafe worksheet_set_column(sheets[sheet.index], column, column, width, nil))
  }

  /// Makes a row high enough for texts that are wrapped in columns of these widths.
  ///
  /// Excel would do so by itself when a cell is edited, other programs never.
  mutating func fitHeight(
    row: Int, to cells: [(text: String, width: Double)], isBold: Bool = false, on sheet: Sheet
  ) {
    let lines = cells.map { cell in
      wrapped(
        cell.text, width: max(cell.width * 7 - 8, 20), size: Workbook.fontPixels, isBold: isBold
      ).count
    }
    guard let most = lines.max(), most > 1 else { return }
    // Excel allows 409 points.
    let height = min(Double(most) * 14.5 + 3, 400)
    setHeight(height, row: row, on: sheet)
  }

  /// Prints a wide sheet on several pages side by side, each with its first columns.
  mutating func printWide(pages: Int, repeating columns: Int, on sheet: Sheet) {
    unsafe worksheet_fit_to_pages(sheets[sheet.index], UInt16(pages), 0)
    check(
      unsafe worksheet_repeat_columns(sheets[sheet.index], 0, lxw_col_t(max(0, columns - 1))))
  }

  mutating func setHeight(_ height: Double, row: Int, on sheet: Sheet) {
    check(unsafe worksheet_set_row(sheets[sheet.index], lxw_row_t(row), height, nil))
  }

  /// 11 points are 14.7 pixels; a workbook's Arial is narrower than the font by whose widths
  /// texts are measured.
  static let fontPixels = 13.0

  /// Keeps the rows above and the columns to the left in view, and repeats the heading in print.
  mutating func freeze(row: Int, column: Int, on sheet: Sheet) {
    let heading = lxw_row_t(row - 1)
    unsafe worksheet_freeze_panes(sheets[sheet.index], lxw_row_t(row), lxw_col_t(column))
    check(unsafe worksheet_repeat_rows(sheets[sheet.index], heading, heading))
  }

  /// Lets people change the cells that are made for it, and no others.
  ///
  /// There is no password: it guards against a slip, not against a decision.
  mutating func protect(_ sheet: Sheet) {
    var allowed = lxw_protection()
    allowed.autofilter = 1
    allowed.format_columns = 1
    allowed.format_rows = 1
    unsafe worksheet_protect(sheets[sheet.index], nil, &allowed)
  }

  /// Hides a sheet that only other sheets need.
  mutating func hide(_ sheet: Sheet) { unsafe worksheet_hide(sheets[sheet.index]) }

  /// Spares people the green corner that Excel gives to a text of digits.
  mutating func allowDigitsAsText(rows: Int, columns: Int, on sheet: Sheet) {
    let range = "A1:\(columnLetters(columns - 1))\(rows)"
    check(
      unsafe worksheet_ignore_errors(
        sheets[sheet.index], UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range))
  }

  // MARK: Cells

  mutating func write(
    _ text: String, row: Int, column: Int, as format: CellFormat, on sheet: Sheet
  ) {
    byteCount += 200 + 2 * text.utf8.count
    let format = unsafe self.format(format)
    check(
      unsafe worksheet_write_string(
        sheets[sheet.index], lxw_row_t(row), lxw_col_t(column), workbookText(text), format))
  }

  mutating func write(
    _ number: Double, row: Int, column: Int, as style: NumberStyle, on sheet: Sheet
  ) {
    byteCount += 200
    let format = unsafe self.format(.number(style))
    check(
      unsafe worksheet_write_number(
        sheets[sheet.index], lxw_row_t(row), lxw_col_t(column), style.cellValue(number), format))
  }

  /// The number of a thing, such as a line, without any mark for thousands.
  mutating func write(
    number: Int, row: Int, column: Int, as format: CellFormat, on sheet: Sheet
  ) {
    byteCount += 200
    let format = unsafe self.format(format)
    check(
      unsafe worksheet_write_number(
        sheets[sheet.index], lxw_row_t(row), lxw_col_t(column), Double(number), format))
  }

  /// A link to the first cell of another sheet, or to one in its first column.
  mutating func link(
    to target: Sheet, targetRow: Int = 0, text: String, row: Int, column: Int,
    as format: CellFormat = .link, on sheet: Sheet
  ) {
    byteCount += 600 + 2 * text.utf8.count
    let format = unsafe self.format(format)
    check(
      unsafe worksheet_write_url_opt(
        sheets[sheet.index], lxw_row_t(row), lxw_col_t(column),
        "internal:'\(target.name)'!A\(targetRow + 1)", format, workbookText(text),
        "Go to the sheet \(target.name)"))
  }

  /// Makes a table of the rows below its headings; their cells are written afterwards.
  ///
  /// Unless told, it gets buttons to filter it from `filteredRows` rows on.
  mutating func addTable(
    name: String, headings: [(text: String, format: CellFormat)], row: Int, rowCount: Int,
    hasButtons: Bool? = nil, on sheet: Sheet
  ) {
    byteCount += 2000 + 400 * headings.count
    var strings = CStrings()
    var columns = unsafe headings.map { heading in
      unsafe lxw_table_column(
        header: strings.copy(workbookText(heading.text)), formula: nil, total_string: nil,
        total_function: 0, header_format: format(heading.format), format: nil, total_value: 0)
    }
    var options = unsafe lxw_table_options()
    unsafe options.name = strings.copy(name)
    unsafe options.no_autofilter = hasButtons ?? (rowCount >= Workbook.filteredRows) ? 0 : 1
    unsafe options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
    unsafe options.style_type_number = 1
    let table = unsafe sheets[sheet.index]
    let result = unsafe columns.withUnsafeMutableBufferPointer { columns -> lxw_error in
      var pointers: [UnsafeMutablePointer<lxw_table_column>?] = unsafe []
      for index in 0..<headings.count {
        unsafe pointers.append(columns.baseAddress.map { unsafe $0 + index })
      }
      unsafe pointers.append(nil)
      return unsafe pointers.withUnsafeMutableBufferPointer { pointers in
        unsafe options.columns = pointers.baseAddress
        return unsafe worksheet_add_table(
          table, lxw_row_t(row), 0, lxw_row_t(row + rowCount), lxw_col_t(headings.count - 1),
          &options)
      }
    }
    check(result)
  }

  /// Offers a list of texts in some cells of a column; another text is kept after a question.
  mutating func offer(
    _ choices: ChoiceList, rows: ClosedRange<Int>, column: Int, on sheet: Sheet
  ) {
    byteCount += 400
    var strings = CStrings()
    var validation = unsafe lxw_data_validation()
    unsafe validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    unsafe validation.error_title = strings.copy("Not in the list")
    unsafe validation.error_message = strings.copy(
      "CountIn will not know this text unless the pipeline does.")
    var texts: [UnsafeMutablePointer<CChar>?] = unsafe []
    switch choices {
    case .texts(let choices):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      for choice in choices {
        byteCount += 6 * choice.utf8.count
        unsafe texts.append(strings.copy(choice))
      }
    case .cells(let formula):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      unsafe validation.value_formula = strings.copy(formula)
    }
    unsafe texts.append(nil)
    let target = unsafe sheets[sheet.index]
    let (first, last) = (lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
    let result = unsafe texts.withUnsafeMutableBufferPointer { texts -> lxw_error in
      if case .texts = choices { unsafe validation.value_list = texts.baseAddress }
      return unsafe worksheet_data_validation_range(
        target, first, lxw_col_t(column), last, lxw_col_t(column), &validation)
    }
    check(result)
  }

  private mutating func format(_ kind: CellFormat) -> UnsafeMutablePointer<lxw_format>? {
    if let format = unsafe formats[kind] { return unsafe format }
    guard let format = unsafe workbook_add_format(book) else { return nil }
    unsafe kind.apply(to: format)
    unsafe formats[kind] = format
    return unsafe format
  }

  /// Places a chart on a sheet, with words for those who cannot see it.
  mutating func insert(
    _ chart: ChartSpec, row: Int, column: Int, on sheet: Sheet
  ) {
    byteCount += 16_384
    guard let made = unsafe workbook_add_chart(book, chart.kind.type) else {
      return check(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    unsafe chart.draw(on: made, sheetName: sheet.name)
    var strings = CStrings()
    var options = unsafe lxw_chart_options()
    unsafe options.x_scale = 1.6
    unsafe options.y_scale = chart.heightScale
    unsafe options.description = strings.copy(workbookText(chart.description))
    check(
      unsafe worksheet_insert_chart_opt(
        sheets[sheet.index], lxw_row_t(row), lxw_col_t(column), made, &options))
  }
}

/// C strings that live as long as this value.
@safe struct CStrings: ~Copyable {
  private var copies: [UnsafeMutablePointer<CChar>?] = unsafe []

  init() {}

  deinit {
    for index in 0..<(unsafe copies.count) { unsafe free(copies[index]) }
  }

  mutating func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let copy = unsafe strdup(text)
    unsafe copies.append(copy)
    return unsafe copy
  }
}
