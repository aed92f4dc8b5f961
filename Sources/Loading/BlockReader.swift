import EvaluationData
import Synchronization

/// The rows of a file as far as they have been read, in their order.
struct LoadedRows: Sendable {
  var builders: [ColumnBuilder]
  var addresses: RowAddresses
  /// The rows with too few or too many cells.
  private(set) var irregular: [(line: Int, cells: Int)] = []
  /// The rows of which the cells were put right.
  private(set) var mended: [(line: Int, mending: RowMending)] = []

  init(builders: [ColumnBuilder], addresses: RowAddresses) {
    self.builders = builders
    self.addresses = addresses
  }

  /// Makes room for a large file, by what its first block took.
  ///
  /// Memory that is only promised costs nothing; memory that is moved does.
  mutating func reserve(for first: ParsedBlock, blocks: Int) {
    guard blocks > 4 else { return }
    // A little more than the first block suggests.
    let parts = blocks + blocks / 16 + 1
    for (column, part) in first.columns.enumerated() {
      if let part { builders[column].reserve(parts, like: part) }
    }
  }

  mutating func append(_ block: ParsedBlock) {
    addresses.append(lines: block.lines)
    for (column, part) in block.columns.enumerated() {
      if let part { builders[column].append(part) }
    }
    irregular += block.irregular.map { (Int(block.lines[$0.row]), $0.fields) }
    mended += block.mended.map { (Int(block.lines[$0.row]), $0.mending) }
  }
}

/// Reads the blocks of one file in several tasks, and puts their rows together in order.
///
/// Each task takes the next block, reads it apart from the others and hands its rows in before
/// it takes another: memory holds a block for each task, and those that wait for an earlier one.
final class BlockReader: Sendable {
  private struct Source {
    var blocks: RecordBlocks
    var begun = 0
    var failure: LoadError?
  }

  private struct Target {
    var rows: LoadedRows
    var waiting: [Int: ParsedBlock] = [:]
    var merged = 0
    var failure: LoadError?
  }

  private let file: InputFile
  private let parser: BlockParser
  private let source: Mutex<Source>
  private let target: Mutex<Target>

  init(_ blocks: RecordBlocks, of file: InputFile, by parser: BlockParser, into rows: LoadedRows) {
    self.file = file
    self.parser = parser
    source = Mutex(Source(blocks: blocks))
    target = Mutex(Target(rows: rows))
  }

  /// Reads all blocks; the result does not depend on `width`, the number of tasks.
  func readAll(
    width: Int
  ) async throws(LoadError) -> (rows: LoadedRows, blocks: RecordBlocks) {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, width) { group.addTask { self.readBlocks() } }
    }
    // Taken out, so that nobody else holds them when rows of another file are added.
    let (rows, disagreement) = target.withLock { target in
      defer { target.rows = LoadedRows(builders: [], addresses: RowAddresses()) }
      return (target.rows, target.failure)
    }
    let (blocks, failure) = source.withLock { ($0.blocks, $0.failure) }
    // What was handed in lies before the block that could not be read.
    if let failure = disagreement ?? failure { throw failure }
    return (rows, blocks)
  }

  private func readBlocks() {
    var libcsv = parser.makeParser()
    while let (index, block) = nextBlock() {
      guard add(parser.parse(block, with: &libcsv), at: index) else { return }
    }
  }

  private func nextBlock() -> (Int, RecordBlock)? {
    source.withLock { source in
      guard source.failure == nil else { return nil }
      do throws(LoadError) {
        guard let block = try source.blocks.next() else { return nil }
        source.begun += 1
        return (source.begun - 1, block)
      } catch {
        source.failure = error
        return nil
      }
    }
  }

  /// Adds the rows of a block once all before it are there; says whether reading goes on.
  private func add(_ block: ParsedBlock, at index: Int) -> Bool {
    target.withLock { target in
      target.waiting[index] = block
      while target.failure == nil, let next = target.waiting.removeValue(forKey: target.merged) {
        if !next.readersAgree {
          // Our record boundaries and libcsv's differ: every line number would be wrong.
          target.failure = .readersDisagree(
            file: file.path, line: target.rows.addresses.lastLine)
          break
        }
        if target.merged == 0 {
          target.rows.reserve(for: next, blocks: file.byteCount / RecordBlocks.blockSize)
        }
        target.rows.append(next)
        target.merged += 1
      }
      return target.failure == nil
    }
  }
}
