/// Those who gave the address of somebody else in the list: one who came back under a new id, and
/// one who shares an address with the person whom she cares for.
private let sharedAddresses = ["LI-024": "LI-003", "HF-006": "HF-002"]

/// Two in three give an e-mail address; it is made of a word and tells nothing of the person.
func emailAddresses(of people: [Person], seed: UInt64) -> [String] {
  guard let site = people.first?.site else { return [] }
  let words = [
    "heron", "teasel", "kettle", "marble", "lantern", "bracken", "thimble", "walnut", "pebble",
    "rowan", "saddle", "candle",
  ]
  var random = RandomSource(seed: seed, purpose: "e-mail addresses \(site.slug)")
  let shared = Set(sharedAddresses.keys).union(sharedAddresses.values)
  var addresses: [String: String] = [:]
  for (row, person) in people.enumerated() {
    let address = "\(random.pick(words)).\(site.prefix.lowercased())\(row + 11)@example.org"
    let isGiven = random.happens(0.65)
    if isGiven || shared.contains(person.id) { addresses[person.id] = address }
  }
  return people.map { addresses[sharedAddresses[$0.id] ?? $0.id] ?? "" }
}
