/// Short forms that no comparison of letters finds, each group for one given name.
///
/// A name may stand in several groups. Forms that letters show, such as Dan for Daniel,
/// are here too, since they fall short of the least similarity.
private let nicknames: [String] = [
  "abigail abbie abby gail", "abdul abdel abd", "agnes nessie aggie", "albert bert al bertie",
  "alexander alex alec sandy sasha xander", "alexandra alex sandra sandy lexi",
  "alfred alf alfie fred", "amanda mandy", "andrew andy drew", "angela angie",
  "anthony tony antony ant", "antonia toni", "arthur art", "barbara barb babs barbie",
  "benjamin ben benny", "bernard bernie", "brenda bren", "bridget biddy bridie",
  "catherine katherine kathryn cath kath cathy kathy kate katie kitty kay", "cecilia cissy",
  "charles charlie chas chuck", "charlotte charlie lottie", "christina chris tina chrissie",
  "christine chris chrissie tina", "christopher chris kit", "clifford cliff",
  "cynthia cindy", "daniel dan danny", "david dave davy dai", "deborah debbie deb debra",
  "derek del", "dominic dom", "donald don donnie", "dorothy dot dottie dolly dee",
  "douglas doug", "edward ed eddie ted teddy ned", "eleanor ellie nell nora elly",
  "elizabeth liz lizzie beth betty bess betsy eliza libby elsie lisa", "emily em millie",
  "emma em", "eric rick ricky", "eugene gene", "evelyn eve evie", "florence flo florrie",
  "frances fran frankie fanny", "francis frank frankie fran", "frederick fred freddie",
  "gabriel gabe", "geoffrey jeffrey geoff jeff", "george georgie", "gerald gerry jerry",
  "gerard gerry ger", "gillian gill jill", "gregory greg", "gwendoline gwen",
  "harold harry hal", "helen nell ellen", "henry harry hal hank", "herbert bert herb",
  "hugh hughie", "ian iain", "irene rene", "isabel bel bella izzy isobel",
  "jacob jake", "jacqueline jackie jacqui", "james jim jimmy jamie jimmie",
  "jane janie jenny", "janet jan", "janice jan", "jennifer jen jenny", "jeremy jerry jem",
  "jessica jess jessie", "joan joanie", "joanna jo joanne", "john jack johnny jon",
  "jonathan jon jonny", "joseph joe joey", "josephine jo josie", "joshua josh",
  "joyce joy", "judith judy jude", "julia julie", "kenneth ken kenny", "kevin kev",
  "kimberley kim", "laura laurie", "lawrence larry laurie lol", "leonard len lenny leo",
  "leslie les", "lesley les", "lillian lily lil", "louise lou", "lucy lu", "madeleine maddie",
  "malcolm mal", "marcus mark", "margaret maggie meg peggy peg marge madge greta rita daisy",
  "marion marian", "martin marty", "mary molly polly mae mamie", "matilda tilly tilda",
  "matthew matt", "maureen mo", "maxwell max", "melanie mel", "michael mike mick micky mickey",
  "michelle shell chelle", "mildred millie", "mohammed muhammad mohamed mo md mohammad muhammed",
  "nancy ann nan", "anne annie nan nancy ann anna", "natalie nat", "nathaniel nat nathan nate",
  "nicholas nick nicky nicolas", "nicola nicky nikki nic", "norman norm", "oliver ollie noll",
  "olivia liv livvy", "pamela pam", "patricia pat patsy trish tricia paddy",
  "patrick pat paddy rick", "pauline paula", "penelope penny", "peter pete",
  "philip phil pip", "phillip phil pip", "philippa pippa pip", "phyllis phil",
  "rachel rae", "raymond ray", "rebecca becky bex becca", "reginald reg reggie",
  "richard dick rick ricky rich richie", "robert bob bobby rob robbie bert",
  "robin rob", "roderick rod roddy", "rodney rod", "roger rodge", "ronald ron ronnie",
  "rosemary rose rosie", "rowland roland rollo", "russell russ", "samantha sam sammy",
  "samuel sam sammy", "sarah sally sadie", "sebastian seb", "sheila shelagh",
  "sidney sid", "simon si", "stanley stan", "stephanie steph", "stephen steve stevie steven",
  "stuart stewart stu", "susan sue suzie susie", "suzanne sue suzie", "sylvia sylvie",
  "terence terry", "theodore ted theo", "theresa terry tess tessa", "thomas tom tommy",
  "timothy tim timmy", "tobias toby", "valerie val", "veronica ronnie vera",
  "victor vic", "victoria vicky vicki tori", "vincent vince vinnie", "vivien viv",
  "walter wally walt", "wilfred wilf", "william bill billy will willie liam",
  "winifred win winnie freda", "yvonne eve", "zachary zach zack",
]

/// For each form the groups that it stands in.
package let nicknameGroups: [String: [Int]] = {
  var groups: [String: [Int]] = [:]
  for (group, names) in nicknames.enumerated() {
    for name in names.split(separator: " ") { groups[String(name), default: []].append(group) }
  }
  return groups
}()
