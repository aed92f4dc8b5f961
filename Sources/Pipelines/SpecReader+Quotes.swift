import Cleaning
import Disclosing
import EvaluationData
import TextCoding

extension SpecReader {
  mutating func readQuotes() {
    for node in document.root["quotes"]?.items ?? [] {
      if let quotes = quotes(node) { spec.quotes.append(quotes) }
    }
  }

  private mutating func quotes(_ node: SpecNode) -> QuoteSpec? {
    guard let name = node["source"] else { return nil }
    guard let coding = spec.coding.first(where: { $0.source == name.text }),
      let source = spec.source(name.text)
    else {
      refuse(name, "coded source", known: spec.coding.map(\.source))
      return nil
    }
    if spec.quotes.contains(where: { $0.source == name.text }) {
      add("quotes of the source '\(name.text)' are wanted above already", at: name)
      return nil
    }
    guard asksForConsent(source) else {
      add(
        "nobody of the source '\(name.text)' was asked: it has no 'consent_to_quote' under "
          + "'schema', and no 'person' with a register that has one", at: name)
      return nil
    }
    let codes = coding.frame.codes.map(\.name.name)
    for item in node["codes"]?.items ?? [] where !codes.contains(item.text) {
      refuse(item, "code", known: codes)
    }
    return QuoteSpec(
      source: name.text, text: coding.column,
      codes: node["codes"].map { Set($0.items.map(\.text)) },
      perCode: node.integer("per_code") ?? 2,
      balance: node["balance"]?.items.compactMap { attribute($0, of: source) } ?? [],
      show: node["show"]?.items.compactMap { attribute($0, of: source) } ?? [],
      mustBeChecked: node.text("must_be_checked") != "false",
      namesFile: node.text("redact_names"))
  }

  private func asksForConsent(_ source: PipelineSpec.Source) -> Bool {
    if source.roles[.consentToQuote] != nil { return true }
    return source.roles[.person] != nil
      && spec.sources.contains { $0.roles[.consentToQuote] != nil && $0.roles[.person] != nil }
  }
}
