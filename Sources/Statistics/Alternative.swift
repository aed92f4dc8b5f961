/// Which departures from the null hypothesis count as evidence.
///
/// The direction is that of the effect of the test: `.greater` asks whether
/// the effect lies above its null value.
public enum Alternative: String, Sendable, Hashable, Codable, CaseIterable {
  case twoSided
  case less
  case greater
}
