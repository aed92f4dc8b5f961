/// Comments that only fit Hammersmith & Fulham; some only after a meeting on their subject.
let commentsFromHammersmithFulham = """
  + influence @charter
  Proud of the charter. You could see the consultants' faces, they hadn't thought of half of it.

  + plain-words @charter
  One side of A4 and my nan could understand it. Leave it like that.

  ~ plain-words @charter
  The charter still says "optimise glycaemic control". Nobody in Shepherd's Bush talks like that.

  - hearing-back @charter
  Where is the version with our corrections in? The one passed round was the old one.

  ~ who-can-come @charter
  Before it goes to print try it on people who don't read English. Half my stairwell doesn't.

  ~ services @charter
  A charter is only paper. My surgery does not do the foot check it says I am owed.

  + listened-to influence @redesign
  I said I wasn't convinced by option B and instead of moving on they stopped and said they'd get
  me the figures. Never seen that before.

  - influence @redesign
  Two options, both of them theirs.

  - plain-words papers @redesign
  Model 1 and Model 2 on a slide with eleven arrows. Could nobody draw it as what happens to ME?

  ~ pace influence @redesign
  The redesign is running faster than we are. By the time we've met it's moved on.

  ~ services @redesign
  I don't mind being sent to a community clinic as long as the notes get there before I do.

  + learning @redesign
  Going through the budget line by line was an eye opener. I'd no idea an amputation costs that.

  + learning meeting-others @peers
  The peer mentor idea is the best thing we've done. People open up to their own.

  ~ expenses @peers
  If you want us to be peer educators, then say now whether it's paid or not. Don't be coy.

  + learning @education
  First time anybody explained carbs to me without making me feel like a naughty child.

  - services who-can-come @education
  The education course is five mornings on the trot. Who with a job can do five mornings??

  ~ services @education
  My mum was sent on the course and they had no Somali interpreter so she sat there and smiled for
  two days.

  - services @feet
  Nobody's looked at my feet since 2006. I took my shoes off and showed them.

  + services @feet
  Good news about the one stop foot clinic at Charing Cross.

  ~ few-voices @induction
  A lot of anger in the room, understandably. Let's hope that's it got off our chests now.

  + learning @induction
  Much clearer about what we're for. I'd thought it was a support group!

  + facilitation @induction
  Good mix of games and grown up talk on the induction day.

  + learning influence @review
  When I think what we knew in the first month and what we know now. We've left them a charter,
  mentors, and a bit of fear of God.

  ~ influence @review
  What happens to us when the PCT goes? All that's been built could be swept off the table in an
  afternoon.

  - travel
  The 220 was on diversion, got there at twenty to. Please not Thursdays on match days.

  ~ travel venue
  Hammersmith is easy for the south of the borough but a trek from College Park, and the lift at
  the Town Hall was bust.

  ~ who-can-come
  It's always people from the Fulham end. North of the Westway we have the higher numbers and
  fewer of the seats.

  - services
  You get a different service depending which side of Goldhawk Road you live on. That's not a
  figure of speech.

  + expenses
  The honorarium is appreciated. It says my time is worth something

  - expenses
  Honorarium came with a letter that could affect my ESA. Nobody warned me.

  + meeting-others
  We are Irish, Ghanaian, Polish, Bengali and posh, and we all hate finger pricking. Lovely.

  ~ refreshments
  Jollof and salad for once would beat the triangles of cheese and pickle.

  - refreshments
  I have asked for halal three meetings running.

  - venue
  Drilling next door ALL morning.

  + listened-to
  The GP chair asked us first and the doctors second. Changes the whole tone of it.

  - listened-to few-voices
  Felt like the professionals had a meeting and we were allowed to watch

  + who-can-come refreshments evening
  The 5 o'clock start let me come after work and there was food. Two birds.

  - who-can-come @peers
  Look at a calendar next time. Three of our members couldn't manage a lunchtime meeting in
  Ramadan.

  ~ services !
  If anybody wants to share lifts to the retinal place at St Charles ring me: 020 7946 0958.

  ~ plain-words
  Half of it over my head, but I'm learning the lingo. "Tariff" isn't what I thought it was!

  - papers
  Sent to my old address for the 3rd time

  + papers
  Large print came through, thanks for remembering. Not one person had to ask

  ~ pace facilitation !
  = too many topics, not enough chairing

  - hearing-back services
  I keep being told that the strips policy is "under review". So's my patience.

  + influence !
  Somebody from commissioning wrote "S.U. to see draft first" on the board and underlined it. I
  took a photo.

  ~ !
  Don’t know yet – ask me after the next one. So far “cautiously optimistic”, as my doctor says.
  """
