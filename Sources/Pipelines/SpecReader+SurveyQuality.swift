import Cleaning
import EvaluationData

// Signs of careless answers, and of two ids that are one person's.
extension SpecReader {
  mutating func readSurveyQuality(_ node: SpecNode, _ place: Int) {
    let source = spec.sources[place]
    let rules = SurveyQualityRules(
      grids: node["straight_lining"]?.items.compactMap { grid($0, of: source) } ?? [],
      speedLimits: node["speeding"]?.items.compactMap { speedLimit($0, of: source) } ?? [],
      contradictions: node["contradictions"]?.items.compactMap { contradiction($0, of: source) }
        ?? [])
    spec.sources[place].surveyQuality = rules
    guard let flag = node["flag"], let column = flag["column"], isFree(column, in: source) else {
      return
    }
    let name = Named(column.text, label: flag.text("label") ?? column.text)
    spec.sources[place].flag = name
    spec.sources[place].addedColumns.append(
      PipelineSpec.KnownColumn(name, .category, levels: ColumnSchema.yesAndNo))
  }

  private mutating func grid(_ node: SpecNode, of source: PipelineSpec.Source) -> AnswerGrid? {
    let nodes = node["items"]?.items ?? []
    let items = nodes.compactMap { knownColumn($0, [.category, .number], of: source) }
    guard let first = items.first, items.count == nodes.count else { return nil }
    for (item, place) in zip(items, nodes)
    where item.type != first.type || item.levels.map(\.name) != first.levels.map(\.name) {
      let names = (first.name.name, item.name.name)
      add("'\(names.0)' and '\(names.1)' have different answers to choose from", at: place)
      return nil
    }
    let reversed = node["reversed"]?.items.map(\.text) ?? []
    let label =
      node.text("name") ?? "\(first.header) and \(items.count - 1) more items"
    do throws(SurveyQualityRuleError) {
      return try AnswerGrid(
        Named("straight-lining", label: label), items: items.map(\.inRules),
        reversed: Set(reversed), answered: node.integer("answered") ?? AnswerGrid.fewestItems)
    } catch {
      add(error.description, at: node)
      return nil
    }
  }

  private mutating func speedLimit(
    _ node: SpecNode, of source: PipelineSpec.Source
  ) -> SpeedLimit? {
    guard let duration = knownColumn(node["duration"], [.number], of: source) else { return nil }
    do throws(SurveyQualityRuleError) {
      return try SpeedLimit(
        Named("speeding", label: node.text("name") ?? "'\(duration.header)' is not too short"),
        duration: duration.inRules, fractionOfMedian: node.number("below_median"),
        minimum: node.number("below"))
    } catch {
      add(error.description, at: node)
      return nil
    }
  }

  private mutating func contradiction(
    _ node: SpecNode, of source: PipelineSpec.Source
  ) -> Contradiction? {
    guard let first = node["first"].flatMap({ clause($0, of: source) }),
      let second = node["second"].flatMap({ clause($0, of: source) })
    else { return nil }
    let label = node.text("name") ?? "not both: \(first.words); \(second.words)"
    do throws(SurveyQualityRuleError) {
      return try Contradiction(Named("contradiction", label: label), first, second)
    } catch {
      add(error.description, at: node)
      return nil
    }
  }

  mutating func readPeople(_ key: SpecNode, _ node: SpecNode, of source: PipelineSpec.Source) {
    guard let person = source.roles[.person] else {
      add("the source '\(source.name.name)' has no 'person' under 'schema'", at: key)
      return
    }
    let hasContact = node["email"] != nil || node["phone"] != nil
    let hasPlace = node["born"] != nil || node["postcode"] != nil
    guard hasContact || hasPlace && node["names"] != nil else {
      add("give 'email' or 'phone', or 'names' with 'born' or 'postcode'", at: key)
      return
    }
    spec.people.append(
      PersonFields(
        source: source.name.name, id: person,
        names: node["names"]?.items.compactMap { column($0, .text, of: source) } ?? [],
        born: column(node["born"], .date, of: source),
        email: column(node["email"], .text, of: source),
        phone: column(node["phone"], .text, of: source),
        postcode: column(node["postcode"], .text, of: source)))
  }
}
