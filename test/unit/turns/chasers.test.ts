import { describe, expect, it } from 'vitest';
import { isChaser } from '#shared/turns/chasers.ts';

const chasing = [
  'hallo?',
  'Hallo??',
  '??',
  '???',
  '!!',
  'nog steeds niets',
  'Nog steeds niks gehoord...',
  'any update?',
  'Any news on this?',
  'Is er al nieuws?',
  'Hoe staat het ermee?',
  'En?',
  'Is daar iemand?',
  'anyone there?',
  'Hello? Is anyone there?',
  'still waiting',
  'Ik wacht nog steeds op antwoord.',
  'Ik heb nog niets van jullie gehoord.',
  'Wanneer krijg ik antwoord?',
  'When will I hear from you?',
  'Jullie zouden vandaag terugbellen',
  'I still have not heard anything from you guys',
  'Kunnen jullie reageren?',
];
const notChasing = [
  'Hallo, waar kan ik parkeren?',
  'Hoi! Zijn er nog kaarten voor zaterdag?',
  'Bedankt!',
  'Oké, tot morgen.',
  'Mijn tas is gestolen op het terrein, wat nu?',
  'Hello, do you sell day tickets?',
  '👍',
  'Ik wil graag een update van mijn abonnement naar premium.',
  'Wat is er nieuw dit jaar?',
  'Nog een vraag: mag mijn hond mee?',
  'Still love your festival!',
  '',
];

describe('chasers', () => {
  it.each(chasing)('%s asks where the answer stays', (text) => {
    expect(isChaser(text)).toBe(true);
  });

  it.each(notChasing)('%s has a matter of its own', (text) => {
    expect(isChaser(text)).toBe(false);
  });

  it('leaves long complaints to the cues', () => {
    const long = `Ik heb nog niets gehoord. ${'Wij staan hier met zijn allen te wachten bij de ingang. '.repeat(12)}`;
    expect(isChaser(long)).toBe(false);
  });
});
