import { describe, expect, it } from 'vitest';
import { channelTroubleAlert } from '#server/modules/alerts/index.ts';
import { alertText } from '#server/modules/alerts/alert-texts.ts';

const trouble = { brandId: 'b', accountId: 'a', accountName: 'Fietsenwinkel: Zuid', since: new Date(0) };
const textOf = (code: string): string => alertText(channelTroubleAlert({ ...trouble, code })).nl;

describe('the alert of a channel account', () => {
  it('says in words what is worrying, and names a platform’s own code as it is', () => {
    expect(textOf('silence')).toBe('Fietsenwinkel: Zuid: er komt langer niets binnen dan gewoonlijk op dit uur.');
    expect(textOf('subscription')).toContain('neem het abonnement opnieuw');
    expect(textOf('190')).toBe('Een kanaal werkt niet (Fietsenwinkel: Zuid: 190).');
  });
});
