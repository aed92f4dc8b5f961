// What headings say of people, in English, French, German, Spanish, Italian, Dutch, Portuguese,
// Welsh and Polish. Words are compared without accents: "prénom" is `prenom`.

extension HeadingWords {
  /// What the heading says of people, of whom nothing is to be read.
  var personalData: PersonalData? {
    if saysEmail { return .email }
    if saysPhone { return .phone }
    if saysInternetAddress { return .internetAddress }
    if saysAddress { return .address }
    if saysName { return .name }
    if saysBirth { return .birth }
    return saysPosition ? .position : nil
  }

  // MARK: Names

  var saysName: Bool {
    guard isShort else { return false }
    if hasPlain(HeadingWords.names) { return true }
    if hasPlain(["name", "names"]) { return !hasPlain(HeadingWords.namedThings) }
    // "Nom" is a person's, "Nom du projet" is not, and "Nombre de visites" is a number.
    guard hasPlain(HeadingWords.namesAlone) else { return false }
    return plain.allSatisfy {
      HeadingWords.namesAlone.contains($0) || HeadingWords.besideNames.contains($0)
        || Int($0) != nil
    }
  }

  private static let names: Set<String> = [
    "surname", "forename", "forenames", "firstname", "lastname", "fullname", "username", "nickname",
    "initials", "signature",
    "prenom", "prenoms", "patronyme",
    "nachname", "nachnamen", "vorname", "vornamen", "familienname", "geburtsname", "rufname",
    "zuname", "benutzername", "unterschrift",
    "apellido", "apellidos", "cognome", "cognomi", "nominativo", "apelido", "sobrenome",
    "achternaam", "voornaam", "voornamen", "familienaam", "roepnaam", "tussenvoegsel",
    "cyfenw", "nazwisko", "nazwiska", "imie", "imiona",
  ]
  private static let namesAlone: Set<String> = [
    "nom", "noms", "nombre", "nombres", "nome", "naam", "namen", "enw",
  ]
  private static let besideNames: Set<String> = [
    "et", "de", "du", "famille", "usage", "usuel", "complet", "marital", "jeune", "fille",
    "und", "y", "completo", "completa", "e", "di", "battesimo", "proprio", "en", "volledige",
    "cyntaf", "llawn", "teulu", "participant", "participante", "partecipante", "deelnemer",
    "client", "cliente",
  ]
  private static let namedThings: Set<String> = [
    "site", "organisation", "organization", "organisations", "company", "service", "services",
    "event", "course", "session", "meeting", "group", "team", "project", "programme", "program",
    "file", "form", "survey", "list", "trust", "hospital", "ward", "school", "area", "collector",
    "column", "field", "product", "ticket", "brand", "council", "charity", "venue", "place",
    "region", "country", "city", "town", "role", "activity", "topic", "code", "variable", "test",
    "department", "practice", "provider", "centre", "center", "location", "branch", "category",
    "level", "stage", "marker", "display", "authority", "borough", "district", "county", "task",
    "item", "agency", "facility", "street", "band", "film", "book", "game", "tag", "tags",
    "einrichtung", "verein", "gruppe", "projekt", "kurs", "schule", "standort", "angebot",
  ]

  // MARK: Ways to reach somebody

  var saysEmail: Bool {
    isShort
      && (hasPlain([
        "email", "emails", "mail", "courriel", "messagerie", "mailadresse", "emailadresse",
        "correo", "ebost",
      ]) || has(phrase: "e mail") || has(phrase: "e bost") || has(phrase: "posta elettronica")
        || has(phrase: "poczta elektroniczna"))
  }

  var saysPhone: Bool {
    guard isShort else { return false }
    if plain.contains(where: { $0.hasPrefix("telefo") }) { return true }
    return hasPlain([
      "phone", "telephone", "mobile", "tel", "landline", "whatsapp", "fax",
      "handy", "handynummer", "mobilnummer", "rufnummer", "movil", "celular", "cellulare",
      "telemovel", "gsm", "mobiel", "mobielnummer", "ffon", "symudol", "komorka", "komorkowy",
    ])
  }

  var saysInternetAddress: Bool { has(phrase: "ip address") || has("ipaddress", "ip") }

  // MARK: Places

  var saysAddress: Bool {
    guard isShort, !saysEmail, !saysInternetAddress else { return false }
    return hasPlain(HeadingWords.addresses) || has(phrase: "house number")
      || isOnly(["via", "rua"])
  }

  private static let addresses: Set<String> = [
    "address", "addresses", "street", "addr",
    "adresse", "adresses", "rue", "domicile", "anschrift", "strasse", "hausnummer",
    "direccion", "calle", "domicilio", "indirizzo", "endereco", "morada",
    "adres", "straat", "straatnaam", "huisnummer", "cyfeiriad", "stryd", "ulica",
  ]

  var saysPostcode: Bool {
    hasPlain([
      "postcode", "postcodes", "plz", "postleitzahl", "cap", "cep", "zip", "zipcode",
    ])
      || [
        "post code", "postal code", "code postal", "codigo postal", "codice postale",
        "kod pocztowy", "cod post",
      ].contains { (" \(plain.joined(separator: " ")) ").contains(" \($0) ") }
  }

  /// Whether it is the town in which somebody may live.
  var saysTown: Bool {
    isShort
      && (hasPlain(["wohnort", "woonplaats"])
        || isOnly([
          "town", "city", "village", "ville", "commune", "localite", "ort", "stadt", "ciudad",
          "localidad", "poblacion", "citta", "comune", "cidade", "localidade", "plaats", "stad",
          "gemeente", "tref", "dinas", "miasto", "miejscowosc", "residence", "residencia", "di",
          "de", "residenza", "of", "or",
        ]))
  }

  var saysPosition: Bool {
    isShort
      && has(
        "latitude", "longitude", "altitude", "lat", "lon", "lng", "long", "gps", "geopoint",
        "geolocation", "coordinates", "easting", "eastings", "northing", "northings")
  }

  // MARK: Births

  var saysBirth: Bool {
    plain.contains { $0.hasPrefix("geburts") || $0.hasPrefix("geboorte") }
      || hasPlain([
        "birth", "dob", "born", "birthday", "birthdate", "naissance", "geb", "geboren",
        "nacimiento", "nascita", "nascimento", "geni", "urodzenia",
      ])
  }

  var saysYear: Bool {
    hasPlain([
      "year", "yr", "annee", "jahr", "geburtsjahr", "ano", "anno", "jaar", "geboortejaar",
      "blwyddyn", "rok",
    ])
  }

  /// Whether all words are of these.
  private func isOnly(_ wanted: Set<String>) -> Bool {
    !plain.isEmpty && plain.allSatisfy(wanted.contains)
  }

  private func hasPlain(_ wanted: Set<String>) -> Bool { plain.contains(where: wanted.contains) }
}

/// The headings of columns that hold the two numbers of a place on a map: `x` and `y`.
func headingsOfPositions(_ headings: [String]) -> Set<String> {
  let words = headings.map { HeadingWords($0).words }
  func axis(_ words: [String]) -> [String]? {
    guard let last = words.last, last == "x" || last == "y" else { return nil }
    let rest = Array(words.dropLast())
    return rest.allSatisfy(beforeAxes.contains) ? rest : nil
  }
  return Set(
    headings.indices.filter { index in
      guard let before = axis(words[index]), let last = words[index].last else { return false }
      return words.contains(before + [last == "x" ? "y" : "x"])
    }.map { headings[$0] })
}

private let beforeAxes: Set<String> = [
  "point", "pos", "position", "shape", "coord", "coordinate", "geo", "location", "map",
]
