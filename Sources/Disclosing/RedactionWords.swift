/// Words that are no names even where they have a capital, as in "my GP Surgery" or "Thank You So".
///
/// Those that stand six times or more in small letters in two public sets of comments about health
/// services, and further ones: days, countries, religions, illnesses, kinds of work.
let ordinaryWords = Set(
  """
  abilities ability abit able about above abrupt absolute absolutely abuse abusive academic accept \
  acceptable accepted access accessable accessed accessibility accessible accident accommodate \
  accommodating accommodation account accurate achieve achieved achieving across act acted acting \
  action actions active actively activities activity actual actually acupuncture acute adapted add \
  added addiction additional address addressed addressing adequate adhd admin administration \
  admission admit admitted adult adults advance advertising advice advise advised advising advisor \
  advisors advocate affect affected affects afford afforded afghan afraid africa african after \
  aftercare afternoon afterwards again against age agencies agency ages aggressive ago agony agree \
  agreed ah ahead aid aids aim aims ain ain't air alcohol aldi alive all allah alleviate allocated \
  allow allowance allowed allowing allows almost alone along alongside alot already alright also \
  altered alternative alternatives although always alzheimer am amazing ambulance ambulances \
  america american among amongst amount an anaesthetist and anger anglican angry another answer \
  answered answering answers anti antibiotics anxieties anxiety anxious any anybody anymore anyone \
  anything anytime anyway anywhere apart apologised app appalling apparent appear appeared appears \
  applicable application applications applied apply appointment appointments appreciate \
  appreciated apprehensive approach approachable approaches appropriate appropriately approx \
  approximately apps appt appts apr april arabic are area areas aren aren't arise arm arms around \
  arrange arranged arrangements arranging arrival arrive arrived arrives arriving arrogant art \
  arthritis as asap asda asia asian ask asked asking asks aspect aspects assertive assess assessed \
  assessment assessments assessor asset assigned assist assistance assistant assistants assurance \
  assured asthma at atheist atmosphere attack attacks attempt attend attendance attended attending \
  attention attentive attitude attitudes audiologist audiology aug august australian autistic \
  autumn availability available avoid avoided awaiting aware awareness away awesome awful awkward \
  babies baby back background backs bad badly bag balance ball bangladesh bangladeshi bank baptist \
  bar base based basic basically basis bath bathroom battle be became because become becoming bed \
  bedroom bedrooms beds been before began begin beginning begun behalf behaviour behaviours behind \
  being beings beliefs believe believed believing bell beneficial benefit benefited benefits \
  benefitted bengali bereavement besides best better between beyond big bigger biggest bike birth \
  biscuits bisexual bit black bladder blame bleeding bless blind block blood bloods blue board \
  body bonus book booked booking booklets books boost booster boots bored boredom boring born both \
  bother bothered bottom bought box boxes boy boys brain bravo break breakfast breaks breast \
  breastfeeding breath breathing brief bright brill brilliant brilliantly bring bringing brings \
  britain british broke broken brother brought brown buddhist budget build building built bullying \
  bus business busy but button buy buys by cake call called calling calls calm calmed calmer \
  calming came camhs can can't canadian cancel cancellations cancelled cancer cannot cant \
  cantonese capable capacity car carat card cardiologist cardiology cards care cared careful \
  carefully carer carers cares caribbean caring carried carry cars case cases catered catering \
  catholic cause caused causes causing cd cell centered central centre centred centres certain \
  certainly chair chairman chairperson chairs chairwoman challenge challenging chance change \
  changed changes changing charge chase chat chatting chatty check checked checking checks \
  cheerful cheerfulness cheers chest child childcare children childs chinese chocolate choice \
  choices choose chose christ christian christmas cigarette circumstances city clarity class \
  classes clean cleaner cleaners cleaning cleanliness clear clearer clearly client clients clinic \
  clinical clinician clinics clock close closed closely closer closes closing clothes club co \
  coffee cognitive cold colleagues collect collected college combined come comes comfort \
  comfortable comforting comfy coming comment comments commissioner commit commitment committed \
  common communal communicate communicated communicating communication communications community \
  companionship company compared compassion compassionate competent complain complaint complaints \
  complete completed completely completing complex comprehensive computer concentrate concern \
  concerned concerning concerns concise condition conditioning conditions conducive confidence \
  confident confidential confidentiality confirm confirmed confused confusing confusion congrats \
  congratulations connected conscious consider considerable considerate consideration considered \
  considering consistant consistency consistent consistently constant constantly constructive \
  consultant consultants consultation consultations consulted consulting consuming contact \
  contacted contacting contacts content continually continuation continue continued continues \
  continuing continuity continuous contract control convenient conversation conversations cook \
  cooked cooking coordinator copd cope coping copy core correct correctly corridor cos cost could \
  couldn couldn't couldnt council councillor counselling counsellor counsellors couple course \
  courses courteous courtesy cover covered covid cpn crafts cream create credit crew crews crime \
  criminal crisis critical criticism crohn cross crucial ct cubicles cup cups cured current \
  currently curtain curtains customer cut cuts cutting dad daily danger dangerous dark data date \
  dates daughter daughters daunting day days dead deaf deal dealing dealt dear death dec december \
  decent decide decided decision decisions declined dedicated dedication deep definately \
  definitely degree delay delayed delays delighted delivered delivery demand dementia dental \
  dentist dentists department departments depend depending depressed depression dept depth \
  dermatologist dermatology describe deserve deserves desk desperate desperately despite detail \
  detailed details deteriorated determined detox detoxing develop developing development diabetes \
  diabetic diagnosed diagnosis diary did didn didn't didnt die died diet dietetics dietician \
  difference different differently difficult difficulties difficulty dignity dining dinner direct \
  directed direction directions directly director disabilities disability disabled disappointed \
  disappointing discharge discharged discomfort discuss discussed discussing discussion \
  discussions disease disgusting dismissive disorder disorders dispensing displayed dissatisfied \
  distance distraction distress distressed distressing district diversity diwali dla do doctor \
  doctors does doesn doesn't doing don don't done dont door doors dose double doubt down draw \
  dress dressing dressings drink drinking drinks drive driver drivers drives driving drop dropped \
  dropping drug drugs dsn dsns due duration during dutch duty dvd dying each ear earlier early \
  earth ease easier easily easter easy eat eating eats ecg education educational educator effect \
  effective effectively effects efficiency efficient efficiently effort efforts eg eid either \
  elderly else elsewhere email emergencies emergency emotional emotions empathetic empathise \
  empathy emphasis employ employed employment enable enabled enabling encountered encourage \
  encouraged encouragement encouraging end ended ending endocrinologist endocrinology ends energy \
  engage engaged engaging england english enjoy enjoyable enjoyed enjoying enjoys enormously \
  enough ensure ensuring entertained entire entitled entrance environment epilepsy epileptic \
  episode equal equally equipment eritrean error escorted especially essential established esteem \
  etc ethiopian eu europe european even evening evenings event events eventually ever every \
  everybody everyday everyone everything ex exactly examination example excel excellent except \
  exceptional exceptionally excessive exemplary exercise exercises expect expectations expected \
  expecting experience experienced experiences experiencing expert expertise explain explained \
  explaining explains explanation explanations explore express extend extended extent extra \
  extreme extremely extremly eye eyes fab fabulous face facebook faces facilitate facilities \
  facility fact factor facts fag fair fairly faith fall falling false familiar families family \
  fantastic far fashion fast faster father fault faultless faults fear fears feb february fed feed \
  feedback feeding feel feeling feelings feels feet fell felt female few field filipino fill \
  filled filling final finally financial find finding fine finish finished finishing firm first \
  fit fitness fits fitted five fix fixed flat flexibility flexible floor fobbed focus focused \
  focussed follow followed following food foods foot football for force forced forever forget \
  forgotten form formal forms fortunate forward found four frame free freedom freely french \
  frequency frequent frequently fresh fri friday friend friendliness friendly friends friendship \
  frightened from front fruit frustrated frustrating full fully fun function funding funds funny \
  further furthermore future fyi gain gained gaining games gap garden gastroenterologist gave gay \
  gcse general generally gentle gentleman genuine genuinely german get gets getting ghanaian girl \
  girls give given gives giving glad go goal goals god godsend goes going gold gone good google \
  got government governor governors gp gps grateful gratitude great greater greatest greatly \
  greeted ground group groups grow gtn guess guidance guided guidelines gujarati guy guys gym \
  gynaecologist gynaecology gypsy had hadn hadn't haematology hairdresser half hall hand handed \
  handle handled handler handlers handling handover hands hanukkah happen happened happening \
  happens happier happy hard harder hardest hardly harm harming has hasn hasn't have haven haven't \
  having hba hca hcp he he'd he'll he's head healed healing health healthcare healthier \
  healthwatch healthy hear heard hearing heart heating heavy held hello help helped helpful \
  helpfull helpfulness helping helps her here here's heroin hers herself hesitate hey hi high \
  higher highest highlighted highly hill him himself hindi hindu hip his history hit hold holding \
  holiday holidays holistic home homely homes honest honestly honesty hope hoped hopefully hopes \
  hoping horrible horticulture hospice hospital hospitals hot hour hours house housing how how's \
  however hr hrs huge hugely hugs human humanity humour hurt husband husbands hygiene i'd i'll i'm \
  i've iapt ibs ice idea ideal ideas identify ie if ignorant ignore ignored ill illness illnesses \
  im immediate immediately immensely impact impartial implement importance important importantly \
  impossible impressed impression improve improved improvement improvements improving in \
  inadequate inappropriate incident include included including inclusion inconsistent incorrect \
  increase increased increasing indeed independence independent independently india indian \
  indicated individual individuals infection info inform informal information informative informed \
  informing initial initially injection injections injury inmates inpatient input ins inside \
  insight inspector instagram instance instead instruction instructions insufficient intense \
  interact interacting interaction interest interested interesting interests internet intervention \
  interventions interview intimidated intimidating into invaluable investigation involve involved \
  involvement involving iranian iraqi ireland irish is islamic isn isn't isolated issue issued \
  issues it it'd it'll it's italian items its itself jab jabs jail jamaican jan january japanese \
  jesus jewish job jobs join joined joining joke journey journeys judge judged judgement \
  judgemental judging judgmental jul july jun june junior just keen keep keeping keeps kenyan kept \
  key keyworker kids killers kin kind kindly kindness kitchen knee knew know knowing knowledgable \
  knowledge knowledgeable known knows korean kudos kurdish lack ladies lady laid language large \
  larger last late later latin laugh laundry law lead leading leaf leaflet leaflets learn learned \
  learning learnt least leave leaves leaving lecturer led left leg legs length lengthy lesbian \
  less lessons let let's lets letter letters letting level levels liaison library lidl lie lied \
  life lifeline lifestyle lift lifted lifts light lights like liked likely likes likewise limit \
  limited limits line lines link links list listen listened listener listeners listening listens \
  lists literally literature little live lives living load loads local locally location lock \
  locked london lonely long longer look looked looking looks lord lose losing loss lost lot lots \
  loud lounge love loved lovely loves loving low lower lowest lucky lunch lying machine macmillan \
  mad made madness main mainly maintain maintained maintenance major majority make makes making \
  male man manage managed management manager managers managing mandarin manner manners many mar \
  march marvellous massage massive material materials matron matrons matter mattered matters may \
  maybe me meal meals mean meaning means meant measure measures med medical medication medications \
  medicine medicines medics medium meds meet meeting meetings member members memory men mencap \
  mental mentally mention mentioned menu mess message messages met meth methadone method methodist \
  methods microsoft midwife midwives might mile miles milk min mind minded mindfulness mine \
  minimum minister minor mins minute minutes miss missed missing misuse mix mixed mixing mobile \
  mobility modern modules moment mon monday money monitor monitored monitoring month monthly \
  months mood mor morale more moreover morning mornings most mostly mother mothers motivated \
  motivating motivation mouth move moved movement moving mp mps mri ms much multi multiple mum \
  mums music muslim must mustn mustn't my myself nails name named names natal nature near nearer \
  nearly necessarily necessary need needed needing needle needles needn needn't needs negative \
  neglect nepali nephrologist nervous net network neurologist neurology never nevertheless new \
  newborn news next nhs nice nicely nicer nigeria nigerian night nightmare nights no nobody noise \
  noisy non none nonetheless noone nor normal normally not note notes nothing notice noticed nov \
  november now nowhere number numbers numerous nurse nursery nurses nursing obliging obstetrician \
  obstetrics obtaining obvious obviously occasion occasional occasionally occasions occupational \
  occupied occur oct october odd of off offer offered offering offers office officer officers \
  often oh ok okay old older on once oncologist oncology one ones ongoing online only onto open \
  opened opening openly opens operation operative operator ophthalmologist ophthalmology opinion \
  opinions opportunities opportunity optician option options or order ordered ordinator \
  organisation organisations organise organised organising original originally orthopaedic \
  orthopaedics ot other others otherwise ots ouch our ours out outcome outcomes outdoor outings \
  outlook outside outstanding over overall overcome overnight overwhelming overworked owe own \
  oxygen pace pack package pads paediatric paediatrician paediatrics paid pain painful pakistan \
  pakistani pals pandemic panic paper paperwork paracetamol paramedic paramedics paranoia parent \
  parents park parking parkinson part participate particular particularly parties partner partners \
  pass passed passing past path pathway patience patient patients patronising pay pays peace peer \
  peers people peoples per perceive percent perfect perfectly perhaps period periods permanent \
  persian person personable personal personalised personality personally personnel persons \
  perspective pharmacist pharmacists pharmacy phlebotomist phlebotomy phobia phone phoned phones \
  phoning physical physically physio physiotherapist physiotherapists physiotherapy pick picked \
  picking picture pills pin pip place placed placement places plain plan planned planning plans \
  play played playing pleasant pleasantness please pleased pleasure plenty pls plus pm podiatrist \
  podiatry point pointed pointless points poland police policy polish polite politeness pool poor \
  poorly portuguese position positive positively positives positivity possible possibly post \
  potential power powerpoint practical practice practitioner practitioners praise pre prefer \
  prefered preferred premises prepare prepared prescribed prescriber prescribing prescription \
  prescriptions present presented pressure pressured pressures pretty prevent prevented prevention \
  previous previously primary prior priority prison prisoner prisoners prisons privacy private \
  proactive probably problem problems procedure procedures process productive products profession \
  professional professionalism professionally professionals programme programmes progress \
  progressed progressing progression promised prompt promptly proper properly property proud prove \
  proved provide provided provider provides providing provision ps psychiatric psychiatrist \
  psychiatrists psychiatry psychological psychologist psychology psychosis psychotherapist \
  psychotherapy public punctual punjabi purpose push pushed put puts putting quaker qualified \
  quality queer queries query question questionnaire questionnaires questions queue quick quicker \
  quickly quickness quiet quieter quit quite radio radiographer radiologist radiology raise \
  ramadan ran rang range rapid rapport rarely rate rather ratio re reach reaction read readily \
  reading reads ready real realise realised realising realistic really reason reasonable reasons \
  reassurance reassure reassured reassuring receive received receives receiving recent recently \
  reception receptionist receptionists recieved recognise recognised recommend recommendations \
  recommended record recorded records recover recovering recovery red redacted reduce reduced \
  reducing reduction refer referral referrals referred reflect reflection refreshments refused \
  regain regard regarding regardless regards regime registered regular regularity regularly rehab \
  rehabilitation relapse relate related relating relation relationship relationships relative \
  relatively relatives relax relaxation relaxed relaxing release released relevant reliable relief \
  relieve reluctant rely remain remand remember remind reminder remove removed rep repeat reply \
  report request requested requests require required requirements researcher resident residents \
  resolve resolved resolving resources respect respected respectful respite respond responded \
  responder responding response responses responsibility responsive rest restricted restrictions \
  result resulted results return returned returning review reviewed reviews rheumatologist rid \
  ridiculous right ring ringing rings rise risk road role romanian romany room rooms root rota \
  round rounds route routine rubbish rude rules run rung running runs rush rushed rushing russian \
  sad sadly safe safer safety said sainsburys samaritans same sat satisfactory satisfied \
  satisified saturday save saved saving saw say saying says scale scales scan scans scared \
  schedule scheduled scheme school scotland scottish screening script scripts seat seating seats \
  seclusion second secretary section sectioned secure security see seeing seek seeking seem seemed \
  seems seen sees self selling send sending senior sense sensitive sensory sent sep separate sept \
  september serious seriously served service services session sessions set setting settled several \
  severe sex sexual shall shame share shared sharing she she'd she'll she's sheet sheets shelter \
  shift shifts shop shopping short shortage shortages shorter should shoulder shouldn shouldn't \
  shout shouting show showed shower showers showing shown shows sick sickness side sign \
  significant signs sikh silly similar simple simply since sincere sincerely singing single sister \
  sisters sit site sits sitting situation situations six size skill skilled skills skype sleep \
  sleeping sleeps slightly slips slot slots slow slowly small smaller smile smiles smiley smiling \
  smoke smoking smoothly snacks snooker so sociable social socialise socialising society solution \
  solutions solve solved somali some somebody someone something sometimes somewhere son \
  sonographer sons soon sooner sorry sort sorted sorting sought sound space spaces span spanish \
  speak speaking speaks special specialist specialists specific specifically speech speed speedy \
  spend spending spent spirit spoke spoken sport sports spot spring stability stable staff staffed \
  staffing staffs stage stages stand standard standards standing stands star start started \
  starting starts state stated stating station stay stayed staying stays step steps stick stigma \
  still stimulation stop stopped stopping stops story straight strange strategies street strength \
  stress stressed stressful stretched stroke strong stronger strongly structure structured \
  struggle struggled struggling stuck student students stuff stupid style subject subjects \
  substance subutex success successful successfully such suffer suffered sufferers suffering \
  suggest suggested suggestion suggestions suicidal suicide suit suitable suited summer sun sunday \
  super superb supervision supplied supply support supported supporting supportive supposed sure \
  surface surgeries surgery surprised surroundings survey sweet swift swimming sympathetic \
  symptoms syrian system ta table tablet tablets tackle tailored take taken takes taking talk \
  talked talking talks tamil tape targets tasks taught taxi tea teacher teaching team teams \
  techniques teeth telephone tell telling tells temperature ten term terms terrible tesco test \
  tested tests text thai than thank thankful thanks thankyou thanx that that's thats the their \
  theirs them themselves then therapeutic therapies therapist therapists therapy there there's \
  therefore these they they'd they'll they're they've thing things think thinking thinks third \
  this thorough thoroughly those though thought thoughtful thoughts threatening three through \
  throughout thu thur thurs thursday thx ticked ticking tidy till time timely times timetable \
  timing tips tired to today toddler toddlers toe together toilet toilets told tone too took tools \
  tooth top topics total totally touch tough towards town toys track trained trainee trainer \
  training trans transfer transferred transgender transition transport trauma traumatic travel \
  traveller travelling treasurer treat treated treating treatment treatments treats tremendously \
  triage tried tries trip trips trouble true truly trust trusted trustee trustees trusting truth \
  try trying tue tues tuesday tunnel turkish turn turned tutor tv twice twitter two type types uk \
  ukrainian ulcer unable unacceptable unaware uncertainty uncomfortable under understaffed \
  understand understandable understanding understands understood unfortunate unfortunately unhappy \
  unhelpful unison unit units unless unlike unnecessary unreadable unsettling unsure until unwell \
  up update updated updates upmost upon ups upset urdu urgent urologist urology us usa use used \
  useful useless user users using usual usually valuable value valued variation varied variety \
  various vast ve vehicle venue venues verbal verbally very via vietnamese view views violence \
  visit visited visiting visitor visitors visits vital voice voices volume voluntary volunteer \
  volunteers vomiting vulnerable wait waited waiting waits wales walk walking walks walls want \
  wanted wanting wants ward wards warm warmth was wash washing wasn wasn't wasnt waste wasted \
  wasting watch watching water way ways we we'd we'll we're we've weaning wear weather website \
  websites wed wednesday week weekend weekends weekly weeks weigh weighed weighing weight welcome \
  welcomed welcoming welfare well wellbeing welsh went were weren weren't what what's whatever \
  whats whatsapp whatsoever wheelchair when whenever where where's whereas whether which while \
  whilst white who who's whole whom whose why wider wife will willing willingness wind window \
  windows wing wings winter wise wish wished wishes with withdrawal within without woman women won \
  won't wonder wonderful word words work worked worker workers working workload works workshop \
  workshops world worried worries worry worrying worse worst worth worthwhile would wouldn \
  wouldn't wouldnt wound wow write writes writing written wrong wrote xx xxx yay year years yes \
  yet you you'd you'll you're you've young younger your yours yourself zimbabwean zoom
  """.split(separator: " ").map(String.init))

