import Cleaning
import EvaluationData

// The columns that are worked out from others.
extension SpecReader {
  /// The names that `clean` adds to the columns of a source, read or not yet read.
  func addedNames(of source: String) -> [String] {
    let clean = document.root["clean"]
    let derived = clean?["derived"]?[source]?.entries.map(\.key.text) ?? []
    let flag = clean?["survey_quality"]?[source]?["flag"]?.text("column")
    return derived + (flag.map { [$0] } ?? [])
  }

  mutating func readDerived() {
    for (key, columns) in document.root["clean"]?["derived"]?.entries ?? [] {
      guard let place = place(ofSource: key) else { continue }
      for (name, node) in columns.entries where isFree(name, in: spec.sources[place]) {
        guard let kind = derivedKind(name, node, of: spec.sources[place]) else { continue }
        let named = Named(name.text, label: node.text("label") ?? name.text)
        let column = DerivedColumn(named, kind)
        spec.sources[place].addedColumns.append(known(column, of: spec.sources[place]))
        spec.sources[place].derived.append(column)
      }
    }
    checkRoles()
  }

  /// Where the source stands that a key names.
  mutating func place(ofSource key: SpecNode) -> Int? {
    guard let source = source(named: key) else { return nil }
    return spec.sources.firstIndex { $0.name == source.name }
  }

  mutating func isFree(_ name: SpecNode, in source: PipelineSpec.Source) -> Bool {
    guard source.columns.contains(where: { $0.name.name == name.text }) else { return true }
    add("there is already a column '\(name.text)'", at: name)
    return false
  }

  private func known(
    _ column: DerivedColumn, of source: PipelineSpec.Source
  ) -> PipelineSpec.KnownColumn {
    switch column.kind {
    case .band(_, let bands):
      return .init(column.name, .category, levels: bands.bands.map(\.level))
    case .wave(_, let waves):
      return .init(column.name, .category, levels: waves.waves.map(\.level))
    case .age, .duration: return .init(column.name, .number, isWhole: true)
    case .lookup(_, let lookup):
      let table = spec.lookups.first { $0.table.name.name == lookup.source }?.table
      switch table?.column(lookup.value.name)?.cells {
      case .category(let cells): return .init(column.name, .category, levels: cells.levels)
      case .number: return .init(column.name, .number)
      default: return .init(column.name, .text)
      }
    }
  }

  // MARK: The kinds of derived columns

  private static let companions: [(key: String, others: Set<String>)] = [
    ("age_from", ["at"]), ("days_from", ["to", "ongoing"]), ("weeks_from", ["to", "ongoing"]),
    ("months_from", ["to", "ongoing"]), ("years_from", ["to", "ongoing"]),
    ("bands_of", ["starts", "below", "bands"]), ("lookup", ["in", "key", "value", "fold", "type"]),
    ("wave_of", ["waves"]),
  ]

  private mutating func derivedKind(
    _ name: SpecNode, _ node: SpecNode, of source: PipelineSpec.Source
  ) -> DerivedColumn.Kind? {
    let given = SpecReader.companions.filter { node[$0.key] != nil }
    guard let kind = given.first, given.count == 1 else {
      let keys = SpecReader.companions.map(\.key).joined(separator: ", ")
      add("'\(name.text)' needs one of \(keys), to be worked out from", at: name)
      return nil
    }
    for (word, _) in node.entries
    where word.text != kind.key && word.text != "label" && !kind.others.contains(word.text) {
      add("'\(word.text)' means nothing beside '\(kind.key)'", at: word)
    }
    switch kind.key {
    case "age_from": return age(node, of: source)
    case "days_from": return duration(node, kind.key, in: .days, of: source)
    case "weeks_from": return duration(node, kind.key, in: .weeks, of: source)
    case "months_from": return duration(node, kind.key, in: .months, of: source)
    case "years_from": return duration(node, kind.key, in: .years, of: source)
    case "bands_of": return band(node, of: source)
    case "lookup": return lookup(name, node, of: source)
    default: return wave(node, of: source)
    }
  }

