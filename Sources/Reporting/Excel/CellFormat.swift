import CXLSXWriter

/// How a cell looks; nothing is said by colour alone.
enum CellFormat: Hashable {
  case title
  case subtitle
  /// One line that may run over the empty cells to its right.
  case line
  /// Text of several lines.
  case wrapped
  /// Text inside a table.
  case words
  case heading
  case numberHeading
  /// The heading of a column that is no input, where only input has a colour.
  case plainHeading
  case plainNumberHeading
  case inputHeading
  /// Text of a table that has lines between its rows.
  case ruledWords
  case ruledNumber
  /// A cell to be filled in: the only kind that a protected sheet lets people change.
  case input
  /// The name of a few rows that belong together, on the first of them.
  case rowHeading
  case link
  /// A link inside a table, at the end of its rows.
  case ruledLink
  /// A mark such as `[c]` where a number would stand.
  case mark
  case number(NumberStyle)

  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_font_name(format, "Arial")
    unsafe format_set_font_size(format, 11)
    switch self {
    case .title:
      unsafe format_set_font_size(format, 16)
      unsafe format_set_bold(format)
    case .subtitle:
      unsafe format_set_font_size(format, 13)
      unsafe format_set_bold(format)
    case .line: break
    case .wrapped:
      unsafe format_set_text_wrap(format)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .words:
      unsafe format_set_text_wrap(format)
      // A little away from the number to its left.
      unsafe format_set_indent(format, 1)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .heading, .numberHeading:
      if self == .numberHeading {
        unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
      } else {
        unsafe format_set_indent(format, 1)
      }
      unsafe format_set_bold(format)
      unsafe format_set_text_wrap(format)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      unsafe format_set_bg_color(format, 0xDCE6F1)
      unsafe format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .plainHeading, .plainNumberHeading, .inputHeading:
      if self == .plainNumberHeading {
        unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
      } else {
        unsafe format_set_indent(format, 1)
      }
      unsafe format_set_bold(format)
      unsafe format_set_text_wrap(format)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      unsafe format_set_bottom(format, UInt8(LXW_BORDER_MEDIUM.rawValue))
      if self == .inputHeading { unsafe format_set_bg_color(format, 0xFFE699) }
    case .rowHeading:
      unsafe format_set_bold(format)
      unsafe format_set_text_wrap(format)
      unsafe format_set_indent(format, 1)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .ruledWords, .ruledNumber, .ruledLink:
      if self == .ruledLink {
        unsafe format_set_font_color(format, 0x0B4F9E)
        unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        unsafe format_set_indent(format, 1)
      }
      if self == .ruledWords {
        unsafe format_set_text_wrap(format)
        unsafe format_set_indent(format, 1)
      }
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      unsafe format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_bottom_color(format, 0xBFBFBF)
    case .input:
      unsafe format_set_unlocked(format)
      // As text, so that a typed date or id stays as it was typed.
      unsafe format_set_num_format(format, "@")
      unsafe format_set_text_wrap(format)
      unsafe format_set_indent(format, 1)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      unsafe format_set_bg_color(format, 0xFFF9E5)
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, 0xBF9000)
    case .link:
      unsafe format_set_font_color(format, 0x0B4F9E)
      unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .mark:
      unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .number(let style):
      unsafe format_set_num_format(format, style.cellFormat)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
  }
}
