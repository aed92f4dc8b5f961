/// A number from 0 up to, but not including, 1 that belongs to a name: the same everywhere.
///
/// What a name gets does not depend on which other names there are, so that rows that come later
/// leave a split as it was.
package func seededUniform(_ name: String, seed: UInt64) -> Double {
  // FNV-1a, then the end of SplitMix64: similar names get numbers far apart.
  var mixed: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x9E37_79B9_7F4A_7C15)
  for byte in name.utf8 { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01B3 }
  mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
  mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
  mixed ^= mixed >> 31
  return Double(mixed >> 11) * 0x1p-53
}
