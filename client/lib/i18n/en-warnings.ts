import type { Dictionary } from './nl.ts';

/** English texts of the warnings before deadlines. */
export const enWarnings: Pick<Dictionary, 'warnings'> = {
  warnings: {
    title: 'Warnings beforehand',
    intro:
      'One warning goes out at each chosen moment. New moments hold for deadlines set from now on; what is already running keeps its own.',
    hint: 'A moment that would fall before the deadline was set does not count. If none fits, we warn in the last fifth of the time.',
    subjects: { norm: 'Norm', explicit: 'Promise with a time', vague: 'Vague promise (such as “asap”)' },
    kinds: { share: '% of the time', calendar: 'minutes', openHours: 'minutes of opening time' },
    lastFifth: 'in the last fifth of the time',
    lastShare: (percent) => `in the last ${String(percent)}% of the time`,
    before: (length) => `${length} before`,
    beforeOpen: (length) => `${length} of opening time before`,
    and: ' and ',
    usual: 'as usual, at most four hours before',
    add: 'Add a moment',
    addTo: (name) => `Add a moment: ${name}`,
    amountOf: (name, place) => `${name}, moment ${String(place)}: amount`,
    kindOf: (name, place) => `${name}, moment ${String(place)}: how it counts`,
    remove: (name, place) => `${name}: remove moment ${String(place)}`,
    addRules: 'Warnings for one channel',
  },
};
