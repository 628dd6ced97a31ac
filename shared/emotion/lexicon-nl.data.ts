import type { LexiconRow } from './lexicon-model.ts';

/** Dutch care words, our own list. Inflected forms are generated; strong verb forms stand under `words`. */
export const dutchLexicon: readonly LexiconRow[] = [
  {
    cue: 'anger',
    value: -0.9,
    weight: 0.75,
    adjectives:
      'boos kwaad woedend razend furieus laaiend pissig witheet ziedend verontwaardigd schandalig schandelijk schaamteloos onbeschoft asociaal brutaal schofterig onvergeeflijk misselijkmakend walgelijk onacceptabel onaanvaardbaar ontoelaatbaar respectloos onfatsoenlijk ongehoord',
    nouns:
      'woede boosheid schande oplichter oplichterij aanfluiting brutaliteit schoft verontwaardiging afzetterij schaamteloosheid hufter minachting boef dief',
    verbs: 'schofferen beledigen op|lichten schelden ver|afschuwen uit|schelden',
    words:
      'kut klote klere tering godverdomme verdomme potverdorie shit wtf verdorie onbeschofte lompe belazerd bedonderd voorgelogen gelogen liegen leugens zooitje klotebedrijf kutbedrijf rotbedrijf opgelicht bah walg tyfus 😡 🤬 😠 👿',
  },
  {
    cue: 'anger',
    value: -0.7,
    weight: 0.5,
    adjectives: 'belachelijk bespottelijk absurd idioot idoot wanstaltig beschamend laf schunnig achterlijk',
    words: 'belachelijk schaam schamen waardeloze waardeloos zakkenvullers prutsers amateurs klunzen',
  },
  {
    cue: 'disappointment',
    value: -0.7,
    weight: 0.75,
    adjectives: 'teleurgesteld teleurstellend tegenvallend ontgoocheld ontevreden ondermaats',
    nouns: 'teleurstelling tegenvaller desillusie domper afknapper ontevredenheid',
    verbs: 'teleur|stellen tegen|vallen',
    words: 'tegengevallen tegenviel tegenvielen 😞 😔 😕',
  },
  {
    cue: 'disappointment',
    value: -0.4,
    weight: 0.55,
    words: 'jammer spijtig zonde treurig bedroevend triest 🙁 ☹',
  },
  {
    cue: 'frustration',
    value: -0.7,
    weight: 0.7,
    adjectives:
      'gefrustreerd frustrerend irritant geirriteerd ergerlijk vermoeiend tergend zenuwslopend bloedirritant hopeloos geergerd onuitstaanbaar moedeloos gestrest stressvol',
    nouns:
      'frustratie ergernis irritatie rompslomp gedoe ellende drama hoofdpijndossier lijdensweg poppenkast nachtmerrie geklungel geknoei bureaucratie chaos gezeur stress',
    verbs: 'frustreren irriteren ergeren balen',
    words: 'pff pfff pfft zucht grr grrr argh baal balend wanhopig radeloos tureluurs uitputtend 😤 😩 😫 🤦 🤯 🙈',
  },
  {
    cue: 'frustration',
    value: -0.45,
    weight: 0.4,
    adjectives: 'vervelend lastig ingewikkeld onduidelijk omslachtig storend raar',
    words: 'onbegrijpelijk onnavolgbaar',
  },
  {
    cue: 'sadness',
    value: -0.8,
    weight: 0.75,
    adjectives: 'verdrietig bedroefd ontroostbaar gebroken hartverscheurend rouwend diepbedroefd',
    nouns: 'verdriet rouw gemis overlijden uitvaart begrafenis crematie tranen',
    verbs: 'huilen rouwen',
    words:
      'overleden gestorven overleed stierf huil huilde gehuild weduwe weduwnaar miskraam ongeneeslijk terminaal 😢 😭 💔 🖤',
  },
  {
    cue: 'worry',
    value: -0.5,
    weight: 0.7,
    adjectives: 'ongerust zenuwachtig nerveus angstig bang verontrustend zorgelijk zorgwekkend benauwd paniekerig',
    nouns: 'paniek angst ongerustheid bezorgdheid',
    words: 'vrees vreesde knijp 😟 😰 😨 😱',
  },
  {
    cue: 'unimportant',
    value: -0.7,
    weight: 0.65,
    words:
      'genegeerd negeren negeert negeerden genegeert afgescheept afgepoeierd afgewimpeld minderwaardig tweederangs',
  },
  {
    cue: 'failure',
    value: -0.5,
    weight: 0.55,
    adjectives: 'kapot defect beschadigd gescheurd bedorven onbereikbaar onvindbaar onleesbaar mislukt',
    words:
      'lek lekt lekkage lekke storing stuk gebarsten gecrasht crasht vastgelopen vastloopt foutmelding foutmeldingen kapotte stukke kwijtgeraakt zoekgeraakt wanprestatie hapert haperde vastlopers errors bug',
  },
  {
    cue: null,
    value: -0.6,
    weight: 0.5,
    adjectives:
      'slecht waardeloos matig beroerd belabberd onprofessioneel onbetrouwbaar onvriendelijk traag rommelig smerig vies oneerlijk onveilig knullig incompetent abominabel erbarmelijk dramatisch rampzalig verschrikkelijk vreselijk afschuwelijk onbehoorlijk nutteloos ridicuul',
    nouns: 'ramp puinhoop blunder flop wanprestatie misser',
    words: 'slechtste slechter 👎 💩',
  },
  {
    cue: 'gratitude',
    value: 0.6,
    weight: 0.8,
    adjectives: 'dankbaar erkentelijk',
    verbs: 'bedanken waarderen',
    words: 'dank bedankt dankjewel dankuwel dankje merci thanks thx tnx waardering 🙏 complimenten compliment',
  },
  {
    cue: 'joy',
    value: 0.8,
    weight: 0.7,
    adjectives:
      'blij gelukkig geweldig fantastisch heerlijk prachtig top super schitterend verrukt opgetogen enthousiast dolblij geslaagd perfect uitstekend voortreffelijk fenomenaal machtig magisch onvergetelijk tevreden',
    verbs: 'genieten',
    words:
      'genoten genoot geniet hoera jippie yes supertof superblij toppers topper kei kanjers 😍 🥰 🎉 🥳 🤩 🏆 🎶 🙌',
  },
  {
    cue: null,
    value: 0.45,
    weight: 0.4,
    adjectives:
      'goed fijn leuk mooi vriendelijk snel prima aardig lief netjes behulpzaam keurig handig lekker vlot prettig attent gezellig gastvrij duidelijk tof knap',
    words: 'lieve verrassend complimentje 👍 👏 👌 😀 😃 😄 😊 ❤',
  },
];

