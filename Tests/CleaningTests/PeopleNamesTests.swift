import Cleaning
import EvaluationData
import Testing

private struct Case: Decodable, Sendable, CustomTestStringConvertible {
  let first: String
  let second: String
  let similarity: Double
  var testDescription: String { "\(first) \(second)" }
}

private func letters(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

struct PeopleNamesTests {
  @Test(arguments: try referenceCases("jaro-winkler", as: Case.self))
  fileprivate func `similarity agrees with jellyfish`(_ reference: Case) {
    let (first, second) = (letters(reference.first), letters(reference.second))
    #expect(abs(jaroWinklerSimilarity(first, second) - reference.similarity) <= 1e-12)
  }

  @Test(arguments: try referenceCases("jaro-winkler", as: Case.self))
  fileprivate func `similarity lies between 0 and 1, and is 1 for one word`(_ reference: Case) {
    let (first, second) = (letters(reference.first), letters(reference.second))
    #expect((0...1).contains(jaroWinklerSimilarity(first, second)))
    #expect(jaroWinklerSimilarity(first, first) == 1)
    #expect(jaroSimilarity(first, second) <= jaroWinklerSimilarity(first, second))
  }

  @Test(arguments: [
    ("John Smith", "JOHN  SMITH"), ("John Smith", "Smith, John"), ("John Smith", "Jonh Smtih"),
    ("John Smith", "John Smyth"), ("Stephen Brown", "Steven Brown"), ("Bob Jones", "Robert Jones"),
    ("Bill Adams", "Liam Adams"), ("Dr John A. Smith", "John Smith"), ("J Smith", "John Smith"),
    ("Mary O’Brien", "Mary OBrien"), ("Ana Núñez", "Ana Nunez"), ("Ana Nu\u{301}n", "Ana Nun"),
    ("Ann Smith-Jones", "Ann Jones"), ("Mrs Khan", "Khan"), ("Анна Иванова", "анна иванова"),
    ("Pat Lee", "Patricia Lee"), ("Pat Lee", "Patrick Lee"), ("Mohammed Ali", "Muhammad Ali"),
  ])
  func `one person's names are similar`(_ first: String, _ second: String) {
    #expect(PersonName(first).isSimilar(to: PersonName(second)))
    #expect(PersonName(second).isSimilar(to: PersonName(first)))
  }

  @Test(arguments: [
    ("John Smith", "Joan Smith"), ("John Smith", "Mary Smith"), ("John Smith", "John Brown"),
    ("Smith", "John Smith"), ("J Smith", "K Smith"), ("J S", "J S"), ("", ""), ("", "John Smith"),
    ("Mr", "Mr"), ("John John", "John Smith"), ("Patricia Lee", "Patrick Long"),
    ("12 34", "12 34"),
  ])
  func `other people's names are not`(_ first: String, _ second: String) {
    #expect(!PersonName(first).isSimilar(to: PersonName(second)))
    #expect(!PersonName(second).isSimilar(to: PersonName(first)))
  }

  @Test func `the least similarity stands between the pairs that it is chosen by`() {
    func similarity(_ first: String, _ second: String) -> Double {
      jaroWinklerSimilarity(letters(first), letters(second))
    }
    let least = PersonName.Word.least
    #expect(similarity("smith", "smyth") > least)
    #expect(similarity("stephen", "steven") > least)
    #expect(similarity("john", "joan") < least)
  }

  @Test func `every short form is written as names are compared`() {
    #expect(nicknameGroups.count > 400)
    for name in nicknameGroups.keys {
      let words = PersonName(name).words
      #expect(words.count == 1 && words[0].letters == letters(name), "\(name)")
    }
  }
}
