/// Common given names that are no words of the language, in small letters without accents.
///
/// From many languages that people in the United Kingdom speak; no list of names is ever whole.
let givenNames = Set(
  """
  aaliyah aaron abbi abbie abby abdul abdullah abena abigail abiola abu ada adaeze adam addison \
  adebayo adelaide adele adeola adina aditi aditya adnan adrian adriana agata agatha agnes \
  agnieszka ahmad ahmed aidan aileen aimee ainsley aisha aisling akosua akua alain alan alana \
  alasdair alastair albert alberto alejandro aleksander aleksandra alessia alex alexander \
  alexandra alexei alexia alexis alfie alfred alice alicia alina alisha alison alistair allan \
  allison alun alvin alyssa amal amanda amara amarjit amaya amelia amelie amina aminata amir amira \
  amit amrit amy anastasia andrea andreas andrei andrew andrzej andy aneta angela angelina \
  angharad angus anika anil anisa anita anja anna annabel annabelle anne annette annie annika \
  anoushka anthea anthony antoine anton antonia antonio anwar anya aoife archie arianna arianne \
  arjun arlene arnold arthur arun asha ashleigh ashley ashok asif aslam asmita astrid audrey \
  augusta austen ava axel ayaan ayesha ayo aysha azeem babatunde bahar balwinder barbara barney \
  barry bartosz baxter beatrice beatrix becca becky belinda ben benedict benjamin benny bernadette \
  bernard bernice bert bertha beryl bess beth bethan bethany betsy betty bev beverley beverly \
  bhavna bianca bilal bobbie bogdan bonnie boris bozena brandon brenda brendan brett brian brianna \
  bridget bridie brigitte britney bronagh bronwen bronwyn bruce bruno bryan bryn bryony bukola \
  burt caitlin caleb callum calum calvin cameron camilla camille candice cara carina carla carlos \
  carly carmel carmen carole caroline carolyn carrie carys caspian cassandra cassie catalin \
  catalina catarina caterina catherine cathryn cathy catriona caz cecil cecilia cecily cedric \
  celeste celia celine cerys chandra chantal chantelle charlene charlie charlotte cherie cheryl \
  chiamaka chiara chidi chidinma chiedza chinedu chinonso chinwe chioma chloe chris christa \
  christiana christina christine christopher chukwu cian ciara cillian clair claire clara clare \
  clarissa claude claudette claudia clementine clifford clive cody colette colin colleen connie \
  connor conor constance cora cordelia corey corinne cormac cosmo courtney craig crispin cristian \
  cristina curtis cynthia cyril dafydd daljit damian damien damon dan dana daniel daniela danielle \
  dann danny danuta daphne darcey darcy daria darius darragh darren darryl dave david davina deb \
  debbie debby deborah debra declan dee deepa deepak deirdre delia delroy delyth denis denise \
  dennis derek dermot derrick desmond devi dexter diana diane dianne diarmuid dilys dimitri dinesh \
  dionne dipak dmitri dmitry dolores dominic dominik dominika dominique donal donald donna donovan \
  dora doreen dorian doris dorota dorothy doug dougal douglas duncan dwayne dylan eamon eamonn \
  eddie edie edith edmund eduardo edward edwin edwina eileen eilidh eilish einar eira elaine \
  eleanor elena eleri elgan elias elijah elin eliot eliza elizabeth ella ellen ellie elliot \
  elliott elodie eloise elsa elsie elspeth elton elvira elwyn elzbieta emeka emil emile emilia \
  emily emlyn emma emmanuel emmeline emre emrys enid enrique eoin eric erica erik erika erin \
  ernest ernie errol esme esmee esperanza esra estelle esther ethan ethel etta eugene eunice evan \
  evangeline evelina evelyn evie ewa ewan ezekiel ezra fadumo fahad fahim faisal faiza farah \
  farhan farida farooq farrah fatima fatimah fatou fatoumata fatuma faye felicity felix femi \
  ferdinand fergus fernando filip finlay finley finn finnian fiona fionnuala flavia fletcher \
  florin folasade fran frances francesca francesco francis francois frankie fraser freda freddie \
  freddy frederick freya frida funmi funmilayo gabriel gabriela gabriella gabrielle gail gareth \
  garry gary gavin gayle gaynor gemma genevieve geoff geoffrey georgie georgina geraint gerald \
  geraldine gerard gerry gertrude gethin gheorghe ghulam gideon gilbert gill gillian gina giovanni \
  gita giulia gladys glenda glenn glenys gloria godfrey gordon graeme graham grainne grazyna greg \
  gregory greta gretchen griff grzegorz guillaume gurdeep gurmeet gurpreet gustav gwen gwenda \
  gwendoline gwilym gwyneth habib hadiya hafsa haleema halima halina hamid hamish hamza hana hanif \
  hanna hannah hans harjit harminder harold harpreet harriet harriett harris harrison harvey hasan \
  haseeb hassan hayden hayley hector hedda heidi helen helena helga henrietta henrik henry herbert \
  herman hermione hetty hilary hilda hiroshi hitesh holger horace howard hugh hugo humphrey huong \
  husna hussain hussein hyun iain ian ibrahim ibtisam idris ieuan ifan ifeoma ignatius igor ikram \
  ilona iman imani imogen imran ina indira inga ingrid inigo ioan ioana iolo ione ionut irek irena \
  irene irina irma irving isaac isabel isabella isabelle isaiah isha ishaan isla ismail isobel \
  isobella ivan ivana ivor iwan iwona iyabo izzy jackie jacob jacqueline jacquelyn jacqui jada \
  jaden jadwiga jagdish jago jaime jake jakub jalal jama jamal jameel james jamie jamila jana jane \
  janet janette janice janina janine janusz jared jarek jason jaspreet jaswinder javed javier jaya \
  jayden jayne jeanette jeannie jed jedrzej jeff jeffrey jemima jemma jennie jennifer jenny \
  jeremiah jeremy jermaine jerome jerry jess jessica jessie jethro jim jimmy jing jo joan joanna \
  joanne jocelyn jodie joe joel joey johan johanna johannes john johnny jolanta jolene jon jonah \
  jonas jonathan jonny jonty jordana jorge jose josef joseph josephine josh joshua josiah josie \
  joyce juan juanita judith judy jules julia julian juliana julianne julie juliet juliette julius \
  juma junaid justin justine justyna jyoti kabir kacper kai kaitlyn kal kalpana kamal kamala kamil \
  kamila kamlesh kara karan kareem karen karim karina karl karol karolina karon kashif kasia kat \
  katarzyna kate katelyn katerina kath katharine katherine kathleen kathryn kathy katie katja \
  katrina katy katya kavita kayla kayleigh kaz kazimierz kehinde keir keira keisha keith kelechi \
  kelly kelsey kelvin kemi ken kendra kenneth kenny keri kerry kerstin kevin khadija khadijah \
  khaled khalid khalil kiera kieran kimberley kimberly kiran kirsten kirstie kirsty kirti klaus \
  kofi kojo konrad kris krishna krista kristen kristian kristin kristina krystyna krzysztof \
  kulwinder kurt kwabena kwaku kwame kwasi kyle kylie lachlan lakshmi lalit lamar lana larissa \
  larry lars lata latisha laura lauren laurence laurie lavinia lawrence leah leanna leanne lech \
  leila leilani lena lenka lennox lenny leo leokadia leon leona leonard leoni leonie leonora \
  leopold lerato leroy lesley leslie leszek letitia lewis lexi liam liana liane lidia lila lilian \
  lillian lilly linda lindsay lindsey linh linus lionel lisa lisbeth liv livia liz liza lizzie \
  llewellyn llinos lloyd logan lois lola lorcan lorenzo loretta lorna lorraine lorrane lottie \
  lotty lou louie louis louisa louise lowri luca lucas lucia lucian lucie lucille lucinda lucy \
  ludmila luigi luis luka lukas lukasz lulu lydia lyndon lynette lynn lynne lynsey lyra mabel \
  macey macie maciej maddie maddison madeleine madeline madge madhu madison mae maeve magda \
  magdalena maggie magnus mahmood mahmoud mair mairead maisie malachi malachy malcolm malgorzata \
  malik mandeep mandip mandy manisha manjit manuel manuela marc marcel marcia marcin marco marcus \
  mared marek margaret margery margo margot marguerite maria mariam mariama mariana marianne marie \
  mariella marilyn mario marion marisa marius mariusz marjorie marlene marlon marsha marta martha \
  martin martina marvin mary maryam marzena mateusz mathew matilda matteo matthew mattie maud \
  maude maura maureen maurice mavis maxine maxwell maya mayumi meena megan mehmet mei mel melanie \
  melissa melvin mererid meryl mia michael michaela michal michel michelle mick micky miguel \
  mihaela mihai mikael mike mikhail mikolaj mila mildred milena millicent millie milly mina mingyu \
  minh minnie mira miranda miriam mitchell modupe mohamed mohammad mohammed mohamud mohsin moira \
  moisha molly mona monica monika monique montgomery morag morgan morris moses mostafa mpho \
  mubarak muhammad muhammed mukesh muna murdo muriel murray mustafa myfanwy myles myra myriam \
  myrtle nadeem nadia nadine nadiya naeem naima nalini nancy nanette naomi narinder nasir nasreen \
  nasrin nasser natalia natalie natasha nathalie nathan nathaniel naveed nazia nazir neale ned \
  neelam neha neil nerys nesta neville ngozi nguyen nia niall niamh nichola nicholas nicky nicola \
  nicolas nicole nicoleta nicolette nigel nikhil nikita nikki nikola nikolai nikos nina nirmala \
  nisha njeri nkechi nneka noah noel noelle noor nora noreen norma norman nuala nuria nusrat \
  nyasha obi obinna octavia odette ola olaf olamide olena olga oliver olivia olivier ollie olu \
  olufemi olumide oluwaseun omar onyeka oonagh oprah orla orlando orson oscar osian osman oswald \
  othman otieno otis otto owain owen oyin ozzy pablo paddy paige pamela panos paola paolo \
  parminder parveen pascal patrice patricia patrick patryk patsy paul paula paulette pauline pavel \
  pawel pedro peggy penelope percy pernille perpetua pete peter petra petros phil philip philippa \
  phillip philomena phoebe phyllis pierre pieter piotr pippa pooja poonam pradeep prakash pranav \
  preeti priscilla priti priya priyanka przemek qasim quentin quincy quoc rabia rachael racheal \
  rachel rachid rafael rafal rafiq ragnar rahim rahul raj rajesh rajinder rakhi ralph raluca \
  ramesh ramona ramsay rania ranjit rao raphael raquel rashad rashid rashida ravi ravinder raymond \
  razvan rebecca rebekah reece reg reggie regina reginald rehana reinhard rekha remi remy rena \
  renata rene renee resham reuben rex reyhan reza rhea rhian rhiannon rhoda rhodri rhona rhonda \
  rhydian rhys ria ricardo richard rick ricky riley rina rita robbie robert roberta roberto robyn \
  rocio roderick rodney rodrigo roger rohan roisin roland rolf roma romana romeo romilly romy \
  ronald ronan ronnie rory rosalie rosalind rosalyn rosamund rosanna rosanne rosario roseanne \
  rosie roslyn ross rowena roxanne roy ruairi ruben rufus rukhsana rupert ruqayyah russell ruth \
  ryan sabina sabrina sade sadia sadie saeed safiya sahar saif saima sajid salim sally salma \
  salman salvatore sam samantha samina samir samira sammy samson samuel sandeep sandra sangeeta \
  sanjay sanjeev santiago saoirse sara sarah saskia satnam satwinder saul sean sebastian selina \
  selma senga seren serena sergei sergio seth shabana shabnam shahid shakira shameem shamia shane \
  shanice shannon sharifa sharmila sharon sharron shaun shauna shawn shayla shazia sheena sheila \
  shelagh shelley shelly sheridan sherry sheryl shilpa shirin shirley shobha shola shona shreya \
  shyam sian sibyl sidney siegfried sienna sigrid sigurd silvia simeon simon simona simone sinead \
  siobhan sioned sipho siwan slawomir smita sofia solomon sonia sonja sonya sophia sophie soraya \
  stacey stacy stan stanislaw stanislawa stanley stefan stefania steffan stella steph stephanie \
  stephen steve steven stewart stu stuart subhash sukhdev sukhwinder suleiman sunil sunita suresh \
  surinder susan susanna susannah sushila susie suzanne suzie suzy sven svetlana swati sybil \
  sylvia sylvie szymon tabitha tadeusz tahir tahira taiwo talia talitha tamar tamara tammy tamsin \
  tania tanisha tanvir tanya tara tarek tariq tasha tasnim tatiana ted tegan tegwen tejal temitope \
  terence teresa terrence terri terry tesni tess tessa thabo thandiwe thanh thea thelma theo \
  theodora theodore theresa therese thomas thora thulani tiana tiffany tilda tilly tim timothy \
  tina tobi tobias toby tom tomas tomasz tommy toni tonia tony tonya tracey traci tracy travis \
  trevor tricia trina trisha tristan trudi trudy tudor tunde tyler tyrone uche ugo ulrich ulrika \
  uma umar una urmila ursula usama usha usman uzma val valentina valeria valerie vanda vanessa \
  varsha vasile vasiliki vera verity vernon veronica veronika vesna vicki vicky victoria vijay \
  vikram viktor viktoria vilma vimala vincent vincenzo vinod violeta virginia viv vivian vivien \
  vivienne vladimir waheed wajid walter waltraud wanda wanjiru waqas warren wayne wendy weronika \
  wesley whitney wieslaw wilf wilfred wilhelmina william wim winifred winnie winston wioletta \
  wojciech xander xandra xanthe xavier xena xiang xiaoming ximena xiu yacine yahya yan yana \
  yannick yasir yasmin yasmina yasmine yassin yaw yetunde yogesh yolanda yosef youssef ysabel yuki \
  yuri yusra yusuf yvette yvonne zac zach zachary zack zadie zafar zahid zahra zaid zaina zainab \
  zak zakariya zane zara zarah zayn zbigniew zdzislaw zeeshan zeinab zelda zenon zeynep zhang zita \
  zoe zofia zohra zoltan zora zosia zubair zuleika zuzanna zygmunt
  """.split(separator: " ").map(String.init))

/// Given names that are words as well: names only where a capital says so.
let ambiguousGivenNames = Set(
  """
  ace adeel al alba ali alma amber ambrose ana angel april ash aspen august aurora basil bea bill \
  billie billy blaise blake blessing bob bobby brad bradley brook brooke buddy carol chad charity \
  chase cherry chuck clay clement clover coral crystal daisy dale dawn dean del devon dick dill \
  dolly dot dove drew duke dusty ebony ed eden em eve faith fanny fay fern fleur flo flora \
  florence frank fred gay george georgia ginger glen grace grant guy hal hale harry hazel heather \
  herb holly honey honor hope hyacinth iris isa ivory ivy jack jade jan jasmine jasper jay jean \
  jordan joy jude jun june kay kim kitty laurel lee len les lillies lily luke marina mark mason \
  matt max may mercedes mercy merry miles mo nat nell nick olive pat patience patty pearl penny \
  pixie poppy precious prudence ray rich rob robin rocky rod roman rose rosemary rowan ruby sandy \
  savannah scarlet scarlett sid skye sonny sterling sue sunny teddy tia trish troy vic victor \
  viola violet wes will woody
  """.split(separator: " ").map(String.init))
