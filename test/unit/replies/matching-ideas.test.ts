import { describe, expect, it } from 'vitest';
import { analyse } from '#shared/emotion/cues.ts';
import { matchingIdeas } from '#shared/replies/matching-ideas.ts';

const allergy = { wish: 'Rekening houden met een allergie', offers: ['De kok maakt een bord zonder noten.'] };
const rebooking = { wish: 'Reservering verzetten', offers: ['Kosteloos verzetten tot een dag ervoor.'] };
const party = { wish: 'Vrijgezellenfeest', offers: ['Een plek vooraan.'] };
const lists = [allergy, rebooking, party];

const fitting = (...customerTexts: string[]) => {
  const wishKeywords = customerTexts.flatMap((text) => analyse(text).wish?.keywords ?? []);
  return matchingIdeas(lists, { wishKeywords, customerTexts });
};

describe('idea lists for a wish', () => {
  it('fit by kin words, wherever the customer put them', () => {
    expect(fitting('Mijn zus is allergisch voor noten. Kan de keuken daar rekening mee houden?')).toEqual([allergy]);
    expect(fitting('Kunnen jullie de reservering alsjeblieft verzetten?')).toEqual([rebooking]);
    expect(fitting('Ik zou graag een vrijgezellenfeest bij jullie willen houden.')).toContain(party);
  });

  it('stay away where one word happens to be shared, and from an empty turn', () => {
    expect(fitting('Waar vind ik de bevestiging van mijn reservering?')).toEqual([]);
    expect(fitting('Waar kan ik parkeren?')).toEqual([]);
    expect(fitting()).toEqual([]);
  });

  it('have words and ideas', () => {
    const useless = [
      { wish: '!?', offers: ['iets'] },
      { wish: 'parkeren', offers: [] },
    ];
    expect(matchingIdeas(useless, { wishKeywords: ['parkeren'], customerTexts: ['parkeren'] })).toEqual([]);
  });
});
