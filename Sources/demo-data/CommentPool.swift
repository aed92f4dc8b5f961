/// The comments that a site has left to make.
///
/// Whole comments go out once each; when a meeting finds none that fits, an opening and an ending
/// are put together, each pair once.
struct CommentPool {
  private let site: Site
  private var whole: [Comment]
  private var pairs: [(opening: Comment, ending: Comment)]
  private var random: RandomSource

  init(site: Site, whole: [Comment], openings: [Comment], endings: [Comment], seed: UInt64) {
    self.site = site
    random = RandomSource(seed: seed, purpose: "comments \(site.slug)")
    self.whole = random.shuffled(whole.filter { !$0.isCertain })
    for comment in whole where comment.isCertain {
      self.whole.insert(comment, at: random.below(self.whole.count / 2))
    }
    pairs = zip(openings, endings).map { ($0, $1) }
  }

  /// The next comment for a meeting, which fits its subject and hour.
  mutating func next(for meeting: Meeting) throws(DemoError) -> Comment {
    if random.happens(0.45), let bound = take(where: { $0.isBound && $0.fits(meeting) }) {
      return bound
    }
    if random.happens(0.14), let pair = takePair(for: meeting) { return pair }
    if let comment = take(where: { !$0.isBound && $0.fits(meeting) }) { return comment }
    if let pair = takePair(for: meeting) { return pair }
    throw .noCommentLeft(site: site.name)
  }

  private mutating func take(where fits: (Comment) -> Bool) -> Comment? {
    guard let row = whole.firstIndex(where: fits) else { return nil }
    return whole.remove(at: row)
  }

  private mutating func takePair(for meeting: Meeting) -> Comment? {
    let fitting = pairs.firstIndex { $0.opening.fits(meeting) && $0.ending.fits(meeting) }
    guard let fitting else { return nil }
    let pair = pairs.remove(at: fitting)
    return joined(pair.opening, pair.ending)
  }

  private func joined(_ opening: Comment, _ ending: Comment) -> Comment {
    Comment(
      mood: opening.mood == ending.mood ? opening.mood : .mixed,
      codes: opening.codes + ending.codes.filter { !opening.codes.contains($0) },
      text: "\(opening.text) \(ending.text)")
  }
}

/// The stock of a site: its own comments, its share of those that fit anywhere, the short ones.
func commentPool(_ site: Site, _ seed: UInt64) throws(DemoError) -> CommentPool {
  var random = RandomSource(seed: seed, purpose: "sharing comments")
  let anywhere = random.shuffled(try comments(in: commentsOnSessions, commentsOnTakingPart))
  let (own, share) =
    switch site {
    case .hammersmithFulham: (commentsFromHammersmithFulham, 0..<anywhere.count * 46 / 100)
    case .lincolnshire:
      (commentsFromLincolnshire, anywhere.count * 46 / 100..<anywhere.count * 80 / 100)
    case .northMersey: (commentsFromNorthMersey, anywhere.count * 80 / 100..<anywhere.count)
    }
  let openings = random.shuffled(try comments(in: commentOpenings))
  let endings = random.shuffled(try comments(in: commentEndings))
  let turn = share.lowerBound % endings.count
  return CommentPool(
    site: site, whole: try comments(in: own, briefComments) + anywhere[share],
    openings: openings, endings: Array(endings[turn...] + endings[..<turn]), seed: seed)
}
