import Cleaning
import Testing

/// What a draft leaves out because it identifies people, whatever the language of the headings.
@Suite struct SchemaDraftPeopleTests {
  private static let people: [(String, [String], PersonalData)] = [
    ("Nom", ["Durand", "Martin"], PersonalData.name), ("Nom de famille", ["Durand"], .name),
    ("Prénom", ["Zoltan"], .name), ("Date de naissance", ["13/03/1950", "2/4/1961"], .birth),
    ("Courriel", ["a"], .email), ("Code postal", ["75011", "13001"], .address),
    ("Rue", ["12 rue Haute"], .address), ("Téléphone portable", ["612 345"], .phone),
    ("Nachname", ["Müller", "Weiß"], .name), ("Vor- und Nachname", ["A B"], .name),
    ("Geburtsdatum", ["13.03.1950", "02.04.1961"], .birth), ("Straße", ["Hof 1"], .address),
    ("Geb.-Datum", ["13.03.1950", "02.04.1961"], .birth), ("PLZ", ["04100", "81667"], .address),
    ("Handynummer", ["1765550"], .phone), ("E-Mail-Adresse", ["a"], .email),
    ("Apellidos", ["Ruiz"], .name), ("Nombre", ["Zulema"], .name),
    ("Nombre y apellidos", ["Zulema Ruiz"], .name), ("Dirección", ["Calle 1"], .address),
    ("Fecha de nacimiento", ["13/03/1950"], .birth), ("Código postal", ["28013"], .address),
    ("Correo electrónico", ["a"], .email), ("Móvil", ["b"], .phone),
    ("Cognome", ["Rossi"], .name), ("Nome", ["Zeno"], .name), ("Indirizzo", ["c"], .address),
    ("Data di nascita", ["13/03/1950"], .birth), ("CAP", ["00184"], .address),
    ("Posta elettronica", ["a"], .email), ("Cellulare", ["b"], .phone),
    ("Achternaam", ["Jansen"], .name), ("Voornaam", ["Zwaan"], .name), ("Adres", ["c"], .address),
    ("Geboortedatum", ["13-03-1950"], .birth), ("Postcode", ["1012 AB", "3511 LX"], .address),
    ("Telefoonnummer", ["b"], .phone),
    ("Sobrenome", ["Silva"], .name), ("Morada", ["c"], .address), ("Telemóvel", ["b"], .phone),
    ("Data de nascimento", ["13/03/1950"], .birth), ("Apelido", ["Silva"], .name),
    ("Enw cyntaf", ["Zillah"], .name), ("Cyfenw", ["Pugh"], .name), ("Cyfeiriad", ["c"], .address),
    ("Dyddiad geni", ["13/03/1950"], .birth), ("Ffôn", ["b"], .phone), ("E-bost", ["a"], .email),
    ("Imię i nazwisko", ["Zofia Nowak"], .name), ("Data urodzenia", ["13.03.1950"], .birth),
    ("Ulica", ["c"], .address), ("Kod pocztowy", ["00-950", "31-042"], .address),
    ("Numer telefonu", ["601 234 5"], .phone),
  ]

  @Test(arguments: people)
  func `the words for people are known in nine languages`(
    _ heading: String, _ texts: [String], _ personal: PersonalData
  ) {
    let rows = (0..<6).flatMap { _ in texts }
    #expect(draftedColumn(heading, rows).kind == .personal(personal))
  }

  @Test(arguments: [
    ("Nom du projet", repeated(("Jardin", 9), ("Cuisine", 8))),
    ("Nombre de visites", repeated(("3", 9), ("4", 8))),
    ("Name der Einrichtung", repeated(("Haus Nord", 9), ("Haus Ost", 8))),
    ("Enw'r prosiect", repeated(("Gardd", 9), ("Cegin", 8))),
    ("Do you have a postcode?", repeated(("Yes", 9), ("No", 8))),
  ])
  func `names of things and numbers of things are read`(_ heading: String, _ texts: [String]) {
    if case .personal = draftedColumn(heading, texts).kind { Issue.record("\(heading)") }
  }

