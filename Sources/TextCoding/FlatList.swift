/// A list with one owner.
///
/// The loops over each letter and each hit of millions of responses keep their
/// values here: an `Array` may be shared, so every append first asks whether it
/// is, and every read through a class counts a reference.
@safe
struct FlatList<Element: Sendable>: ~Copyable, Sendable {
  // Its address, as a pointer is not Sendable; this list alone knows the memory.
  private var address: UInt
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 64) {
    self.capacity = max(1, capacity)
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: self.capacity)
    address = UInt(bitPattern: memory)
  }

  init(_ elements: [Element]) {
    self.init(capacity: elements.count)
    for element in elements { append(element) }
  }

  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    unsafe memory.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit {
    unsafe memory.deinitialize(count: count)
    unsafe memory.deallocate()
  }

  private var memory: UnsafeMutablePointer<Element> {
    unsafe UnsafeMutablePointer(bitPattern: address).unsafelyUnwrapped
  }

  var last: Element? { count == 0 ? nil : self[count - 1] }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return unsafe memory[index]
    }
    @inline(__always) set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      unsafe memory[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    unsafe (memory + count).initialize(to: element)
    count += 1
  }

  mutating func removeAll() { removeLast(count) }

  mutating func removeLast(_ number: Int) {
    precondition(number >= 0 && number <= count)
    count -= number
    unsafe (memory + count).deinitialize(count: number)
  }

  @inline(never)
  private mutating func grow() {
    let grown = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    unsafe grown.moveInitialize(from: memory, count: count)
    unsafe memory.deallocate()
    address = UInt(bitPattern: grown)
    capacity *= 2
  }

  mutating func sort(by areInOrder: (Element, Element) -> Bool) {
    var elements = unsafe UnsafeMutableBufferPointer(start: memory, count: count)
    unsafe elements.sort(by: areInOrder)
  }

  func withPointer<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
    unsafe body(UnsafeBufferPointer(start: memory, count: count))
  }
}

extension FlatList<UInt8> {
  /// Eight bytes as one number, the first in its lowest byte.
  @inline(__always)
  func eightBytes(at index: Int) -> UInt64 {
    precondition(index >= 0 && index + 8 <= count)
    let raw = unsafe UnsafeRawPointer(memory)
    return UInt64(
      littleEndian: unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Appends what a table says of the bytes of a text, up to the first of which
  /// it says less than `least`; returns where that byte stands.
  mutating func append(
    _ text: Span<UInt8>, from start: Int, as table: borrowing FlatList<UInt8>, least: UInt8
  ) -> Int {
    precondition(start >= 0 && start <= text.count && table.count == 256)
    while capacity - count < text.count - start { grow() }
    let target = unsafe memory + count
    let kinds = unsafe table.memory
    var length = 0
    while start + length < text.count {
      let kind = unsafe kinds[Int(text[unchecked: start + length])]
      if kind < least { break }
      unsafe (target + length).initialize(to: kind)
      length += 1
    }
    count += length
    return start + length
  }
}
