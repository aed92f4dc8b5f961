/// Words that tell nothing of a theme by themselves: articles, pronouns, prepositions, auxiliaries.
///
/// The list is English. Suggestions for other languages come out longer, not wrong: such words
/// are seldom typical of a code.
enum FunctionWords {
  static let all: Set<String> = Set(
    """
    a an the and or but if so as than that this these those there here it it's its itself i i'm \
    i've i'd i'll me my mine myself we we're we've us our ours you you're your yours he she him \
    her his hers they they're them their theirs who whom whose which what is am are was were be \
    been being do does did doing done has have had having will would shall should can could may \
    might must to of in on at by for from with into about after before over under between through \
    during up down out off again then once when where why how all any both each more most other \
    some such only own same too very just also even still yet ever much many lot lots get gets got \
    getting go goes going went gone come came one two thing things really quite bit because while \
    until till within however although though per via etc im ive dont
    """.split(separator: " ").map(String.init))
}
