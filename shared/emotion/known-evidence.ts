import type { AnalysisContext } from './cue-model.ts';
import type { Evidence } from './evidence.ts';

const hourMs = 3_600_000;
// The field's outer norm for social media is an answer within a day.
const longWaitMs = 24 * hourMs;
const manyContacts = 3;

/** Cues that our own clocks and counters prove, whatever the words say; they have no span. */
export function knownEvidence({
  waitedMs = 0,
  contactMoments = 0,
  missedPromise = false,
}: AnalysisContext): Evidence[] {
  const known: Evidence[] = [];
  if (waitedMs >= longWaitMs) {
    const hours = Math.round(waitedMs / hourMs);
    const why = {
      nl: `wacht al ${String(hours)} uur volgens onze klok`,
      en: `has waited ${String(hours)} hours by our clock`,
    };
    known.push({ code: 'waiting', weight: 0.9, span: null, ruleId: 'known.waited', why });
  }
  if (contactMoments >= manyContacts) {
    const times = String(contactMoments);
    const why = { nl: `zocht al ${times} keer contact`, en: `made contact ${times} times` };
    known.push({ code: 'repeat_contact', weight: 0.9, span: null, ruleId: 'known.contacts', why });
  }
  if (missedPromise) {
    const why = { nl: 'wij misten een belofte aan deze klant', en: 'we missed a promise to this customer' };
    known.push({ code: 'promise_broken', weight: 0.95, span: null, ruleId: 'known.missed_promise', why });
  }
  return known;
}