  private mutating func age(
    _ node: SpecNode, of source: PipelineSpec.Source
  ) -> DerivedColumn.Kind? {
    guard let born = knownColumn(node["age_from"], [.date], of: source) else { return nil }
    guard let at = node["at"] else { return .age(born: born.inRules, on: .asOf) }
    return moment(at, isOngoing: nil, of: source).map { .age(born: born.inRules, on: $0) }
  }

  private mutating func duration(
    _ node: SpecNode, _ key: String, in unit: TimeUnit, of source: PipelineSpec.Source
  ) -> DerivedColumn.Kind? {
    guard let from = knownColumn(node[key], [.date], of: source) else { return nil }
    guard let to = node["to"] else {
      add("'\(key)' needs 'to': a date column, a date, or as-of", at: node)
      return nil
    }
    return moment(to, isOngoing: node["ongoing"], of: source).map {
      .duration(from: from.inRules, to: $0, in: unit)
    }
  }

  private mutating func moment(
    _ node: SpecNode, isOngoing: SpecNode?, of source: PipelineSpec.Source
  ) -> Moment? {
    let isOpenEnded = isOngoing?.text == "true"
    if node.text == "as-of" || CalendarDate(iso: node.text) != nil {
      if let isOngoing, isOpenEnded { add("'ongoing' needs a date column in 'to'", at: isOngoing) }
      return CalendarDate(iso: node.text).map { .day($0) } ?? .asOf
    }
    guard let column = knownColumn(node, [.date], of: source) else { return nil }
    return isOpenEnded ? .columnElseAsOf(column.inRules) : .column(column.inRules)
  }

