/// Does pieces of work that do not depend on each other, several at a time.
///
/// The results come in the order of the pieces, whatever `width`, the number of
/// tasks that share the work.
package func concurrentMap<Output: Sendable>(
  _ count: Int, width: Int, _ piece: @escaping @Sendable (_ index: Int) -> Output
) async -> [Output] {
  guard width > 1, count > 1 else { return (0..<count).map(piece) }
  return await withTaskGroup(of: (Int, Output).self) { group in
    var outputs = [Output?](repeating: nil, count: count)
    for index in 0..<min(width, count) { group.addTask { (index, piece(index)) } }
    var next = min(width, count)
    for await (index, output) in group {
      outputs[index] = output
      guard next < count else { continue }
      let index = next
      group.addTask { (index, piece(index)) }
      next += 1
    }
    return outputs.compactMap(\.self)
  }
}
