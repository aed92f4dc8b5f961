/// Comments that fit any site and any meeting: a mood and codes, then the words.
let commentsOnSessions = """
  + listened-to
  For once somebody wrote down what I actually said and not what they would have liked me to say.

  + listened-to influence
  Came in cynical, went home a bit less so. They asked what I meant by it and the wording was
  altered there and then.

  - listened-to services
  Put my hand up three times about repeat prescriptions and three times it was brushed aside.

  ~ influence
  Very nice lady from the trust but I had the feeling her mind was made up before she sat down.

  + meeting-others
  Lovely to sit with people who know what a night with a bad hypo is like, without me having to
  explain it.

  + meeting-others learning
  Learnt more over the sandwiches from the chap next to me than from ten years of clinic visits!

  - refreshments
  Biscuits and white bread at a DIABETES meeting. Who orders this?

  ~ refreshments pace
  Good talk, but lunch came out at ten past two. Some of us had injected.

  - pace
  Too much on the list. We spent an hour on item 1 and did items 4 to 7 in about five minutes.

  - pace papers
  Forty slides!! and no time left to say anything about them

  + facilitation few-voices
  Chair was firm but fair, even I got a word in.

  - few-voices
  Two gentlemen did all the talking again. I gave up after the break.

  - few-voices facilitation
  If you want to hear from the quiet ones you have to ask the quiet ones. Whoever was leading it
  just let the loud ones carry on.

  ~ plain-words
  LES, QIPP, PBC, LTC... I wrote them all down and still don't know what half of them stand for

  + plain-words
  Speaker talked in normal English. Could of kissed her.

  - plain-words
  I have a degree and I couldn't follow the finance bit. What chance has anybody else got.

  + papers
  Nice to have the papers a good week before and in a size I can read.

  - papers
  Agenda arrived the morning of the meeting. I can't give an opinion on 30 pages I have not seen.

  - papers
  Print is far too small. Half of us have eye trouble, you of all people should know that.

  + hearing-back
  Pleased to see the list of "you said / we did" on the wall. First time in my life the NHS has
  told me what happened next.

  - hearing-back
  Still nothing about what we raised last time. It goes in the minutes and that's the last you see
  of it.

  ~ hearing-back influence
  Would like to know if anything from last time went anywhere, or are we only here so a box can be
  ticked.

  - influence
  It had already been to the board. So what were we asked for?

  + influence
  They changed the letter because of us. A small thing but it's our small thing.

  - who-can-come daytime
  Half past ten on a working day. I had to take a day's leave AGAIN.

  ~ who-can-come
  Good discussion but look round the room, not one of us under 50.

  ~ who-can-come
  My daughter has had it since she was nine and would have plenty to say. She'll never come to a
  thing like this, it's a roomful of pensioners (no offence to me).

  - venue
  Freezing. Kept my coat on throughout

  - venue
  Couldn't hear a word at the back, there's an air con unit that roars. And the loop wasn't
  switched on.

  ~ venue
  Two flights up and the lift has a sign on it. I managed. The lady with the frame didn't.

  + venue refreshments
  Nice bright room, proper coffee, fruit instead of cakes. Somebody has been paying attention.

  ~ travel
  An hour and ten each way for a two hour meeting. Worth it today, not always.

  - travel
  Nowhere to park within half a mile and I have neuropathy in both feet.

  ~ expenses
  The claim form is worse than my tax return.

  + expenses
  Bus fare back in my hand before I left. Thank you, that matters more than you'd think.

  - expenses
  Still waiting on my fares from the last two meetings. It's not the sum, it's that you have to
  chase.

  + learning
  I finally understand what an HbA1c is and why they go on about it.

  + learning
  Never knew you could ask for a copy of your own results. Going to do that Monday.

  + learning listened-to
  I said something in front of a consultant today and he nodded. Wouldn't have dared a year ago.

  + facilitation
  Very well run, began on time, ended on time and we got through it.

  ~ facilitation
  Better in the small groups. In the big circle people clam up.

  - facilitation
  Nobody seemed to be in charge for the second half and it turned into a moaning session.

  + listened-to
  Felt respected. The doctor sat with us and not behind the table.

  - services
  My surgery cut my test strips from 50 to 25 without a word. I know this isn't the place but
  where is?

  - services
  Three months waiting for podiatry and when I rang they had lost the referral.

  ~ services pace
  Only got to say half of what I wanted about my eye appointment before we had to move on.

  + services
  I want it written down that the diabetic nurse at our practice is worth her weight in gold.
  Nobody ever asks what goes right.

  ~ papers plain-words
  The summary sheet was helpful. The report itself might as well be in Latin.

  - listened-to few-voices
  I'm the carer, so apparently I don't count. Talked over twice.

  + listened-to meeting-others
  Carers got a proper look-in this time. And it did me good to talk to the other wives and
  husbands.

  - facilitation pace
  Started 25 mins late, no apology, then we were hurried.

  +
  All good thanks

  + influence learning
  I never thought I'd hear a manager say "we got that wrong". Now I know who decides what, it's
  easier to know who to pester.

  ~ influence
  We'll see. I have sat on committees for thirty years and a promise is not a change.

  - influence hearing-back
  Third time of asking about weekend cover. Third time "we will take it away". Away where?

  + pace
  Best so far. One topic, done properly, with room to think.

  ~ pace
  Rather long for me, I flag after about an hour and a half and so does my blood sugar.

  - travel who-can-come daytime
  Starting at 9.30 means I can't use my bus pass and it means the carers with school runs can't be
  here at all.

  + travel
  Taxi was booked for me, came on time, driver knew where the side door was. Couldn't ask for
  more.

  ~ meeting-others pace
  Could we have ten minutes at the start just to chat? That's where half of the useful stuff comes
  out.

  + meeting-others
  I was the only type 1 I knew until I joined this.

  - refreshments
  No water on the tables. Dry mouth is a symptom!!

  + refreshments
  Thank you for the soup, and for putting the carbs on a card.
  """
