import { describe, expect, it } from 'vitest';
import { reportOf } from '#shared/emotion/cue-report.ts';
import { analyse } from '#shared/emotion/cues.ts';

const signsOf = (text: string): string[] =>
  reportOf(analyse(text))
    .cues.map(({ code }) => code as string)
    .filter((code) => code !== 'wish');

describe('what is named without being told of the writer', () => {
  it.each([
    ['hearsay', 'Ik las dat er vorige week een storing was in Emmen. Was dat alleen tv?'],
    ['hearsay', 'A friend said your app crashes a lot. Which version is the latest?'],
    ['a denial', 'Ik heb nergens haast mee hoor, kijk maar wanneer het uitkomt.'],
    ['a denial', 'Nothing wrong with it, I just prefer the larger size.'],
    ['a supposition', 'Als mijn trein uitvalt, krijg ik dan mijn geld terug?'],
    ['a case of anybody', 'Vergoeden jullie fysiotherapie na een hersenschudding?'],
    ['a plain statement', 'Het huisnummer is 12 bis, tweede verdieping.'],
    ['an answer', 'Nee, die heb ik niet nodig.'],
    ['a lawyer by trade', 'Ik ben advocaat en zoek een parkeerabonnement.'],
    ['a rival in a calm question', 'Jullie concurrent heeft een app, hebben jullie die ook?'],
  ])('shows no sign for %s: "%s"', (_, text) => {
    expect(signsOf(text)).toEqual([]);
  });

  it.each([
    ['Er is hier al weken een storing. Is dat normaal?', 'failure'],
    ['Als ik inlog krijg ik een foutmelding.', 'failure'],
    ['Ik kreeg een brief van jullie advocaat, anders ga ik naar de rechter.', 'threat_legal'],
    ['Krijg ik geen antwoord, dan stap ik naar de ombudsman.', 'threat_legal'],
    ['Dit is jullie laatste kans, anders haal ik mijn kinderen eraf.', 'threat_leave'],
    ['Screenshots of this chat are going on Reddit.', 'threat_public'],
  ])('still shows what is told: "%s" shows %s', (text, code) => {
    expect(signsOf(text)).toContain(code);
  });

  it.each([
    'Jullie hebben mijn abonnement opgezegd terwijl ik betaald had.',
    'Opzeggen lukt niet, ik krijg een foutmelding.',
  ])('takes what befell the writer for no threat: "%s"', (text) => {
    expect(signsOf(text).filter((code) => code.startsWith('threat_'))).toEqual([]);
    expect(signsOf(text)).toContain('dissatisfaction');
  });
});
