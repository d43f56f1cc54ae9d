import { anyOf, type CrisisPhrases } from './crisisPhrases.js';

/**
 * For lower-case text without apostrophes, with one space between words. Limits: covers plain wordings and
 * their usual disguises, but no irony, no metaphor and no sentence that depends on its context. Omits "I
 * can't do this any more", which people say of homework.
 */
const intends =
  '(?:want(?:s|ed|ing)?(?: so bad(?:ly)?)? to|wanna|going to|gonna|ready to|tempted to|(?:urge|plan|plans|planning|planned) (?:on|to)|thinking (?:about|of)|thoughts (?:about|of)|feel(?:ing)? like|about to|should|rather)(?: just| really| fucking)?';
const hurting = '(?:hurt(?:ing)?|cut(?:ting)?|burn(?:ing)?|stab(?:bing)?)';
const me = 'my ?self';
/** Excluded after "die", because "dye" (hair) is often misspelt as "die". */
const ones = '(?:my|our|your|his|her|their|the|it)';
const place = 'in|with|at|out|on|here|there|near|from|alone|together|by|under|off|without';

const harmless = anyOf(
  [
    '(?:dont|do not|didnt|did not|never|not|nobody|no one) (?:wants?|wanted) to die(?! more)',
    '(?:dont|do not) wanna die',
    'die (?:laughing|(?:of|from) (?:laugh\\w*|embarrass\\w*|cringe|boredom|cuteness|shame|happiness|joy|hunger|thirst|heat))',
    `(?:kill|killing|hurt|hurting) ${me} (?:laughing|with laughter|trying|playing|running|skiing|dancing|climbing|(?:at|in) (?:the gym|football|soccer|practice|training|work))`,
    `cut(?:ting)? ${me} (?:some|a|another|off|short|loose|free|out|on)`,
    `(?:cut(?:ting)?|burn(?:ing|t|ed)?) ${me}[\\w ]{0,24} (?:shaving|cooking|chopping|peeling|baking)`,
    `(?:drown(?:ing)?|hang) ${me} in`,
    `shoot ${me} (?:in the foot|an?|another|some|on|with (?:a|my) (?:camera|phone))`,
    '(?:political|career|social|financial|commercial|professional) suicide',
    'suicide (?:squads?|doors?|burns?|missions?|sprints?|drills?|runs?|bomb\\w*|awareness|prevention (?:day|month|week|class|poster|training))',
    'end it all (?:with|by) (?:a|the) (?:win|goal|song)',
  ],
  '\\b',
  'gu',
);

const crisis = anyOf(
  [
    `(?:kill(?:ing)?|unaliv(?:e|ing)|hang(?:ing)?|drown(?:ing)?|shoot|end(?:ing)?|harm(?:ing)?|injur(?:e|ing)|starv(?:e|ing)) ?${me}`,
    `${intends} (?:kill|hurt|harm|unalive) (?:himself|herself|themsel(?:f|ves))`,
    `${intends} (?:${hurting}|off) ${me}`,
    `(?:started|been|was|keep|kept|stop|back to) ${hurting} ${me}`,
    `(?:hurt|cut|burn(?:ed|t)?) ${me} (?:again|on purpose|every|last night|tonight|when|because|to feel|so|with (?:a |my )?(?:razor|blade))`,
    '(?:slit(?:ting)?|cut(?:ting)?) my (?:wrists?|thighs?)',
    `(?:cutting|${intends} cut) my (?:arms?|thighs?|legs?)`,
    `(?:want(?:s|ed|ing)?(?: so bad(?:ly)?)? to|wanna)(?: just| really| fucking)? (?:die(?! ${ones}\\b)|be dead|not exist|stop existing|sleep forever|disappear(?! (?:from|into|for|in)\\b))`,
    `think(?:ing)? (?:about|of) (?:dying(?! ${ones}\\b)|killing ${me})`,
    'sleep and (?:never|not) wake up',
    '(?:hope|pray) i (?:dont|never) wake up(?! (?:late|early|before|at|to)\\b)',
    'why am i (?:even |still )*alive',
    'pills (?:would|does|do|will) (?:it|i) (?:take|need) to (?:die|kill)',
    'i (?:just )?(?:should|need to|have to) (?:just )?(?:die|be dead)',
    'wish (?:that )?i (?:was|were) (?:dead|never born|not alive)',
    'wish (?:that )?i (?:had never been born|was never born|wasnt (?:alive|born|here)|(?:wouldnt|would not|could not|didnt have to) wake up|could (?:just )?(?:die|disappear|not exist|stop existing|not wake up))',
    'better off (?:dead|without me)',
    '(?:happier|better|easier) (?:for everyone )?if i (?:was|were|am) (?:gone|dead|not here|not around|not alive)',
    '(?:no ?one|nobody) would miss me',
    '(?:i would|id) rather be dead',
    '(?:no ?one|nobody) would (?:care|notice|even notice|even care)(?: if i (?:died|was gone|were gone|disappeared|was dead|were dead))',
    `(?:dont|do not|didnt|no longer|not)(?: really| even)? want to (?:live(?! (?:${place})\\b)|exist|be alive|be here any ?more|wake up (?:any ?more|again|tomorrow)|go on living|keep living)`,
    `(?:dont|do not) wanna (?:live(?! (?:${place})\\b)|exist|be alive|be here any ?more)`,
    '(?:cant|cannot) (?:go on (?:living|any ?more|any longer)|live any ?more|keep living)',
    `(?:no|any|the|see a) (?:reason|point)(?: for me)? (?:to be alive|to stay alive|to keep living|in being alive|(?:to live|(?:in |of )?living)(?! (?:${place}|downtown)\\b))`,
    'nothing (?:left )?to live for',
    'life (?:isnt|is not|aint|not) worth living',
    `tired of (?:living|being alive|existing|life)(?! (?:${place}|like)\\b)`,
    'end(?:ing)? (?:my|his|her|their) (?:own )?life',
    'end(?:ing)? it all',
    'tak(?:e|ing) my own life',
    'want to take my life(?! (?:back|seriously|in)\\b)',
    'sui ?cid(?:e|al)',
    'sewer ?slide',
    'self ?(?:harm(?:s|ed|ing)?|injur\\w*)',
    `${intends} (?:overdose|od)`,
    'overdos(?:e|ing) on (?:my |the )?(?:pills|meds|sleeping|medication)',
    '(?:tak(?:e|en|ing)|took) all (?:of )?(?:my|the|these) (?:pills|meds|sleeping pills)',
    `${intends} jump(?:ing)? (?:off|from|in front of) (?:a|the|my) (?:bridge|roof|building|balcony|train|bus|car)`,
    `(?:${intends}|just|might) kms`,
  ],
  '\\b',
);

/** Spelt-out letters ("k i l l m y s e l f") are joined without spaces. */
const spelt = /killmyself|wanttodie|wannadie|suicid|endmylife|hurtmyself|cutmyself|harmmyself|selfharm/;

export const english: CrisisPhrases = { harmless: [harmless], crisis: [crisis, spelt] };
