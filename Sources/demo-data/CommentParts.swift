/// First sentences, each of which goes with any ending.
let commentOpenings = """
  +
  Another good one.

  +
  Enjoyed it on the whole.

  + listened-to
  I felt heard today.

  + listened-to
  We were taken seriously, which is new.

  + learning
  Came away knowing more than I went in with.

  + meeting-others
  Good to see the others again.

  + meeting-others
  Nice to swap notes with people in the same position.

  + facilitation
  Well chaired.

  + facilitation
  The small groups worked.

  + influence
  For once you could see it would change something.

  + papers
  Papers came in good time.

  + plain-words
  Clear speaker, no jargon.

  + who-can-come
  The time of day suits me.

  + hearing-back
  Glad we got an answer about last month's points.

  ~
  Mixed feelings.

  ~ pace
  A bit of a gallop.

  ~ pace
  Dragged in the middle.

  ~ learning
  Useful, I think, though I'll have to read up on it.

  ~ services
  We drifted off into everybody's own prescriptions.

  - few-voices
  The usual two held the floor.

  - plain-words
  Too many abbreviations.

  - papers
  Nothing sent beforehand so we read it at the table.

  - listened-to
  Felt talked at.

  - influence
  It's all been decided already.

  - hearing-back
  No news on anything from before.

  - venue
  Cold room.

  - services
  Still can't get strips on repeat.
  """

/// Last sentences, each of which goes with any opening.
let commentEndings = """
  + refreshments
  Fruit was a good idea.

  + expenses
  And my fare was paid there and then.

  +
  I'll be back.

  + learning
  I shall ask my GP about it now that I know what to ask.

  + meeting-others
  Stayed on chatting until they put the lights out.

  + listened-to
  And they wrote down our side of it for once.

  + influence
  If even half of it happens I'll be happy.

  + travel
  Bus stop right outside too.

  ~ venue
  Can we have a room with a window?

  ~ refreshments
  Less cake please.

  ~ travel
  Parking was a pain.

  ~ expenses
  When are claims paid, by the way?

  ~ who-can-come
  We need some younger faces.

  ~ papers
  Bigger print would help me.

  ~ hearing-back
  Will somebody let us know what comes of it?

  ~ facilitation
  Smaller tables next time maybe.

  ~ pace
  Needed another half hour.

  - refreshments
  No decaf, no milk, no spoons.

  - travel
  Then I waited an hour for the bus home.

  - expenses
  Last month's claim is still outstanding.

  - venue
  And I couldn't hear from where I was sat.

  - few-voices
  It would help if certain people drew breath.

  - pace
  Shame about the rush at the end.

  - who-can-come
  Mornings are hopeless if you have a job.

  - plain-words
  I lost the thread when they got on to tariffs.

  - influence
  I won't hold my breath.

  - services
  Meanwhile my eye test is seven months late.
  """
