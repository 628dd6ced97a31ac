/** Dutch texts of what people do about promises: correct readings, note what was done, see who came back. */
export const nlPromises = {
  promiseWork: {
    by: 'Beloofd door',
    promisers: {
      ownAutoReply: 'ons automatische antwoord',
      instantReply: 'direct antwoord van het platform',
      bot: 'een bot',
      agent: 'een collega hier',
      outsideAgent: 'een collega elders',
      unknown: 'onbekend, elders verstuurd',
    },
    corrected: 'verbeterd door een collega',
    keptByAct: 'Gedaan, zegt een collega of een gelogd gesprek.',
    chased: (n: number) => (n === 1 ? 'De klant vroeg er één keer naar.' : `De klant vroeg er ${String(n)} keer naar.`),
    elsewhere: (n: number) =>
      n === 1
        ? 'De klant kwam één keer langs een andere weg.'
        : `De klant kwam ${String(n)} keer langs een andere weg.`,
    chases: (words: string) => `vraagt naar “${words}”`,
    done: 'Nagekomen',
    doneAt: 'Wanneer?',
    doneEarlier: 'Eerder gedaan…',
    noPromise: 'Geen belofte',
    change: 'Anders…',
    add: 'Belofte toevoegen',
    addHint: 'Selecteer hieronder de woorden die iets beloven.',
    words: 'Woorden van de belofte',
    chosen: (words: string) => `Gekozen: “${words}”`,
    nothingChosen: 'Selecteer eerst de woorden.',
    deadline: 'Termijn',
    deadlineNeeded: 'Kies een termijn.',
    kind: 'Soort',
    act: 'Wat is beloofd',
    saved: 'De belofte is aangepast.',
  },
  labels: {
    title: 'Verbeteringen',
    intro: 'Wat collega’s aan de lezing van beloften verbeterden. Hiermee wordt de lezer beter.',
    empty: 'Er is nog niets verbeterd.',
    verdicts: { noPromise: 'geen belofte', changed: 'anders', added: 'toegevoegd' },
    reader: 'De lezer',
    person: 'De collega',
    nothing: 'niets',
    open: 'Naar het gesprek',
    export: 'Downloaden als JSON-regels',
    exportHint: 'Namen, adressen en nummers zijn onleesbaar gemaakt.',
  },
};
