/// What people raised in Lincolnshire and what became of it.
///
/// The marks are site, kind, theme, level, owner and stage; a line that names no field goes on with
/// the one before.
let lincolnshireSuggestions = """
  LI | Problem | Information | Service | Project manager | solved
  said: Somebody newly diagnosed goes home with next to nothing in writing.
  done: Leaflet written by the group and sent to every practice
  evidence: 101 practices on the posting list

  LI | Problem | Information | Individual | Practice manager | unsolved
  said: The leaflet lies in a drawer at our surgery.
  done: Reminder sent to practices
  evidence: Copy of the reminder

  LI | Problem | Information | Service | Web editor | solved
  said: The website sends people to clinics that have closed.
  done: 23 dead entries taken out
  evidence: List of pages before and after

  LI | Idea | Information | Service | Project manager | solved
  said: A newsletter twice a year, by post as well as by email.
  done: First two numbers sent
  evidence: Both numbers on file

  LI | Idea | Information | Strategic | Commissioner | agreed
  said: Put a local pathway in words for patients next to the one for doctors.

  LI | Problem | Information | Strategic | Education lead | agreed
  said: There is a wait of more than a year for the course on the coast.

  LI | Idea | Information | Service | Education lead | unasked
  said: Run the course on a Saturday at least once a quarter.
  done: One Saturday course held in Boston
  evidence: Register with nine names counted

  LI | Problem | Retinal screening | Service | Screening manager | untold
  said: The van comes to the market place in the one week when there is a fair on it.
  done: Dates checked against the town diary
  evidence: Email from the scheduling office

  LI | Problem | Retinal screening | Individual | Screening manager | agreed
  said: Results take so long that you have forgotten you went.

  LI | Problem | Glucose meters | Service | Medicines lead | rejected
  said: Everyone on tablets has had strips taken off repeat.
  reason: National guidance followed; those with hypos can ask for a review

  LI | Idea | Glucose meters | Individual | Practice nurse | refused
  said: Let people borrow a meter for a fortnight before settling on one.

  LI | Problem | Medicines | Service | Hospital pharmacist | solved
  said: On the ward your own insulin is locked away and meals come whenever they come.
  done: Own insulin kept at the bedside on two wards
  evidence: Ward policy, signed copy

  LI | Problem | Medicines | Individual | Dispensing doctor | unasked
  said: Dispensing practices leave a month's supply in a hot van.
  done: Cool boxes bought for the van round
  evidence: Invoice

  LI | Problem | Access and transport | Strategic | Commissioner | deferred
  said: Villages have no bus that gets you to a nine o'clock clinic.

  LI | Problem | Access and transport | Service | Clinic manager | solved
  said: Hospital parking is charged by the hour even when the clinic runs two hours late.
  done: Stamped ticket caps the charge at one hour
  evidence: Sign at the desk; refund log

  LI | Problem | Access and transport | Service | Podiatry lead | open
  said: No podiatrist visits anywhere east of the Wolds.

  LI | Idea | Access and transport | Individual | Volunteer coordinator | rejected
  said: Pay neighbours a mileage rate to drive people to clinic.
  reason: The voluntary car scheme does this already; its number is now on the letters

  LI | Problem | Meetings | Service | Project manager | solved
  said: Talk goes round and round one person's story.
  done: Ground rules agreed and a timekeeper from among the members
  evidence: Rules in the minutes

  LI | Problem | Meetings | Strategic | Commissioner | agreed
  said: The board hears us out but the money is decided in another room.

  LI | Idea | Meetings | Service | Project manager | untold
  said: Meet in Boston or Grantham every second time.
  done: Two meetings moved to Boston
  evidence: Venue bookings
  """
