/** Nothing a platform sends is nested deeper; a deeper body would overflow the stack of whoever serialises it again. */
const maxDepth = 64;

/** The shortest run of digits that can lie beyond 2^53, where a float starts to change ids. */
const longIntegerDigits = 16;

const quote = 0x22;
const backslash = 0x5c;
const minus = 0x2d;
const zero = 0x30;
const nine = 0x39;

const decoder = new TextDecoder('utf-8');

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}

/** Index just after the string that opens at `start`; the text's length when it never closes. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === quote) return index + 1;
    index += code === backslash ? 2 : 1;
  }
  return text.length;
}

/** Index just after the number that starts at `start`. */
function endOfNumber(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && /[0-9.eE+-]/.test(text.charAt(index))) index += 1;
  return index;
}

function isLongInteger(token: string): boolean {
  const digits = token.startsWith('-') ? token.slice(1) : token;
  return digits.length >= longIntegerDigits && /^[1-9][0-9]*$/.test(digits);
}

/** Puts long integers outside strings between quotes; null when the text is nested too deeply. */
function quoteLongIntegers(text: string): string | null {
  const pieces: string[] = [];
  let copied = 0;
  let depth = 0;
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === quote) {
      index = endOfString(text, index);
    } else if (code === minus || isDigit(code)) {
      const end = endOfNumber(text, index);
      const token = text.slice(index, end);
      if (isLongInteger(token)) {
        pieces.push(text.slice(copied, index), '"', token, '"');
        copied = end;
      }
      index = end;
    } else {
      if (code === 0x7b || code === 0x5b) depth += 1;
      if (code === 0x7d || code === 0x5d) depth -= 1;
      if (depth > maxDepth) return null;
      index += 1;
    }
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(copied);
}

/**
 * Reads JSON without ever passing an id through a float: integers of 16 and more digits come back as strings of their digits.
 * Node 20's JSON.parse cannot show a reviver the source text, hence the pass before it.
 * Returns `{ ok: false }` for text that is no JSON or is nested deeper than 64; never throws.
 */
export function parseLosslessJson(body: Uint8Array | string): { readonly ok: boolean; readonly value: unknown } {
  const text = typeof body === 'string' ? body : decoder.decode(body);
  const prepared = quoteLongIntegers(text);
  if (prepared === null) return { ok: false, value: undefined };
  try {
    const value: unknown = JSON.parse(prepared);
    return { ok: true, value };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, value: undefined };
    throw error;
  }
}