/** Words that turn the meaning of an evaluative word shortly after them. */
export const dutchNegators =
  'niet geen niks niets nooit zonder nauwelijks amper allesbehalve nergens niemand noch evenmin verre';

/** Words that strengthen the next evaluative word. */
export const dutchIntensifiers =
  'heel erg zeer echt zo super mega ontzettend enorm verschrikkelijk vreselijk ongelooflijk ontiegelijk absoluut totaal compleet volledig bijzonder uiterst intens helemaal behoorlijk zwaar diep hevig';

/** Words that weaken the next evaluative word. */
export const dutchDampers = 'beetje enigszins lichtelijk ietwat redelijk tamelijk wat best soort';

/** Strong words that only strengthen when a positive word follows ("verschrikkelijk lekker"). */
export const dutchInverters =
  'verschrikkelijk vreselijk belachelijk ongelooflijk gruwelijk absurd bizar idioot waanzinnig ontzettend erg';

/** First and last parts of Dutch compounds that carry the feeling by themselves. */
export const dutchCompoundParts = {
  first: ['klote', 'kut', 'rot', 'wan', 'baal', 'pruts'],
  last: [
    'ellende',
    'drama',
    'gedoe',
    'zooi',
    'nachtmerrie',
    'storing',
    'frustratie',
    'oplichterij',
    'puinhoop',
    'teleurstelling',
  ],
};
