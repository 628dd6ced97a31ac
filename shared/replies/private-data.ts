import type { DraftPlace } from './draft-case.ts';

function isIban(words: string): boolean {
  const compact = words.replaceAll(/\s/g, '').toUpperCase();
  if (compact.length < 15 || compact.length > 34) return false;
  const digits = Array.from(compact.slice(4) + compact.slice(0, 4), (sign) => parseInt(sign, 36)).join('');
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** The eleven test of Dutch citizen service numbers. */
function isBsn(words: string): boolean {
  const digits = Array.from(words.replaceAll(/\D/g, ''), Number);
  if (digits.length !== 9) return false;
  const sum = digits.reduce((total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0 && digits.some((digit) => digit !== 0);
}

type Shape = { readonly pattern: RegExp; readonly holds?: (words: string) => boolean };

// Numbers of the organisation itself (085, 088, 0800, 0900) and its own mailboxes may stand in public.
const shapes: readonly Shape[] = [
  { pattern: /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b/gi, holds: isIban },
  { pattern: /(?:\+31|0031|\b0)[\s-]?6(?:[\s-]?\d){8}\b/g },
  { pattern: /(?:\+44|\b0)[\s-]?7(?:[\s-]?\d){9}\b/g },
  {
    pattern:
      /\b[\w.+-]+@(?:gmail|hotmail|outlook|live|icloud|yahoo|ziggo|kpnmail|xs4all|planet|home|upcmail|me)\.\w{2,4}\b/gi,
  },
  { pattern: /(?<!\d)\d{9}(?!\d)/g, holds: isBsn },
  { pattern: /\b\d{4}\s?(?!SA|SD|SS)[A-Z]{2}\s*,?\s*(?:nr\.?\s*)?\d{1,4}\b/g },
  {
    pattern:
      /\b(?:order|bestel|klant|factuur|polis|contract|lid|relatie|dossier|customer|account|invoice|policy|booking)(?:-?\s?(?:nummer|nr\.?|number|no\.?|id))\s*(?:is|was|:)?\s*#?[A-Z]{0,4}-?\d{4,}\b/gi,
  },
  { pattern: /\b(?:\d{4}[\s-]){3}\d{4}\b/g },
];

/** The first personal detail that stands in a text (account, phone, e-mail, address, citizen or customer number); null when none does. */
export function findPrivateData(text: string): DraftPlace | null {
  if (!/\d|@/.test(text)) return null;
  let first: DraftPlace | null = null;
  for (const { pattern, holds } of shapes) {
    for (const match of text.matchAll(pattern)) {
      if (holds?.(match[0]) === false) continue;
      if (first === null || match.index < first.start)
        first = { start: match.index, end: match.index + match[0].length };
    }
  }
  return first;
}
