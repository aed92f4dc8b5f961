// The words by which names are told from other words.

enum NameWords {
  /// What stands before a name, with or without a point.
  static let titles = words(
    """
    dr drs mr mrs ms miss mx prof professor rev revd reverend cllr councillor sir dame lord lady
    """)

  /// Those behind which a name is expected in small letters, too.
  static let plainTitles = words(
    """
    dr drs mr mrs prof cllr
    """)

  /// What somebody is called by their work, behind which any name may follow.
  static let callings = words(
    """
    doctor nurse sister matron midwife constable sergeant pastor chaplain imam
    """)

  /// Words inside a name.
  static let particles = words(
    """
    de del della der den van von ten la le du da dos di al el bin ibn st
    """)

  /// Who somebody is to another.
  static let relatives = words(
    """
    daughter son wife husband partner mum mother mam mom dad father brother sister friend nan nana \
    gran grandma granny grandmother grandad granddad grandpa grandfather grandson granddaughter \
    aunt auntie aunty uncle niece nephew cousin boyfriend girlfriend fiance fiancee neighbour baby \
    child boy girl kid twin colleague mate stepson stepdaughter stepdad stepmum carer worker \
    keyworker therapist counsellor psychologist psychiatrist consultant physio physiotherapist \
    dietitian dietician advocate gp cpn volunteer interpreter driver coordinator cleaner \
    facilitator chair receptionist manager surgeon dentist optician chiropodist podiatrist mentor \
    helper buddy registrar porter
    """)

  /// Whom somebody may be "called".
  static let persons = words(
    """
    lady man woman person guy chap gentleman someone somebody one member student girl boy lad
    """)

  /// What has a person's name and is none.
  static let facilities = words(
    """
    hospital ward house unit centre center clinic wing road street court lodge suite infirmary \
    hospice surgery practice school church hall room building block lane park college university \
    square avenue library theatre stadium syndrome disease cross lewis nightingale trust cook \
    curie seacole course courses programme close drive gardens
    """)

  /// Words of thanks, behind which a person is named.
  static let thanking = words(
    """
    thank thanks thankyou thankful grateful
    """)

  /// What somebody does "with" a person rather than with a place.
  static let companies = words(
    """
    sessions session worked working spoke spoken talked talking pleased satisfied comfortable \
    counselling chatted chatting
    """)

  /// What only people do, behind a name at the beginning of a sentence.
  static let deeds = words(
    """
    helped listened explained understood told asked supported encouraged introduced rang came said
    """)

  /// Names that begin sentences as words, too.
  static let virtues = words(
    """
    grace joy prudence charity dawn glory
    """)

  /// What makes a name that of a place or an institution.
  static let crowns = words(
    """
    st saint queen king prince princess royal santa lake
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
