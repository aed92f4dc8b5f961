import EvaluationData
import Testing

@Suite struct NamedTests {
  @Test(arguments: [
    ("White British", "white-british"),
    ("Hammersmith & Fulham", "hammersmith-fulham"),
    ("18–34", "18-34"),
    ("  North   Mersey  ", "north-mersey"),
    ("Zoë's café", "zoe-s-cafe"),
    ("Ŵyr Łódź Ångström", "wyr-lodz-angstrom"),
    ("ÆØÅ", "aeoa"),
    ("Straße þorn ıssız ŋ Ð", "strasse-thorn-issiz-ng-d"),
    ("already-a-slug", "already-a-slug"),
    ("100%", "100"),
    ("", "x"),
    ("???", "x"),
    ("العربية", "x"),
  ])
  func `a slug has lower-case letters, digits and single hyphens`(_ text: String, _ slug: String) {
    #expect(Named.slug(text) == slug)
    #expect(Named(text).slug == slug)
  }

  @Test(arguments: ["Zoë's café", "18–34", "???", "A  b", "ÆØÅ"])
  func `the slug of a slug is itself`(_ text: String) {
    #expect(Named.slug(Named.slug(text)) == Named.slug(text))
  }

  @Test func `the label is the name until one is given`() {
    #expect(Named("site").label == "site")
    #expect(Named("site", label: "Site").label == "Site")
    #expect(Named("site", label: "Site").name == "site")
  }
}
