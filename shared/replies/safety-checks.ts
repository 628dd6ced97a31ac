import { plainForm } from '../emotion/tokens.ts';
import type { DraftCheck, DraftPlace } from './draft-case.ts';
import type { DraftContext } from './draft-model.ts';
import { nearestLikeness } from './likeness.ts';
import { findPrivateData } from './private-data.ts';

const privateDataPublic: DraftCheck = ({ reading, context }) => {
  if (context.visibility !== 'public') return [];
  const given = findPrivateData(reading.text);
  if (given !== null) return [{ code: 'private_data_public', at: given }];
  if (reading.kinds.some((kinds) => kinds.has('privately'))) return [];
  const asked = reading.phrases.find(({ kind }) => kind === 'askData');
  return asked === undefined ? [] : [{ code: 'private_data_public', at: { start: asked.start, end: asked.end } }];
};

const greeting =
  /^\W*(?:hoi|hallo|hey|hee|hi|hello|dag|beste|dear|geachte|lieve|goede?(?:morgen|middag|navond|ndag)|good (?:morning|afternoon|evening))[ ,]+(?:(?:heer|mevrouw|meneer|mevr?\.?|dhr\.?|mr\.?|mrs\.?|ms\.?|de heer)\s+)*((?:(?:van|de|der|den|ter|ten|el|al|'t)\s+)*\p{Lu}[\p{L}'’-]+)/iu;
const nobody = new Set(
  'klant allemaal allen team iedereen mensen lezer reiziger bewoner ouders heer mevrouw meneer customer all everyone there sir madam friend guest daar je u er voor wat leuk dank bedankt sorry excuses thanks thank what so'.split(
    ' ',
  ),
);
const signature =
  /(?:groet(?:en|jes)?|gr\.?|mvg|liefs|xx|hartelijke groet|vriendelijke groet(?:en)?|regards|thanks|thank you|cheers|wishes|best|sincerely)[ ,.!\n]+(?:van )?(\p{Lu}[\p{L}'’-]+(?: (?:(?:van|de|der|den) )*\p{Lu}[\p{L}'’-]+)?)\W*$/u;

function knownNames({ customerName, customerTexts }: DraftContext): string[] {
  if (customerName !== null && customerName.trim() !== '') return customerName.trim().split(/\s+/);
  const signed = customerTexts.map((text) => signature.exec(text.trim())?.[1]).find((name) => name !== undefined);
  const lowered = customerTexts.map(
    (text) => /(?:mvg|groet(?:en|jes)?)[ ,.]+(\p{Lu}.{1,30})$/iu.exec(text.trim())?.[1],
  );
  return (signed ?? lowered.find((name) => name !== undefined) ?? '').split(/\s+/).filter((part) => part !== '');
}

function sameName(a: string, b: string): boolean {
  const [one, two] = [plainForm(a), plainForm(b)];
  return one === two || (one.length >= 3 && two.length >= 3 && (one.startsWith(two.slice(0, 3)) || two === one));
}

/** The name that a draft greets with, and where it stands; null when it greets nobody by name. */
export function greetedName(text: string): (DraftPlace & { readonly name: string }) | null {
  const match = greeting.exec(text);
  const used = match?.[1];
  if (match === null || used === undefined) return null;
  const last = used.split(/\s+/).at(-1) ?? used;
  // The pattern ignores case for the greeting, so a name must be checked for its capital here.
  if (!/^\p{Lu}/u.test(last) || nobody.has(last.toLowerCase())) return null;
  const start = match.index + match[0].length - used.length;
  return { name: last, start, end: start + used.length };
}

const wrongName: DraftCheck = ({ reading, context }) => {
  const known = knownNames(context);
  if (known.length === 0) return [];
  const used = greetedName(reading.text);
  if (used === null || known.some((name) => sameName(name, used.name))) return [];
  const { start, end } = used;
  const suggestion = { nl: `Deze klant heet ${known.join(' ')}.`, en: `This customer is called ${known.join(' ')}.` };
  return [{ code: 'wrong_name', at: { start, end }, suggestion }];
};

const tooLong: DraftCheck = ({ reading, context }) => {
  const { maxLength } = context;
  if (maxLength === null || reading.text.length <= maxLength) return [];
  return [{ code: 'too_long', at: { start: maxLength, end: reading.text.length } }];
};

const openSlot: DraftCheck = ({ reading }) => {
  const slot = /\[[\p{L} ]{2,60}\]|\{\{?[\p{L}_ ]{2,40}\}?\}|<(?:naam|name|datum|date|klant|customer)>|\bX{3,}\b/u.exec(
    reading.text,
  );
  return slot === null ? [] : [{ code: 'open_slot', at: { start: slot.index, end: slot.index + slot[0].length } }];
};

const enoughWords = 8;
const nearlySame = 0.9;
const muchAlike = 0.8;

const copies: DraftCheck = ({ reading, context }) => {
  const toCustomer = nearestLikeness(reading.text, context.repliesToCustomer ?? [], enoughWords);
  if (toCustomer >= muchAlike) return [{ code: 'near_copy', at: null }];
  const toOthers = nearestLikeness(reading.text, context.recentReplies, enoughWords);
  return toOthers >= nearlySame ? [{ code: 'boilerplate', at: null }] : [];
};

/** Checks of what must not go out at all, and of copies. */
export const safetyChecks: readonly DraftCheck[] = [privateDataPublic, wrongName, tooLong, openSlot, copies];