  private mutating func band(
    _ node: SpecNode, of source: PipelineSpec.Source
  ) -> DerivedColumn.Kind? {
    guard let number = knownColumn(node["bands_of"], [.number], of: source) else { return nil }
    guard let place = node["starts"] ?? node["bands"],
      (node["starts"] == nil) != (node["bands"] == nil)
    else {
      add("'bands_of' needs either 'starts' or 'bands'", at: node)
      return nil
    }
    if node["starts"] == nil, let below = node["below"] {
      add("'below' belongs to the last of the 'bands'", at: below)
    }
    var bands = place.entries.map { name, band in
      NumberBands.Band(
        Named(name.text, label: band.text("label") ?? name.text), from: band.number("from"),
        below: band.number("below"))
    }
    if let starts = node["starts"]?.items.compactMap({ Double($0.text) }) {
      let edges = starts + (node.number("below").map { [$0] } ?? [])
      guard zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }) else {
        add("the lowest numbers of bands stand in ascending order, 'below' behind them", at: place)
        return nil
      }
      bands = self.bands(starts, between: edges, of: number)
    }
    do throws(DerivedColumnError) {
      return .band(of: number.inRules, try NumberBands(bands))
    } catch {
      add(error.description, at: place)
      return nil
    }
  }

  /// Bands by their lowest numbers, called so that readers see which numbers lie in them.
  private func bands(
    _ starts: [Double], between edges: [Double], of column: PipelineSpec.KnownColumn
  ) -> [NumberBands.Band] {
    let isWhole = column.isWhole && edges.allSatisfy { $0.rounded() == $0 }
    return starts.indices.map { place in
      let start = starts[place]
      guard place + 1 < edges.count else {
        return NumberBands.Band(
          Named("\(start.shortest)-or-over", label: "\(start.shortest) or over"), from: start)
      }
      let next = edges[place + 1]
      let name: Named
      if !isWhole {
        name = Named(
          "\(start.shortest)-to-under-\(next.shortest)",
          label: "\(start.shortest) to under \(next.shortest)")
      } else if next == start + 1 {
        name = Named(start.shortest)
      } else {
        name = Named(
          "\(start.shortest)-\((next - 1).shortest)",
          label: "\(start.shortest)–\((next - 1).shortest)")
      }
      return NumberBands.Band(name, from: start, below: next)
    }
  }

  private mutating func wave(
    _ node: SpecNode, of source: PipelineSpec.Source
  ) -> DerivedColumn.Kind? {
    guard let date = knownColumn(node["wave_of"], [.date], of: source) else { return nil }
    guard let entries = node["waves"]?.entries, let place = node["waves"] else {
      add("'wave_of' needs 'waves'", at: node)
      return nil
    }
    let starts = entries.compactMap { $0.value.text("from").flatMap { CalendarDate(iso: $0) } }
    guard zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }) else {
      add("the waves stand in the order of time", at: place)
      return nil
    }
    let waves = entries.indices.map { place -> DateWaves.Wave in
      let (name, wave) = entries[place]
      let next = place + 1 < starts.count ? starts[place + 1] : nil
      return DateWaves.Wave(
        Named(name.text, label: wave.text("label") ?? name.text), first: starts[place],
        last: wave.text("to").flatMap { CalendarDate(iso: $0) }
          ?? next.map { CalendarDate(daysSince1970: $0.daysSince1970 - 1) })
    }
    do throws(DerivedColumnError) {
      return .wave(of: date.inRules, try DateWaves(waves))
    } catch {
      add(error.description, at: place)
      return nil
    }
  }

  private mutating func lookup(
    _ name: SpecNode, _ node: SpecNode, of source: PipelineSpec.Source
  ) -> DerivedColumn.Kind? {
    guard let key = knownColumn(node["lookup"], [.text, .category], of: source) else { return nil }
    guard let file = node["in"], let keyHeading = node["key"], let valueHeading = node["value"]
    else {
      add("'lookup' needs 'in', 'key' and 'value'", at: node)
      return nil
    }
    guard let rows = lookupRows[file.text] else {
      add("there is no file '\(file.text)' in \(folder)", at: file)
      return nil
    }
    guard let keys = heading(keyHeading, in: rows), let values = heading(valueHeading, in: rows)
    else { return nil }
    let type = node.text("type").flatMap(LookupValueType.init(rawValue:)) ?? .category
    let reader = LookupReader(
      file: file.text, rows: rows, keys: keys, values: values, folds: node.truth("fold"))
    do throws(LookupFault) {
      let lookup = try reader.lookup(named: "\(source.name.name).\(name.text)", type)
      spec.lookups.append(lookup)
      return .lookup(
        key: key.inRules,
        in: LookupColumn(
          source: lookup.table.name.name,
          key: RuleColumn(Lookup.key, header: keys.header),
          value: RuleColumn(Lookup.value, header: values.header), folds: node.truth("fold")))
    } catch {
      errors.append(
        SpecError(
          file: "\(folder)/\(file.text)", line: error.line, column: 0, message: error.message,
          text: nil))
      return nil
    }
  }

  private mutating func heading(_ node: SpecNode, in rows: SourceTable) -> SourceColumn? {
    guard let column = rows.columns.first(where: { $0.header == node.text }) else {
      refuse(node, "heading", known: rows.columns.map(\.header))
      return nil
    }
    return column
  }

  // MARK: Roles

  /// What a column must be to play a role.
  private mutating func checkRoles() {
    for (key, schema) in document.root["schema"]?.entries ?? [] {
      guard let source = spec.source(key.text) else { continue }
      for role in PipelineSpec.Role.allCases {
        guard let node = schema[role.rawValue],
          let column = source.columns.first(where: { $0.name.name == node.text })
        else { continue }
        let isAdded = source.addedColumns.contains(column)
        switch role {
        case .site, .wave: _ = knownColumn(node, [.category], of: source)
        case .person, .freeText, .consentToQuote:
          if isAdded {
            add("'\(role.rawValue)' must be a column of the exports, not a derived one", at: node)
          } else {
            _ = knownColumn(node, [role == .consentToQuote ? .category : .text], of: source)
          }
        }
      }
    }
  }
}
