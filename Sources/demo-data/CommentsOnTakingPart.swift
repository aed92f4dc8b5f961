/// More comments that fit any site and any meeting.
let commentsOnTakingPart = """
  ~ learning services
  Interesting about the new insulin. Shame my GP had never heard of it.

  + learning
  Didn't know half of these services existed, and I've been diabetic since 1987.

  - plain-words facilitation
  When someone asked what "pathway" meant they got a look. Please don't do that to people.

  + plain-words facilitation
  I like the red card you can hold up when they slip into jargon. Used it twice, no one minded.

  ~ few-voices
  Some of us do go on about our own troubles (me too today, sorry).

  - few-voices pace
  One man told us his life story from diagnosis to date. We lost forty minutes.

  + few-voices
  Going round the table one by one made a difference. People spoke who never speak.

  ~ venue travel
  Handy for the bus but the chairs are murder on my back.

  - venue
  The toilets are down a corridor, through two fire doors. Not ideal for people on metformin, if
  you follow me.

  + listened-to
  She rang me afterwards to check she'd understood me right. That has never happened.

  - listened-to
  Asked what we thought, then told us why we were wrong.

  ~ listened-to influence
  They listen very politely. Whether it will alter one thing in the budget I doubt.

  + hearing-back
  Good to have the hospital man come back in person and tell us what they did with our list.

  + hearing-back influence
  The appointment letters are going to be rewritten and we were told by when. Chuffed.

  - hearing-back papers
  Notes from last time didn't come. I thought I'd been struck off.

  ~ papers
  Please send it by post, I have not got the internet and don't intend to.

  ~ papers
  Emailing a 6MB attachment to people on dial-up is not "sharing".

  - papers who-can-come
  Four days' notice is no good to anybody who works shifts.

  - expenses
  I'm on benefits. I can't lay out £11 and wait six weeks for it.

  + expenses
  First claim was lost but she sorted it out the same afternoon.

  ~ expenses travel
  Do you pay mileage or only the bus? Nobody seems to know.

  ~ who-can-come meeting-others
  It's a friendly bunch but we are all much of a muchness. Where are the Asian families? They get
  it worst.

  - who-can-come daytime
  You say you want younger people then you hold it in office hours.

  + who-can-come evening
  Evening suited me much better, came straight from work.

  ~ influence services
  We were asked about leaflets when what's broken is the waiting list.

  + influence
  Nice to be asked at the beginning for a change, before it is all signed and sealed.

  - influence
  window dressing

  + facilitation
  Our co-ordinator holds it all together. She knows who to ring and she rings them.

  ~ facilitation
  Flip charts and post its again. It works I suppose but I feel about nine.

  + facilitation listened-to
  Ground rules helped. No interrupting, and it was kept to.

  + learning meeting-others
  Somebody's tip about keeping glucose tabs in the car door has probably saved my licence.

  + pace listened-to
  No rush. I'm slow since the stroke and nobody finished my sentences for me.

  - pace
  Overran by fifty minutes, missed my connection.

  ~ pace
  Would rather have two short ones than one this long

  + refreshments meeting-others
  The tea break is the best part. I mean that as a compliment.

  ~ refreshments
  Sugar free squash please, not just water. And something for the coeliacs, we exist.

  - services
  Seen by a different locum every time and I start from the beginning every time.

  - services
  The helpline number on the card rings out. Tried it for you this morning.

  ~ services learning
  Heard about the education course, rang, no places until next year.

  + services
  My feet were checked within the week after I mentioned it here. Credit where it's due.

  - listened-to plain-words
  The pharmacist answered a question I hadn't asked, in words I didn't know.

  +
  Very enjoyable and worthwhile, well done to all concerned

  ~
  ok

  +
  Keep it up

  ~ learning
  A lot to take in

  - venue refreshments
  Stuffy room, no window, and one jug of water between fourteen of us.

  + venue
  Good choice of place. Flat, light, quiet, I could read everybody's lips.

  ~ venue
  Microphone would help. I miss about a third of it & then I nod in the wrong places.

  + learning @review
  I've grown in this. First meeting I shook. Today I did the feedback for our table.

  ~ learning
  I'd want some training before I go on a board, I wouldn't know when to speak.

  - influence listened-to
  Our "ideas" had been typed up before we got there. Nobody noticed that we could read.

  + hearing-back
  Minutes were right and said who does what by when.

  - hearing-back
  What became of the survey we all filled in?

  ~ hearing-back
  A one page update between meetings would keep us going.

  + meeting-others
  I laughed for the first time since my dad was diagnosed. You don't get that from a leaflet

  + meeting-others services
  One of the ladies is going to come with me to my first pump clinic. That's what this group is
  for.

  ~ few-voices facilitation
  He means well but the facilitator shouldn't give his own opinion before we give ours.

  - few-voices listened-to
  Type 2s outnumber us and whenever one of us speaks somebody says "well with mine I just..."

  - papers plain-words
  12 pages, 31 abbreviations. I counted.

  + papers learning
  The map of who does what in the service was brilliant, it's up on my fridge.

  - travel
  Missed the first half hour, two buses didn't turn up. Not your fault, but put it somewhere else.

  ~ travel expenses
  I don't mind the distance as long as the petrol gets paid.

  - who-can-come venue
  My husband uses a wheelchair and he turned back at the steps. So you have lost one member before
  you began.

  ~ listened-to
  Mostly fine. I felt the consultant was looking at his watch when it was our turn.

  + listened-to
  They took me seriously. At my age, and with my accent, you notice.

  + influence hearing-back
  The clinic really has moved its phone line to start at 8. We asked, they did it, they came and
  said so. More of that please!

  - facilitation
  Too many post-it notes, too little chairing.

  ~ influence pace
  Six weeks to comment would be real consultation. Six days is a courtesy.
  """

/// Short comments, which each site may get.
let briefComments = """
  ~
  n/a

  +
  Very good

  +
  Interesting

  ~
  N/A

  ~
  nothing

  ~ !
  None.

  +
  Good session, thank you.

  ~
  -
  """
