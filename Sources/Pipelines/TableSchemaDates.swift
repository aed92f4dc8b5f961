import EvaluationData

/// What the `format` of a Table Schema says of the dates of a field.
struct TableSchemaDateFormat {
  /// The order of day and month, where both are numbers and the year is last.
  let order: DateOrder?

  /// Why a format cannot be followed, in words.
  struct Refusal: Error, Hashable {
    let reason: String
  }

  private enum Part { case day, month, monthName, year, time, weekday }

  /// Reads `default`, `any` and patterns such as `%d/%m/%Y`.
  init(_ format: String) throws(Refusal) {
    // Table Schema's own rule for what version 0 wrote.
    let format = format.hasPrefix("fmt:") ? String(format.dropFirst(4)) : format
    if format == "default" || format == "any" {
      order = nil
      return
    }
    guard format.contains("%") else {
      throw Refusal(reason: "it must be default, any, or a pattern such as %d/%m/%Y")
    }
    let parts = try TableSchemaDateFormat.parts(of: format)
    let date = parts.filter { $0 != .time && $0 != .weekday }
    let beginning = parts.filter { $0 != .weekday }.prefix(date.count)
    if beginning.contains(.time) {
      throw Refusal(reason: "the time must stand behind the date")
    }
    switch date {
    case [.day, .month, .year]: order = .dayMonth
    case [.month, .day, .year]: order = .monthDay
    case [.year, .month, .day], [.day, .monthName, .year], [.monthName, .day, .year],
      [.year, .monthName, .day]:
      order = nil
    default:
      throw Refusal(
        reason: "CountIn reads dates with day, month and year, as in %d/%m/%Y, %m/%d/%Y, %d %B %Y "
          + "or %Y-%m-%d")
    }
  }

  private static func parts(of format: String) throws(Refusal) -> [Part] {
    var parts: [Part] = []
    var followsPart = false
    var letters = format[...]
    while let letter = letters.popFirst() {
      guard letter == "%" else {
        followsPart = false
        continue
      }
      guard let directive = letters.popFirst() else {
        throw Refusal(reason: "a letter must follow the last %")
      }
      if directive == "%" { continue }
      guard let part = part(directive) else {
        throw Refusal(reason: "CountIn cannot follow %\(directive)")
      }
      if followsPart, part != .time {
        throw Refusal(reason: "CountIn needs a sign between day, month and year")
      }
      followsPart = true
      if part != .time || parts.last != .time { parts.append(part) }
    }
    return parts
  }

  private static func part(_ directive: Character) -> Part? {
    switch directive {
    case "d": .day
    case "m": .month
    case "b", "B": .monthName
    case "y", "Y": .year
    case "a", "A": .weekday
    case "H", "I", "M", "S", "p", "f", "z", "Z": .time
    default: nil
    }
  }
}
