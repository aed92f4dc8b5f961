/// The quality markers: an id and a strength in tenths, the text, and each side's evidence.
///
/// After the second table of NPC's *Make it count*, in words of our own.
let qualityMarkers = """
  O-PLAN-1 8
  We have talked through what we mean by involvement and settled the principles together.
  organisation: Principles agreed at the induction day and printed on the back of every agenda
  people: We remember the flip chart, less so anyone using it since

  O-PLAN-2 8
  Why people are involved is agreed and in writing.
  organisation: Terms of reference, section 1
  people: It is in the terms of reference but visiting speakers have not read them

  O-PLAN-3 6
  A strategy says how involvement will be done and who answers for it.
  organisation: Involvement strategy 2009 to 2012, signed off by the board
  people: Mentioned to us; nobody in the room had seen it

  O-PLAN-4 4
  The timetable leaves room for people to think and to change a decision.
  organisation: Work plan shows the group's dates ahead of the board's
  people: Twice we were asked after the board had met

  O-PLAN-5 6
  People hear about meetings in good time.
  organisation: Invitations go out two weeks ahead as a rule
  people: Mostly fine, now and then it is a phone call the same week

  O-PLAN-6 6
  Guidance on good practice is known and used.
  organisation: National guidance for involving people with diabetes is in the coordinators' pack
  people: Ground rules on the wall, that is the guidance we see

  O-PART-1 6
  Recruitment tries to reach a mix like the one of the people who use the service.
  organisation: Posters in surgeries, mosques, libraries and pharmacies; mix checked at selection
  people: Look round the table: mostly retired

  O-PART-2 7
  It is open to all how people are chosen and how the work is done.
  organisation: Written criteria, two people read every form
  people: We knew what they were looking for because it was on the form

  O-PART-3 6
  Everyone can get to, into and around the places where we meet.
  organisation: Access checklist filled in for each venue
  people: The side door and the loop were both out of order more than once

  O-PART-4 5
  We know how many people were invited and how many came forward by themselves.
  organisation: How recruited is a column of the members' list
  people: Never told the numbers

  O-PART-5 5
  People are involved at every level, from the clinic to the board.
  organisation: User seats on strategic and on service groups, see the seats register
  people: On the board yes, in our own clinics hardly

  O-EVAL-1 4
  How involvement will be monitored was settled before it began.
  organisation: Evaluator appointed in the first quarter
  people: The cards came in after the second meeting

  O-EVAL-2 5
  What is measured, of the process and of its results, matters to the people who take part.
  organisation: Questions tried out with the group in January 2010
  people: Some of the questions are ours, the confidence one is not

  O-EVAL-3 4
  The way we monitor is itself looked at again at set times.
  organisation: Reviewed with the project team every six months
  people: One review that we know of

  O-EVAL-4 4
  The people involved are like the people whom the services are for.
  organisation: Members' list set against the register of people with diabetes
  people: Too few young ones and too few at work

  O-NEXT-1 7
  People are paid back, and paid where that is due, without delay.
  organisation: Claims log with the days from claim to payment
  people: Depends on the month; the slowest took six weeks

  O-NEXT-2 5
  Staff have to act on what people say and to answer it.
  organisation: Suggestions log with an owner for each entry
  people: There is a log; some entries sit there

  O-NEXT-3 3
  For those who want to move on or go further there is a way mapped out.
  organisation: Two members helped to apply for the board
  people: When people stop coming nobody asks them why

  O-NEXT-4 5
  Those involved are told what changed because of them.
  organisation: News sheet after each meeting with a page of what was done
  people: We hear of the successes, of the rest little

  I-PLAN-1 5
  There is more than one way to take part.
  organisation: Meetings, phone, post and visits to clinics
  people: If you cannot do meetings there is not much else

  I-PLAN-2 5
  Training that fits the role is there for those who want it.
  organisation: Board briefing and a day on committee skills
  people: The committee day was good, six places for all of us

  I-PART-1 6
  People understand what they are there for and what is expected of them.
  organisation: Role description sent with every application
  people: Clear since the second meeting; before that some took it for a support group

  I-PART-2 7
  People feel free to disagree with those who run the session.
  organisation: Minutes show changes made after objections
  people: Yes, and some of us do so every time

  I-PART-3 7
  People feel listened to.
  organisation: Feedback cards, question 1
  people: By the coordinator always, by visitors it varies

  I-PART-4 5
  It is what people expected when they said yes.
  organisation: Asked in the follow-up talks with members
  people: Slower than we thought it would be

  I-EVAL-1 6
  People feel that what they put in was worth it and made a difference.
  organisation: List of changes that began with the group
  people: On the small things yes, on the money no

  I-EVAL-2 5
  Where possible people take part in judging how it went.
  organisation: Members helped to read the results of the cards
  people: Two of us sat with the evaluator for an afternoon

  I-NEXT-1 6
  People stay involved after the first piece of work is done.
  organisation: Attendance sheets over the whole period
  people: Most of us are still here, the younger ones are not

  I-NEXT-2 5
  People go on to do more with the organisation than before.
  organisation: Members on interview panels and in staff training
  people: Some on three groups, others on none
  """
