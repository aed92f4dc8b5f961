/// The outcome of one hypothesis test, ready to report.
///
/// No requirement has a default: a test without an effect and its interval
/// does not compile. There is no verdict either; that is the reader's.
public protocol HypothesisTest: Sendable, Hashable, Codable {
  static var name: String { get }
  var alternative: Alternative { get }
  var statistic: Double { get }
  var pValue: Double { get }
  /// The quantity the test is about, on the scale the reader cares about.
  ///
  /// The interval is two-sided whatever the alternative.
  var effect: Interval { get }
}
