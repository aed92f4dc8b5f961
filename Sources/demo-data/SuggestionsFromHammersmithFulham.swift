/// What people raised in Hammersmith & Fulham and what became of it.
///
/// The marks are site, kind, theme, level, owner and stage; a line that names no field goes on with
/// the one before.
let hammersmithFulhamSuggestions = """
  HF | Problem | Care charter | Service | Clinic manager | solved
  said: The draft charter is full of words that only a clinician would use.
  done: Reworded line by line with four members of the group
  evidence: Draft 3 set beside draft 2; reading age down from 15 to 11

  HF | Problem | Care charter | Strategic | Commissioner | agreed
  said: A surgery can ignore the charter and nothing happens to it.

  HF | Idea | Care charter | Strategic | Commissioner | solved
  said: Put the charter on one sheet that people can keep on the fridge.
  done: Single A4 sheet designed and printed
  evidence: Print order for 5,000 copies

  HF | Idea | Care charter | Service | Project manager | unasked
  said: Try it out with interpreters and with people who have mental health needs before printing.
  done: Four outside groups asked, 31 remarks taken in
  evidence: Notes of the four visits

  HF | Idea | Care charter | Service | Project manager | agreed
  said: A spoken version for people who do not read.

  HF | Problem | Information | Service | Clinic manager | solved
  said: Letters from the clinic tell you to bring your "proforma" and no one knows what that is.
  done: Letter now says which form, with a picture of it
  evidence: New letter in use since the date given

  HF | Problem | Information | Individual | Practice nurse | solved
  said: Nobody gives you your own results unless you beg.
  done: Two practices hand out a printed result slip
  evidence: Slip seen by the group; 140 given out in the first month

  HF | Problem | Information | Strategic | Commissioner | rejected
  said: Education courses are only held in English.
  reason: No money this year for a second language; put forward for the next plan

  HF | Idea | Information | Strategic | Commissioner | solved
  said: Train people with diabetes to teach others who are newly diagnosed.
  done: Peer educator scheme set up with twelve places
  evidence: First twelve trained, register held by the project manager

  HF | Idea | Information | Service | Public health lead | open
  said: A stall about diabetes at the North End Road market.

  HF | Problem | Retinal screening | Service | Screening manager | unsolved
  said: People from the north of the borough are sent to a screening site two buses away.
  done: A second site offered on the first Tuesday of the month
  evidence: Clinic list for the new site

  HF | Problem | Retinal screening | Individual | Screening manager | untold
  said: The drops are put in by someone who never says what they are for.
  done: Staff briefing and a card to hand over
  evidence: Briefing note

  HF | Problem | Glucose meters | Service | Medicines lead | refused
  said: Surgeries limit test strips by a rule that nobody can show us.

  HF | Problem | Glucose meters | Individual | Practice nurse | unasked
  said: Meters are handed over in the box without being shown how they work.
  done: Ten minutes with the nurse booked with each new meter
  evidence: Entry in the practice diary template

  HF | Problem | Medicines | Service | Medicines lead | solved
  said: Insulin and needles come on different dates, so it is two trips each month.
  done: Repeat dates brought together on request
  evidence: Seven of the nine who raised it now on one date

  HF | Idea | Medicines | Service | Medicines lead | rejected
  said: Sharps bins should be taken back at the chemist.
  reason: Collection belongs to the council, which has its own round

  HF | Problem | Access and transport | Service | Clinic manager | deferred
  said: The foot clinic is on the first floor of a building whose lift is forever out of order.

  HF | Problem | Access and transport | Strategic | Commissioner | open
  said: Community clinics in the new model are all south of the Westway.

  HF | Problem | Access and transport | Individual | Clinic manager | untold
  said: Interpreters get booked for the wrong day.
  done: Booking checked by phone two days before

  HF | Problem | Meetings | Service | Project manager | solved
  said: Papers arrive too late for anyone to talk them over with others.
  done: Papers go out ten days ahead
  evidence: Posting dates of the last five meetings

  HF | Problem | Meetings | Service | Project manager | unasked
  said: People with a job cannot come in the morning.
  done: Two meetings held at five o'clock
  evidence: Sheets of those meetings; three working members came

  HF | Idea | Meetings | Service | Project manager | untold
  said: Pair each newcomer with somebody who has been coming for a while.
  done: Buddy named for each of the last four who joined
  evidence: List of pairs

  HF | Problem | Meetings | Strategic | Commissioner | solved
  said: The redesign group fixed its list of options before it heard from us.
  done: Choice put off by six weeks and the missing figures sent
  evidence: Minute 4.2 of the Service Redesign Group

  HF | Idea | Meetings | Strategic | Commissioner | agreed
  said: Let two of us see board papers in draft.
  """
