/// A statement about how involvement is done, with how it stands in the programme.
struct QualityMarker {
  let id: String
  let text: String
  let isAboutOrganisation: Bool
  let stage: String
  /// How well it is met, from 0 to 1, before each side's view of it.
  let strength: Double
  let organisationEvidence: String
  let peoplesEvidence: String

  /// Reads a block whose marks are the id and the strength in tenths.
  init(_ block: Block) throws(DemoError) {
    guard block.marks.count == 2, let tenths = Int(block.marks[1]), block.lines.count >= 3,
      let stage = Self.stage(of: block.marks[0])
    else { throw .unknownMark("id and tenths", in: block.marks.joined(separator: " ")) }
    id = block.marks[0]
    isAboutOrganisation = id.hasPrefix("O")
    self.stage = stage
    strength = Double(tenths) / 10
    var parts = ["", "", ""]
    var part = 0
    for line in block.lines {
      part = Self.speakers.firstIndex { line.hasPrefix($0) } ?? part
      parts[part] += (parts[part].isEmpty ? "" : " ") + line
    }
    text = parts[0]
    organisationEvidence = String(parts[1].dropFirst(Self.speakers[1].count))
    peoplesEvidence = String(parts[2].dropFirst(Self.speakers[2].count))
  }

  /// What the lines of the three parts of a block start with; the marker itself comes first.
  private static let speakers = ["marker: ", "organisation: ", "people: "]

  private static func stage(of id: String) -> String? {
    let stages = [
      ("PLAN", "Planning"), ("PART", "Access and participation"),
      ("EVAL", "Monitoring and evaluation"), ("NEXT", "Follow-up"),
    ]
    return stages.first { id.contains($0.0) }?.1
  }
}

/// Both sides' answers to every marker; the organisation sees itself in a kinder light.
func qualityMarkersExport(_ programme: Programme) throws(DemoError) -> Export {
  var markers: [QualityMarker] = []
  for block in blocks(of: qualityMarkers, markSeparator: " ") {
    markers.append(try QualityMarker(block))
  }
  var random = RandomSource(seed: programme.seed, purpose: "quality markers")
  var rows: [[String]] = []
  for site in Site.allCases {
    for marker in markers {
      for byOrganisation in [true, false] {
        rows.append(answerRow(site, marker, byOrganisation, &random))
      }
    }
  }
  return Export(
    name: "quality-markers.csv", dialect: .shared,
    header: [
      "Site", "Marker", "Marker text", "About", "Stage", "Answered by", "Answer", "Evidence",
      "Date",
    ], rows: rows)
}

private func answerRow(
  _ site: Site, _ marker: QualityMarker, _ byOrganisation: Bool, _ random: inout RandomSource
) -> [String] {
  let view = marker.strength + (byOrganisation ? 0.14 : -0.12)
  let felt = random.normal(mean: view, deviation: 0.16)
  let answer =
    switch felt {
    case _ where random.happens(0.025): "Not applicable"
    case 0.6...: "Yes"
    case 0.32...: "Partly"
    default: "No"
    }
  let known = byOrganisation ? marker.organisationEvidence : marker.peoplesEvidence
  let hasEvidence = answer != "Not applicable" && random.happens(answer == "No" ? 0.35 : 0.85)
  let day = byOrganisation ? Day(2011, 2, 21) : Day(2011, 3, 14)
  return [
    site.name, marker.id, marker.text, marker.isAboutOrganisation ? "Organisation" : "Individual",
    marker.stage, byOrganisation ? "Organisation" : "People involved", answer,
    hasEvidence ? known : "", (day + random.within(0...18)).iso,
  ]
}
