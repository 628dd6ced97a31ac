import type { Dictionary } from './nl.ts';

/** English texts of what people do about promises. */
export const enPromises: Pick<Dictionary, 'promiseWork' | 'labels'> = {
  promiseWork: {
    by: 'Promised by',
    promisers: {
      ownAutoReply: 'our automatic reply',
      instantReply: 'an instant reply of the platform',
      bot: 'a bot',
      agent: 'a colleague here',
      outsideAgent: 'a colleague elsewhere',
      unknown: 'unknown, sent elsewhere',
    },
    corrected: 'corrected by a colleague',
    keptByAct: 'Done, says a colleague or a logged call.',
    chased: (n) => (n === 1 ? 'The customer asked for it once.' : `The customer asked for it ${String(n)} times.`),
    elsewhere: (n) =>
      n === 1
        ? 'The customer came back once by another way.'
        : `The customer came back ${String(n)} times by another way.`,
    chases: (words) => `asks for “${words}”`,
    done: 'Kept',
    doneAt: 'When?',
    doneEarlier: 'Done earlier…',
    noPromise: 'No promise',
    change: 'Otherwise…',
    add: 'Add a promise',
    addHint: 'Select below the words that promise something.',
    words: 'Words of the promise',
    chosen: (words) => `Chosen: “${words}”`,
    nothingChosen: 'Select the words first.',
    deadline: 'Deadline',
    deadlineNeeded: 'Choose a deadline.',
    kind: 'Kind',
    act: 'What is promised',
    saved: 'The promise was changed.',
  },
  labels: {
    title: 'Corrections',
    intro: 'What colleagues corrected in how promises were read. It makes the reader better.',
    empty: 'Nothing was corrected yet.',
    verdicts: { noPromise: 'no promise', changed: 'otherwise', added: 'added' },
    reader: 'The reader',
    person: 'The colleague',
    nothing: 'nothing',
    open: 'To the conversation',
    export: 'Download as JSON lines',
    exportHint: 'Names, addresses and numbers were made unreadable.',
  },
};
