import type { SituationRule } from './situation-rule.ts';

/** English word lists of leaving, publishing and going to law. */
export const englishThreatClasses = {
  tie: 'account accounts membership contract subscription policy policies booking bookings order orders direct_debit custom business money line lines everything plan insurance savings mortgage',
  seller:
    'supplier provider bank gym insurer network garage school nursery dentist shop store broadband company airline agent energy firm club surgery landlord hotel carrier courier operator salon',
  airing:
    'reddit twitter facebook tiktok instagram insta linkedin youtube trustpilot google tripadvisor socials online internet mumsnet threads x bluesky nextdoor forum feefo yelp',
  hearers:
    'followers friends family neighbours everyone everybody colleagues subscribers readers listeners mates anyone people whole',
  newsman:
    'journalist reporter paper papers press media bbc itv watchdog sun mirror guardian mail gazette tv radio editor column podcast blogger influencer newspaper newspapers rip-off',
  bench:
    'court courts solicitor solicitors lawyer lawyers barrister ombudsman regulator tribunal ico ofgem ofcom ofsted ofwat fca trading_standards police bailiff bailiffs proceedings cma caa union judge citizens_advice acas small_claims cedr legal',
};

/** English rules on the closed ways to announce leaving, publicity or the law, whatever the trade. */
export const englishThreatRules: readonly SituationRule[] = [
  {
    id: 'en.threat.leaves',
    cue: 'threat_leave',
    weight: 0.75,
    why: { nl: 'kondigt aan te vertrekken', en: 'announces to leave' },
    patterns: [
      "then|or|otherwise|until|else ..4 i'm|i|we|we're|i'll|we'll|am ..1 cancelling|cancel|leaving|leave|closing|close|ending|end|walk|walking|switching|switch|moving_on|quit|quitting",
      "then|or|otherwise|until|else ..4 i'm|i_am|we're|we_are out|off|gone",
      "keep|carry|one ..6 and ..1 i|we|im|i'm|i'll|we'll|we're ..1 walk|leave|quit|cancel|off|gone|going|out",
      "shan't|won't|not|never|wouldn't ..3 renewing|renew|resubscribing|rebooking|shopping|booking|ordering|buying|flying|staying|eating|returning|coming_back|renewal ..4 again|here|with|that's|you|after?",
      'take|taking|taken|move|moving|pull|pulling ..3 my|our|all ..3 <tie> ..5 elsewhere|somewhere|another|other|away|out|off|to',
      'withdraw|withdrawing|pull|pulling|removing|taking ..2 our|my ..2 son|daughter|child|children|kids|boy|girl|mother|mum|dad|dog|horse',
      'jump|jumping|jumped|abandon|abandoning ..1 ship',
      'last|final ..2 penny|pound|quid|cent|payment|order|booking|time|chance ..5 you|me|with|from|before|ever|i',
      'time|looking|look|searching|hunting|shopping ..4 for|to|find ..2 new|another|different|better|other ..2 <seller>',
      'found|got|chosen|signed|joined ..4 better|new|another|different|other ..2 <seller>',
      "i'm|we're|i am|we are ..1 out|done|off|gone ..3 with|found|you|now",
      'rather ..5 elsewhere|somewhere|anyone|anywhere|walk|someone_else',
      'consider ..4 cancelled|over|terminated|finished|closed|ended',
      'considering|thinking|tempted|debating|contemplating ..3 leaving|cancelling|switching|moving|closing|quitting|ending|going ..6 elsewhere|you|account|membership|contract|provider|bank|with|altogether|subscription?',
      "i|we|i'll|we'll ..1 go|be_going|am_going|are_going|take ..5 elsewhere|somewhere_else|to_a_competitor|competitor|competition",
      'no reason ..5 stay|remain|keep|renew',
      'why ..4 stay|remain|keep_paying|renew',
      'plenty ..2 other|others|alternatives|fish',
      'other|others|alternatives|competitors|rivals ..4 happily|gladly|better|cheaper|waiting|available|take_my|charge|would',
      "when|once|as_soon_as|the_minute|the_moment ..4 contract|term|deal|subscription|policy ..3 ends|up|over|expires|runs_out ..4 i'm|i|we|we're|off|gone|elsewhere",
      "next ..1 time|year|month|week|trip|holiday ..3 i'll|i|we|we'll|i'm ..4 fly|flying|drive|book|booking|go|going|use|using|try|order|buy|shop ..6 with|elsewhere|somewhere|instead|rival|another|someone",
      'cancelled|cancelling|stopped|stopping|cancel ..2 direct_debit|standing_order|direct_debits|payments|card',
      'last|final ..1 straw',
      'done|finished|through|over|had_it|had_enough ..1 with ..1 you|this_company|your|this_place|this_bank|this_lot',
      "you've|you|have ..2 lost|losing|lose ..4 customer|custom|client|member|business|me|us|my",
      'goodbye|bye|farewell|so_long|adios ..3 from|and|to',
      'somewhere|someone|elsewhere|anyone ..3 that|who ..3 values|cares|appreciates|answers|works|wants|listens|bothers',
    ],
    unless: [
      'moving|move|moved|relocating ..3 house|home|abroad|country|away|out|in|flat|overseas',
      'can|how|could|want|need|like|where ..4 cancel|switch|close|end|leave',
      'due|because ..3 of? ..2 job|move|moving|health|illness|baby|retirement|redundancy',
      'to|with ..3 <bench>',
      'out of ..3 town|country|office|area',
      'loved|lovely|wonderful|happy|great',
    ],
    statementOnly: true,
  },
  {
    id: 'en.threat.publishes',
    cue: 'threat_public',
    weight: 0.75,
    why: { nl: 'kondigt openbaarheid aan', en: 'announces publicity' },
    patterns: [
      'screenshots|photos|pictures|video|recording|emails|chat|thread|story|footage|this|it ..5 going|goes|posted|up|landing|ending ..2 on|online|viral|public|up ..1 <airing>?',
      '<newsman> ..6 love|interested|interest|like|hear|run|story|know|call|calling|tip|feature|print|enjoy|know_about',
      '<hearers> ..5 hear|know|see|told|warned|avoid|find_out|love ..3 about|this|how|you|all?',
      'telling|tell|warn|warning|advise|advising ..2 <hearers> ..6 avoid|you|this|away|about|clear|not|how',
      'my|a|the ..1 review|rating|stars ..4 not|reflect|brutal|scathing|damning|kind|honest|follow|follows|coming|incoming|going|pretty|show',
      "i'll|i'm|i|we'll|will|going ..3 post|posting|share|sharing|tweet|tweeting|publish|publishing|blog|blogging|expose|exposing|film|stick|put ..6 <airing>|everywhere|everyone|this|online",
      'go|going|goes|gone|went public|viral|to_the_press|to_the_papers|to_the_media',
      'tag|tagging|tagged|cc|cc-ing|copy|copying|tip|tipping ..4 <newsman>|mp|councillor|everyone',
      'slate|slating|trash|drag|dragging|roast|warts ..3 you|online|and|on',
      'one|1|zero|0 star|stars ..8 coming|incoming|tonight|from_me|waiting|written|soon|you|deserve|for',
      'name|naming and shame|shaming',
      'expect|prepare ..4 review|post|article|headline|tweet|exposure|publicity',
    ],
    unless: [
      'love|loved|great|lovely|five|5|brilliant|wonderful|glowing|happy|amazing|proud|thank|thanks|delighted|excellent',
      'can|could|may|how|where|do|should ..5 post|share|review|leave',
      'saw|seen|read|heard ..4 review|post|on|online|in',
      'work|works|working ..3 for|at ..3 <newsman>',
    ],
  },
  {
    id: 'en.threat.sues',
    cue: 'threat_legal',
    weight: 0.75,
    why: { nl: 'kondigt de rechter of een instantie aan', en: 'announces the law or an authority' },
    patterns: [
      '<bench> ..5 told|informed|notified|instructed|contacted|hear|hearing|involved|copied|touch|alerted|onto|waiting|writing|write|letter|proceedings|case|complaint|file|starts|start|next',
      "i'll|i'm|i|we'll|we're|we|will|or ..3 go|going|taking|take|report|reporting|refer|referring|escalate|escalating|complain|complaining|instruct|instructing|involve|involving|call|calling|contact|contacting|claim|claiming|sue|see ..6 <bench>",
      'claim|claiming|sue|suing ..3 damages|compensation|costs|losses|back ..3 through|via|in|by|from|for|you?',
      'legal ..1 action|advice|proceedings|team|route|steps|letter|challenge ..5 taken|taking|seek|seeking|begin|follow|you|against|onto|now|next|if',
      'hold|holding ..3 liable|responsible|accountable ..2 for',
      'fight|contest|challenge|appeal ..4 in|through|all_the_way|to ..2 <bench>',
      'statutory|consumer ..1 rights ..5 breach|use|enforce|exercise|act',
      'see|meet|talk ..2 you|lot ..1 in|at ..2 <bench>',
      'take ..2 further|higher|to_the_top',
      'my|our ..1 <bench> ..6 be|is|are|has|have|will|says|reckons|wants|knows',
      'letter ..1 before action|claim',
    ],
    unless: [
      "i'm|am|work ..2 a|as|for ..2 solicitor|lawyer|barrister|police|judge",
      "saw|read|said|says|told|heard|they'd|they ..4 sue|suing|court|legal",
      'cover|covers|covered|insured|policy ..3 legal',
      'jury',
    ],
    statementOnly: true,
  },
];
