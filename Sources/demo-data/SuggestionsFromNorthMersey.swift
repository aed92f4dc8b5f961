/// What people raised in North Mersey and what became of it.
///
/// The marks are site, kind, theme, level, owner and stage; a line that names no field goes on with
/// the one before.
let northMerseySuggestions = """
  NM | Problem | Retinal screening | Service | Screening manager | unsolved
  said: Screening is only on weekdays, so people in work skip it.
  done: Evening clinic opened, then stopped after a month for want of takers
  evidence: Numbers of the four evenings

  NM | Problem | Retinal screening | Strategic | Social marketing lead | solved
  said: The invitation frightens people off.
  done: New letter and leaflet after talks with more than 200 people
  evidence: Old and new letter; report of the talks

  NM | Idea | Retinal screening | Service | Social marketing lead | solved
  said: Ask those who never come what would bring them.
  done: Focus groups in all three areas
  evidence: Report with 214 people counted

  NM | Problem | Glucose meters | Service | Medicines lead | solved
  said: Which meter you get depends on which firm called last.
  done: Group's guide to meters agreed and sent out
  evidence: Guide, second version

  NM | Idea | Glucose meters | Service | Medicines lead | unasked
  said: Publish what each strip costs so that we can all see it.
  done: Price table added to the guide
  evidence: Page 6 of the guide

  NM | Idea | Glucose meters | Individual | Practice nurse | unasked
  said: Check everyone's technique once a year.
  done: Line added to the annual review form
  evidence: Form dated the day of the change

  NM | Problem | Medicines | Service | Community pharmacist | solved
  said: Chemists send the whole list every month whether you need it or not.
  done: Letter to all pharmacies about dispensing what is needed
  evidence: Letter and the list it went to

  NM | Problem | Medicines | Strategic | Medicines lead | agreed
  said: Money saved on waste disappears from view.

  NM | Idea | Medicines | Individual | Community pharmacist | agreed
  said: A sticker on the bag that asks "do you still need all of this?"

  NM | Problem | Medicines | Individual | Practice manager | untold
  said: When a tablet is changed, the old one stays on repeat.
  done: Repeat lists gone through at two practices
  evidence: 88 lists, 131 lines taken off

  NM | Problem | Access and transport | Service | Ambulance trainer | unasked
  said: Crews leave after a hypo with no word about what to do next.
  done: New card handed over by crews
  evidence: Card and the training register

  NM | Idea | Access and transport | Service | Ambulance trainer | unasked
  said: Let people with diabetes teach part of the paramedics' course.
  done: Three sessions taught by members
  evidence: Feedback forms of the crews

  NM | Problem | Access and transport | Strategic | Commissioner | refused
  said: Knowsley patients have no foot protection team of their own.

  NM | Problem | Access and transport | Individual | Clinic manager | rejected
  said: The clinic's phone is engaged all morning.
  reason: A second line is not possible before the move to the new building

  NM | Problem | Information | Service | Practice nurse | open
  said: Carers are told nothing, even by people who know that they do the injections.

  NM | Idea | Information | Service | Project manager | deferred
  said: A pack for carers, with what to do at night.

  NM | Problem | Care charter | Strategic | Network manager | rejected
  said: Liverpool, Sefton and Knowsley each promise something else.
  reason: Three trusts, three contracts; to be looked at again if they merge

  NM | Problem | Meetings | Service | Project manager | unasked
  said: Fares take two months to come back.
  done: Claims paid from petty cash on the day up to £10
  evidence: Petty cash book

  NM | Idea | Meetings | Service | Project manager | open
  said: A phone-in hour for those who cannot travel.

  NM | Idea | Care charter | Strategic | Network manager | agreed
  said: Borrow the charter that another site has made and put our own names on it.
  """
