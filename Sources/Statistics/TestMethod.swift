/// How a p-value was computed.
public enum TestMethod: String, Sendable, Hashable, Codable, CaseIterable {
  /// From the distribution of the statistic itself.
  case exact
  /// From the distribution that the statistic approaches in large samples.
  case approximate
  /// From random draws of the distribution of the statistic.
  case monteCarlo
}