  @Test(arguments: ["Geburtsjahr", "Année de naissance", "Año de nacimiento", "Rok urodzenia"])
  func `a year of birth is a year without its range`(_ heading: String) {
    let column = draftedColumn(heading, repeated(("1950", 9), ("1961", 8)))
    #expect(column.kind == .year)
    #expect(column.seen == "A year: all 17 cells are filled, 2 different")
  }

  @Test func `a town is shown where enough rows have it, with a question, and else left out`() {
    let often = draftedColumn("Ort", repeated(("Leipzig", 12), ("Halle", 9)))
    #expect(often.kind.levelTexts == ["Leipzig", "Halle"])
    #expect(
      often.checks == [
        "Beside other columns, a town may tell who somebody is. If no measure needs it, delete "
          + "this block."
      ])
    let seldom = draftedColumn("Town", ["Bury", "Ripon", "Selby", "Goole", "Otley"])
    #expect(seldom.kind == .personal(.address))
    #expect(seldom.reason == "the heading speaks of where somebody lives")
  }

  @Test func `a postcode of another country is no key`() {
    let drafted = draft([
      DraftedSourceColumn("PLZ", ["04100", "04101", "04102"]),
      DraftedSourceColumn("Nr.", ["1", "2", "3"]),
    ])
    #expect(drafted.key == "nr")
    #expect(
      drafted.columns[0].reason
        == "the heading speaks of a postcode, and the cells are none of Britain")
  }

  @Test func `many different words written large are not shown, whatever the heading`() {
    let names = [
      "Durand", "Okafor", "Nowak", "Szymański", "O’Brien", "Müller-Lyer", "De Vries", "Rossi",
      "Pugh",
    ]
    let column = draftedColumn("Referred family", names + names, levelRows: 2)
    #expect(column.kind == .text)
    #expect(column.reason == "many different words written large, as names are")
    let small = draftedColumn(
      "Referred family", (names + names).map { $0.lowercased() }, levelRows: 2)
    #expect(small.kind.levelTexts.count == 9)
    let frequent = draftedColumn("Group", names.flatMap { [String](repeating: $0, count: 9) })
    #expect(frequent.kind.levelTexts.count == 9)
  }

  @Test func `long numbers below a heading of phones are left out, others are numbers`() {
    #expect(draftedColumn("Tel", ["612345", "712 346", "345678"]).kind == .personal(.phone))
    if case .personal = draftedColumn("Phone calls", ["3", "4", "12"]).kind {
      Issue.record("a number of calls is nobody's")
    }
  }

  // MARK: Places

  @Test(arguments: [
    ["51.50 -0.12 0 0", "51.51 -0.12 0 0"], ["51.5 -0.1 0 0"], ["51.5074, -0.1278"],
    ["[51.5, -0.1]"], ["POINT(-0.1278 51.5074)"], ["51.5 -0.1 0 0;51.6 -0.2 0 0"],
  ])
  func `places on the map are known by their form`(_ texts: [String]) {
    let column = draftedColumn("home", (0..<6).flatMap { _ in texts })
    #expect(column.kind == .personal(.position))
    #expect(column.reason == "the cells have the form of places on the map")
  }

  @Test(arguments: [["3.5"], ["3, 4"], ["10 2 3"], ["1.5 kg"], ["12.30 14.30 late"]])
  func `other numbers in a cell are no places`(_ texts: [String]) {
    #expect(
      draftedColumn("home", (0..<6).flatMap { _ in texts }).kind != .personal(.position))
  }

  @Test func `x and y are a place together, and x alone is a number`() {
    let numbers = ["-0.1", "0.25", "-0.3"]
    let both = draft([
      DraftedSourceColumn("x", numbers), DraftedSourceColumn("y", ["51.5", "51.25", "52.5"]),
    ])
    #expect(both.columns.map(\.kind) == [.personal(.position), .personal(.position)])
    if case .number = draftedColumn("x", numbers).kind { return }
    Issue.record("x alone is no number")
  }
}
