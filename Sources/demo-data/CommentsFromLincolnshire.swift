/// Comments that only fit Lincolnshire; some only after a meeting on their subject.
let commentsFromLincolnshire = """
  + influence @leaflet
  The leaflet looks like something we made and not like something that was done to us. Grand job.

  + plain-words @leaflet
  Took out "concordance" and put in "sticking to it". Good.

  ~ papers @leaflet
  Nice leaflet but yellow on white? I have cataracts, duck.

  - influence @leaflet
  We said leave the drug company logo off. It's on.

  ~ hearing-back @leaflet
  Has any surgery actually got it on the rack? Mine said what leaflet.

  + learning @leaflet
  Seeing the list of what checks you should get made me ring and book three of them.

  ~ services @education
  The course is in Lincoln and Grantham. Nothing this side of Horncastle, as per usual.

  - services @education
  Referred for the education course when I was diagnosed, 14 months ago. Still wait for the
  letter.

  + learning @education
  I know how to read a food label now, the wife says I'm a menace in the Co-op.

  ~ plain-words @records
  SystmOne, Map of Medicine, pathways. I was lost by the tea urn.

  + learning @records
  Someone finally showed us on a screen what the nurse sees. Very useful, that.

  - services @records
  My hospital notes and my doctor's notes have never met.

  ~ papers @website
  Website's no good to a man with a phone line like mine. Keep printing the newsletter.

  + influence @website
  Went through the web pages with us click by click and altered things as we spoke.

  ~ services @website
  It still gives opening times for a clinic that shut in 2008.

  - services @feet
  Podiatry comes to our village hall never. Nearest is 26 mile.

  + learning @feet
  I shall never walk on the beach at Skeggy barefoot again! Good talk

  + meeting-others @induction
  Nervous walking in but everybody was in the same boat.

  ~ facilitation @induction
  Bit of a free for all to begin with but it settled once we had the rules up.

  + meeting-others learning @review
  I've made friends, I speak up at the surgery now, and I've been on Radio Lincolnshire. Not bad
  for a mardy old farmer.

  ~ influence hearing-back @review
  We've been heard on the small things. On who makes the decisions we've never got past the third
  door.

  - travel
  Hour and three quarters from Mablethorpe and the A158 was blocked with sprouts. I am not joking.

  ~ travel
  There's two buses a day from us, so it is all day or not at all.

  - travel expenses
  42 miles each way and they query the mileage.

  + travel
  Lift share list works a treat, four in one car from Boston and we had our own meeting on the way

  - travel @feet
  Snow. Should of been called off sooner, we were at Sleaford by the time the message came.

  ~ travel who-can-come
  Hold one in Spalding or Gainsborough for a change. It's always Lincoln folk because it's always
  Lincoln.

  - who-can-come evening
  Meeting in harvest. You've just lost anybody who farms.

  ~ who-can-come !
  Not a soul here from the Polish or Portuguese families in Boston, and they're the ones who can't
  get registered.

  ~ who-can-come
  I'm 33 and the youngest by twenty years. Nice people but I did feel like the work experience.

  + facilitation
  She keeps us in order like a good sheepdog. No barking.

  - few-voices
  One chap from up Louth way talks for England.

  + few-voices listened-to
  Even them as don't say much got asked. I said my piece.

  + refreshments
  Proper home made soup from the WI. Can they do every meeting?

  - refreshments
  Lunch was sausage rolls. I ask you.

  - venue
  Village hall heating takes two hours to warm up, which is as long as the meeting.

  ~ venue
  Cathedral bells through the whole of item 3. Pretty, mind.

  + listened-to influence @review
  Three of us sit on the network board now and they wait for us before they start. That's how you
  can tell.

  - listened-to !
  The consultant said "patients don't want that". There were twelve patients sat in front of him!

  - hearing-back !
  We never hear owt back. You put a lot in and then it all goes quiet.

  + hearing-back
  The newsletter had our three points in it and what was done with each.

  ~ papers
  Pack came Saturday for the Tuesday. Managed it, just.

  - plain-words
  Too many initials. PBC is my bank as far as I know.

  ~ services listened-to
  Practice nurse says one thing, hospital another. I said so and it was written down at least.

  ~ pace
  Started well, ran out of road. We never reached the bit I came for.

  + services
  Our dispensing doctor has sorted the strips since I brought it up. Fair play.

  - venue expenses
  They charged us for parking at the hospital. To come and help them!

  +
  Champion
  """
