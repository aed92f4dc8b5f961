/// What a control chart says about one point, beyond the chance variation of a process.
public enum SpecialCause: String, Sendable, Hashable, Codable, CaseIterable {
  /// Above or below the limits.
  case outsideLimits
  /// One of seven points in a row of which each lies above, or each below, the one before.
  case trend
  /// One of two in three points near a limit, all three on the same side of the mean.
  case twoOfThree
  /// One of seven points in a row on the same side of the mean.
  case shift
}

/// A signal, and the way it points.
public struct ControlSignal: Sendable, Hashable, Codable {
  public let cause: SpecialCause
  /// Whether the point lies high, or the trend rises.
  public let isUpward: Bool

  public init(cause: SpecialCause, isUpward: Bool) {
    self.cause = cause
    self.isUpward = isUpward
  }
}

/// The rules of the NHS for points that chance alone hardly ever makes.
///
/// Where several apply to a point, the first in the order of `SpecialCause` names it. A
/// point on the mean breaks a shift, and two equal values break a trend.
///
/// - Reference: NHS England, Making data count (2022),
///   https://www.england.nhs.uk/publication/making-data-count.
struct RunRules {
  static let runLength = 7

  /// Above, on or below the mean: 1, 0 or -1.
  let sides: [Int]
  let outside: [Bool]
  /// Beyond two thirds of the way to a limit, but within it.
  let nearLimit: [Bool]
  let shift: [Bool]
  /// The direction of the trend that a point is part of, or 0.
  let trend: [Int]
  let twoOfThree: [Bool]

  init(_ values: [Double], mean: Double, lower: Double, upper: Double) {
    sides = values.map { $0 > mean ? 1 : $0 < mean ? -1 : 0 }
    let reach = (upper - mean) * 2 / 3
    let outside = values.map { $0 > upper || $0 < lower }
    let nearLimit = zip(values, outside).map { value, isOutside in
      !isOutside && abs(value - mean) > reach
    }
    self.outside = outside
    self.nearLimit = nearLimit
    shift = Self.runs(of: sides, atLeast: Self.runLength).map { $0 != 0 }
    trend = Self.trends(values)
    twoOfThree = Self.twoOfThree(nearLimit, sides)
  }

  /// The sides of the points that belong to long runs on one side; 0 for the others.
  static func runs(of sides: [Int], atLeast length: Int) -> [Int] {
    var marks = sides.map { _ in 0 }
    var start = 0
    for index in sides.indices where index + 1 == sides.count || sides[index + 1] != sides[index] {
      if sides[index] != 0, index + 1 - start >= length {
        for place in start...index { marks[place] = sides[place] }
      }
      start = index + 1
    }
    return marks
  }

  private static func trends(_ values: [Double]) -> [Int] {
    var marks = values.map { _ in 0 }
    guard values.count > 1 else { return marks }
    let steps = (1..<values.count).map { index in
      values[index] > values[index - 1] ? 1 : values[index] < values[index - 1] ? -1 : 0
    }
    // A point where one trend turns into another belongs to the one that it ends.
    for (index, mark) in runs(of: steps, atLeast: runLength - 1).enumerated() where mark != 0 {
      if marks[index] == 0 { marks[index] = mark }
      marks[index + 1] = mark
    }
    return marks
  }

  private static func twoOfThree(_ near: [Bool], _ sides: [Int]) -> [Bool] {
    var marks = near.map { _ in false }
    guard near.count >= 3 else { return marks }
    for start in 0...(near.count - 3) {
      let window = start..<(start + 3)
      let isOneSided = sides[start] != 0 && window.allSatisfy { sides[$0] == sides[start] }
      guard isOneSided, window.count(where: { near[$0] }) >= 2 else { continue }
      for index in window where near[index] { marks[index] = true }
    }
    return marks
  }

  /// What a point signals, if anything.
  func signal(at index: Int) -> ControlSignal? {
    if outside[index] { return ControlSignal(cause: .outsideLimits, isUpward: sides[index] > 0) }
    if trend[index] != 0 { return ControlSignal(cause: .trend, isUpward: trend[index] > 0) }
    if twoOfThree[index] {
      return ControlSignal(cause: .twoOfThree, isUpward: sides[index] > 0)
    }
    if shift[index] { return ControlSignal(cause: .shift, isUpward: sides[index] > 0) }
    return nil
  }
}
