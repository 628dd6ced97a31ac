import type { CueCode } from '#shared/emotion/cue-model.ts';

/** What people of the demo think of a message that holds `phrase`: signs that are there and signs that are not. */
export type DemoJudgement = {
  readonly phrase: string;
  readonly by: 'sanne@demo.nl' | 'youssef@demo.nl';
  readonly there: readonly CueCode[];
  readonly notThere: readonly CueCode[];
};

/** Judgements on texts of the demo's stories; whichever were not told are passed over. */
export const demoJudgements: readonly DemoJudgement[] = [
  { phrase: 'Er is dubbel afgeschreven', by: 'sanne@demo.nl', there: ['money'], notThere: ['anger'] },
  { phrase: 'allergisch voor noten', by: 'sanne@demo.nl', there: ['worry', 'sensitive_data'], notThere: ['failure'] },
  { phrase: 'in het ziekenhuis opgenomen', by: 'youssef@demo.nl', there: ['urgency', 'worry'], notThere: ['failure'] },
  { phrase: 'nog steeds niks gehoord', by: 'youssef@demo.nl', there: ['waiting', 'promise_broken'], notThere: [] },
  { phrase: 'Heel authentiek', by: 'youssef@demo.nl', there: ['sarcasm', 'disappointment'], notThere: ['gratitude'] },
  { phrase: 'de koffie is al op', by: 'sanne@demo.nl', there: ['sarcasm'], notThere: ['joy', 'gratitude'] },
  { phrase: 'website plat', by: 'sanne@demo.nl', there: ['sarcasm', 'failure'], notThere: [] },
  { phrase: 'knuffelkonijn', by: 'sanne@demo.nl', there: ['sadness'], notThere: ['failure'] },
  { phrase: 'trouwring verloren', by: 'youssef@demo.nl', there: ['worry', 'sadness'], notThere: [] },
  { phrase: 'Poortje ging niet open', by: 'youssef@demo.nl', there: ['failure', 'anger'], notThere: [] },
  { phrase: 'van het kastje naar de muur', by: 'sanne@demo.nl', there: ['pillar_to_post', 'money'], notThere: ['joy'] },
  { phrase: 'per ongeluk kaarten', by: 'sanne@demo.nl', there: [], notThere: ['failure', 'safety', 'worry'] },
  {
    phrase: 'de helft van de huisjes dicht',
    by: 'youssef@demo.nl',
    there: ['disappointment', 'failure'],
    notThere: [],
  },
  { phrase: 'een half uur te zoeken', by: 'sanne@demo.nl', there: ['frustration'], notThere: ['waiting'] },
];
