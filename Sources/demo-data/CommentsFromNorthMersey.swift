/// Comments that only fit North Mersey; some only after a meeting on their subject.
let commentsFromNorthMersey = """
  + learning influence @paramedics
  Telling a room full of paramedics what a hypo feels like from the inside. Proudest day I've had
  in years.

  + listened-to @paramedics
  The ambulance lads were sound. They asked better questions than most doctors and took notes.

  ~ services @paramedics
  Glad they're changing that card the crews leave behind. Ours said "eat a Mars bar".

  + influence @eyes
  The screening letter doesn't frighten the life out of you now. We did that.

  - hearing-back influence @eyes
  So we asked for Saturday clinics, they gave it a month, then it was dropped and nobody came to
  tell us why.

  ~ services @eyes
  Drops in both eyes and then two buses home. Nobody thinks about that.

  ~ who-can-come @eyes
  Fella from social marketing was great. But the ones who don't turn up for screening don't turn
  up here either, do they?

  + services learning @eyes
  Learned the screening van isn't the same as the optician's. I'd been skipping it for years
  thinking I'd had it done!

  + listened-to @meters
  At last someone asking US which meter is any good.

  ~ services @meters
  Six meters on the table and every one needs a different strip. It's a racket.

  + learning @meters
  I've been holding mine wrong for eight years. Eight!

  - services @meters
  My doctor picks the meter by what the rep left behind.

  ~ pace @meters
  Could have done with the whole session on meters, we only got to try two of them.

  + influence learning @waste
  Good one on waste. I brought in a carrier bag of stuff I'd been sent and never ordered, and now
  there's a letter going to every chemist.

  - services @waste
  They dispense 300 lancets a month for me. I use four. Told them a hundred times.

  ~ influence @waste
  If this saves money we want to see it put back into diabetes and not into somebody's car park.

  + meeting-others @carers
  Made up that there was a session for us carers. I've been a nurse with no uniform for 11 years
  and no one asks how you are.

  - few-voices @carers
  Supposed to be the carers' day and the patients still did most of the talking

  ~ listened-to @carers
  My husband's meeting usually. Today it was mine for an hour, ta for that.

  ~ few-voices @induction
  Everyone had a good moan. Needed, I think, but can we do some work next time.

  + facilitation @induction
  Well organised first day and she got all our heads round what it's about

  + influence @review
  We asked the board "how do you know it works?" and they didn't. They do now. That'll do me.

  ~ influence @review
  It all depends who's left to listen after the cuts.

  - travel
  Getting from Southport to Kirkby by public transport is an expedition. Took sandwiches and a
  flask.

  ~ travel @review
  Aintree, days after the National, roads still coned off. Who picks the dates?

  - expenses
  Two months for six quid. Behave.

  + expenses
  Money sorted on the day, no messing.

  + meeting-others
  Good laugh and we got stuff done. Both halves of this city and not one word about the footy.

  - few-voices
  Same fellas, same speeches. Give the girls a go.

  + few-voices facilitation
  The talking stick idea was daft but it worked, I'll give you that.

  - venue
  Fire alarm, twice. And the hearing loop buzzed like a wasp in a can

  ~ venue
  Room's boss, chairs aren't.

  + refreshments
  Scouse with no bread! Nice touch and I didn't need a correction after it.

  - refreshments
  Butties, butties, butties.

  - plain-words
  If one more person says "going forward" I am going home.

  + listened-to
  Felt like one of the team and not like a case.

  - listened-to
  Manager typed on his phone all through our bit. We're not daft.

  ~ who-can-come
  My lad works in Jag at Halewood on shifts, type 1, 24. How's he ever meant to get to this

  - who-can-come papers
  Date got moved twice. Them of us who work can't just swap.

  ~ papers !
  Can you ring the dates through to my wife instead of writing, 07700 900461, I leave letters
  unopened.

  ~ venue refreshments pace !
  - too warm↵- no water↵- went on a bit↵otherwise sound

  - hearing-back
  Every two months is too long. By then you've forgot what you asked for and so have they.

  + hearing-back influence
  Chemist's letter read out to us word for word, with our bits left in. Boss.

  - services
  Rang the surgery 41 times for an appointment, got told to ring tomorrow.

  ~ services
  Knowsley gets this, Sefton gets that, Liverpool gets a pilot. Can't we all just get the same?

  +
  sound
  """
