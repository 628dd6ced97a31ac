import { dutchVerbForms, separatedForms } from './dutch-verb-forms.ts';
import {
  actVerbs,
  answers,
  callVerbs,
  doneForms,
  goods,
  goodsEndings,
  grammar,
  idleParticiples,
  idleVerbs,
  outsiders,
  prepositions,
  staff,
  staffEndings,
  tellVerbs,
} from './dutch-words.data.ts';
import { createWordBook, listed, wordClass } from './word-classes.ts';

const is = wordClass;

function formsOf(infinitives: string): { present: string[]; participles: string[] } {
  const forms = listed(infinitives).map((infinitive) => dutchVerbForms(infinitive));
  return {
    present: forms.flatMap(({ present }) => present),
    participles: forms.flatMap(({ participles }) => participles),
  };
}

const participle =
  /^(?:(?:op|af|uit|na|in|aan|door|over|terug|toe|bij|klaar|vast|mee|om|voor|thuis|recht|weg|los|vrij)?ge[a-z]{3,}(?:d|t|en)|(?:be|ver|her|ont|over|onder)[a-z]{3,}(?:d|t))$/;

/** Whether a word has the shape of a Dutch participle. */
export function looksLikeParticiple(word: string): boolean {
  return participle.test(word);
}

const call = formsOf(callVerbs);
const tell = formsOf(tellVerbs);
const act = formsOf(actVerbs);

const particles =
  'terug op af uit na in aan door over toe bij langs mee om verder klaar weer vrij voor vast kwijt weg stop recht dicht schoon thuis goed neer';

const lists: readonly (readonly [classes: number, words: readonly string[]])[] = [
  [is.self | is.grammar, listed("we wij ik 'k k we'll")],
  [is.staff, listed(staff)],
  [is.outsider, listed(outsiders)],
  [is.customer | is.grammar, listed('je jij jou u jullie')],
  [is.yours | is.grammar, listed('uw jouw je jullie')],
  [is.receive, listed('krijg krijgt krijgen ontvang ontvangt ontvangen krijgje')],
  [is.hear, listed('hoor hoort horen verneem verneemt vernemen')],
  [is.be, listed('is zijn ben bent')],
  [is.have, listed('heb hebt heeft hebben')],
  [is.become, listed('word wordt worden')],
  [is.will, listed('zal zullen zult zul ga gaan gaat')],
  [is.modal, listed('kan kunnen kunt kun mag mogen')],
  [
    is.aim,
    listed(
      'streven streef streeft proberen probeer probeert trachten tracht hopen hoop hoopt verwachten verwacht beloven beloof belooft zorgen zorg zorgt garanderen garandeer zullen zorgdragen dragen beogen',
    ),
  ],
  [is.call, [...call.present, ...call.participles, 'belletje', 'telefoontje', 'nabelletje', 'belafspraak']],
  [
    is.tell,
    [
      ...tell.present,
      ...tell.participles,
      'reagern',
      'antwoordt',
      'beantword',
      'apt',
      'app',
      "app't",
      "sms't",
      "sms'en",
      "dm't",
    ],
  ],
  [is.answer, listed(answers)],
  [is.act, act.present],
  [is.done, [...act.participles, ...call.participles, ...tell.participles, ...listed(doneForms)]],
  [is.idle, [...listed(idleVerbs), ...listed(idleParticiples)]],
  [is.goods, listed(goods)],
  [
    is.arrive,
    listed(
      'staat staan komt komen ligt liggen zit zitten ploft rolt valt vallen volgt volgen gaat arriveert is zijn valt',
    ),
  ],
  [is.grammar, listed(grammar)],
  [is.preposition, listed(prepositions)],
  [is.anyone, listed('zij ze hij die deze')],
  [is.particle, listed(particles)],
  [is.split, listed(`${actVerbs} ${tellVerbs} ${callVerbs}`).flatMap(separatedForms)],
  [
    is.alone,
    listed(
      'uitzoeken uitzoek uitgezocht oppakken oppak terugkomen terugkom terugkoppelen bellen bel belt terugbellen navragen nagaan nakijken toesturen opsturen gebeld teruggebeld opnemen opgenomen terugkoppeling benaderen geinformeerd ingelicht beantwoord benaderd teruggekoppeld',
    ),
  ],
];

const listedWords = createWordBook(lists, () => 0);
const separable =
  /^(?:terug|op|af|uit|na|in|aan|door|over|toe|bij|klaar|mee|om|voor|langs|recht|weg|thuis|rond|erop|eraf)(?=[a-z]{4})/;
const deeds = is.call | is.tell | is.act | is.done;

/** What the end of an unlisted compound tells: "incassoteam", "stornokosten", "langssturen". */
function guessed(word: string): number {
  if (word.length > 6 && staffEndings.test(word)) return is.staff;
  if (word.length > 6 && goodsEndings.test(word)) return is.goods;
  const particle = word.length > 7 ? separable.exec(word)?.[0] : undefined;
  return particle === undefined ? 0 : listedWords.classesOf(word.slice(particle.length)) & deeds;
}

/** Word classes of Dutch, in normalised spelling (lower case, no accents). */
export const dutchWords = createWordBook(lists, guessed);