/// Words that are no surnames behind a title, where most others are: there is a Dr White, a Mr Long.
let neverSurnames = Set(
  """
  about after again all also always am amazing an and another any appointment appointments are as \
  assistant associate at away back be because been before being both brilliant but by call called \
  came can cannot care clinic clinics could did didn't do doctor doctors does doing don't done \
  down dr each even ever every everyone everything excellent explained fantastic few first for \
  friday from gave get getting go going good got great had has have having he helped helpful her \
  here him his hopefully hospital how however if in into is it its just keep kept knew last later \
  let letter letters line list listened looked lovely made make manager many may me medicine might \
  miss monday more most mr mrs ms much must my needs never next nice no not notes nothing now \
  nurse nurses of off office often on once one only or other our out over overall own patient \
  patients please practice practices practitioner prescription prof put quickly rang rather really \
  reception receptionist receptionists referral regards room round rounds said same saturday saw \
  see seemed seen sent service services she should since so some soon sorry spoke staff started \
  still such sunday surgeries surgery system take talked team teams than thank thanks that the \
  their them then there these they this those though three through thursday time times to today \
  together told too took tuesday turned two under until up us very visit visited visits wanted \
  ward was we wednesday well went were what when where which while who whom whose why will with \
  without wonderful would wouldn't yes yesterday yet you your
  """.split(separator: " ").map(String.init))

/// Surnames that are words as well, so that in small letters they tell nobody.
let wordySurnames = Set(
  """
  abbot appleby archer ash baker banks barber bass bath beans bell berry best birch bird bishop \
  bloom blunt bolt bridge bridges bright brook brooks bull burns bush butler carpenter carter \
  castle chambers chase cherry chestnut christmas church cook cork cotton crow dark day dean death \
  drake driver drummer english farmer fiddler field fields finch fisher flood flowers ford fox \
  french frost gardener gates gay good grace gray green grey hall hardy hare harper hawthorn hazel \
  heath herring hope house hunter irish jolly joy judge kent king kitchen knight lamb lane leather \
  light little london long lord love major marsh marshall mason may merry miller mills monday \
  moody moss nail nails noble norman oakes page pain park parks payne peacock pike piper poor pope \
  porter potter power powers prince race reed rice rich rider rivers rose rush sailor salmon \
  savage scott self sharp shepherd short silk singer skipper small snow speed squire stone street \
  strong summers sunday swan sweet swift temple towers turner walker wall waters weaver weeks \
  wells welsh winter winters wise wolf wood woods wool
  """.split(separator: " ").map(String.init))
