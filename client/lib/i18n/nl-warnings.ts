/** Dutch texts of the warnings before deadlines. */
export const nlWarnings = {
  warnings: {
    title: 'Waarschuwingen vooraf',
    intro:
      'Voor elk gekozen moment gaat één waarschuwing uit. Nieuwe momenten gelden voor termijnen die vanaf nu ingaan; wat al loopt, houdt de zijne.',
    hint: 'Een moment dat vóór het begin van de termijn zou vallen, telt niet mee. Past geen enkel moment, dan waarschuwen we in het laatste vijfde van de tijd.',
    subjects: { norm: 'Norm', explicit: 'Belofte met een tijd', vague: 'Vage belofte (zoals “z.s.m.”)' },
    kinds: {
      share: '% van de tijd',
      calendar: 'minuten',
      openHours: 'minuten openingstijd',
    },
    lastFifth: 'in het laatste vijfde van de tijd',
    lastShare: (percent: number) => `in de laatste ${String(percent)} % van de tijd`,
    before: (length: string) => `${length} ervoor`,
    beforeOpen: (length: string) => `${length} openingstijd ervoor`,
    and: ' en ',
    usual: 'zoals gebruikelijk, hooguit vier uur ervoor',
    add: 'Moment toevoegen',
    addTo: (name: string) => `Moment toevoegen: ${name}`,
    amountOf: (name: string, place: number) => `${name}, moment ${String(place)}: aantal`,
    kindOf: (name: string, place: number) => `${name}, moment ${String(place)}: hoe het telt`,
    remove: (name: string, place: number) => `${name}: moment ${String(place)} weghalen`,
    addRules: 'Waarschuwingen voor een kanaal',
  },
};
