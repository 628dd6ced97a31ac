import { beforeAll, describe, expect, it } from 'vitest';
import { minute, openDesk, type Desk } from '#test/server/conversations/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(new Date('2026-03-02T09:00:00Z'));
});

const addMutation = /* GraphQL */ `
  mutation Add($input: CueWordInput!) {
    addCueWord(input: $input) {
      __typename
      ... on InvalidInput {
        field
        message {
          nl
        }
      }
      ... on CueWordsSaved {
        list {
          version
          words {
            id
            phrase
            addedByName
          }
          changes {
            version
            kind
            phrase
            userName
          }
        }
      }
    }
  }
`;
const removeMutation = /* GraphQL */ `
  mutation Remove($id: ID!) {
    removeCueWord(id: $id) {
      __typename
      ... on CueWordsSaved {
        list {
          version
          words {
            id
          }
          changes {
            kind
            userName
          }
        }
      }
    }
  }
`;
const effectQuery = /* GraphQL */ `
  query Effect($input: CueWordChangeInput!, $days: Int) {
    cueWordEffect(input: $input, days: $days) {
      __typename
      ... on InvalidInput {
        field
      }
      ... on CueWordEffect {
        labelled {
          messages
          figures {
            code
            before {
              right
              missed
              recall
            }
            after {
              right
              missed
              recall
              precision
            }
          }
        }
        shipped {
          messages
          figures {
            code
            before {
              right
              wrong
              missed
            }
            after {
              right
              wrong
              missed
            }
          }
        }
        looked
        otherwiseCount
        otherwise {
          message {
            id
          }
          gained {
            code
          }
          lost {
            code
          }
        }
      }
    }
  }
`;

type Figures = { readonly code: string; readonly before: { wrong: number }; readonly after: { wrong: number } };

const add = (code: string, phrase: string, language = 'nl') =>
  desk.does(addMutation, { input: { language, code, phrase } }, desk.user('marit'));
const codesOf = (message: { cues: { code: string }[] }) => message.cues.map(({ code }) => code);

describe('words that a brand adds', () => {
  it('are read in what comes in from then on, with the brand’s own reason, and not in what came before', async () => {
    const before = await desk.writes({ text: 'De kraaienkaart ligt hier op tafel.' });
    expect(codesOf(before)).not.toContain('failure');
    const saved = await add('failure', ' Kraaienkaart ');
    expect(saved).toMatchObject({
      __typename: 'CueWordsSaved',
      list: {
        version: 1,
        words: [{ phrase: 'Kraaienkaart', addedByName: 'Marit Hoekstra' }],
        changes: [{ version: 1, kind: 'added', phrase: 'Kraaienkaart', userName: 'Marit Hoekstra' }],
      },
    });
    const after = await desk.writes({ text: 'Twee kraaienkaarten liggen hier op tafel.' });
    expect(after.cues).toMatchObject([
      { code: 'failure', ruleId: 'brand.nl.failure', spans: [{ text: 'kraaienkaarten' }] },
    ]);
    expect(after.dissatisfied).toBe(true);
    expect(codesOf(await desk.message(before._id))).not.toContain('failure');
    const denied = await desk.writes({ text: 'Ik heb geen kraaienkaart en hoef er ook geen.' });
    expect(codesOf(denied)).not.toContain('failure');

    const [word] = (saved as unknown as { list: { words: { id: string }[] } }).list.words;
    const removed = await desk.does(removeMutation, { id: word?.id }, desk.user('marit'));
    expect(removed).toMatchObject({
      list: { version: 2, words: [], changes: [{ kind: 'removed' }, { kind: 'added' }] },
    });
    expect(codesOf(await desk.writes({ text: 'De kraaienkaart ligt hier op tafel.' }))).not.toContain('failure');
    expect(await desk.does(removeMutation, { id: word?.id }, desk.user('marit'))).toEqual({ __typename: 'NotFound' });
  });

  it.each([
    ['failure', '', 'phrase'],
    ['failure', 'de', 'phrase'],
    ['failure', 'niet de', 'phrase'],
    ['failure', 'kaart.*', 'phrase'],
    ['failure', 'kaart|pas', 'phrase'],
    ['failure', 'fout 404', 'phrase'],
    ['failure', 'x'.repeat(61), 'phrase'],
    ['failure', 'een twee drie vier vijf zes zeven acht negen', 'phrase'],
    ['boosheid', 'kaartje', 'code'],
  ])('are refused in words where they cannot be read: %s, %j', async (code, phrase, field) => {
    expect(await add(code, phrase)).toMatchObject({ __typename: 'InvalidInput', field, message: { nl: /./ } });
  });

  it('are there once, whatever their case and accents, also when two leads add them at once', async () => {
    const answers = await Promise.all([add('money', 'Spaarzegel'), add('money', 'spaarzégel')]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['CueWordsSaved', 'InvalidInput']);
    expect(await add('money', 'SPAARZEGEL')).toMatchObject({ __typename: 'InvalidInput', field: 'phrase' });
    expect(await add('joy', 'spaarzegel')).toMatchObject({ __typename: 'CueWordsSaved' });
    expect(await add('money', 'spaarzegel', 'fr')).toMatchObject({ __typename: 'InvalidInput', field: 'language' });
  });

  it('belong to leads', async () => {
    const input = { language: 'nl', code: 'joy', phrase: 'kraaienpret' };
    await expect(desk.does(addMutation, { input }, desk.user('sanne'))).rejects.toThrow(/FORBIDDEN/u);
  });

  it('tell what they would do before they are saved, on labels, on the shipped set and on recent messages', async () => {
    const message = await desk.writes({ customer: '31622222222', text: 'We zagen gisteren de molenwiek.' });
    expect(codesOf(message)).not.toContain('failure');
    desk.clock.advance(minute);
    await desk.world.modules.cueLabels.judge(
      { brandId: desk.world.brandId, userId: desk.user('sanne').userId, userName: 'Sanne de Vries' },
      { messageId: message._id, code: 'failure', verdict: 'missed', span: null },
    );
    const input = { add: { language: 'nl', code: 'failure', phrase: 'molenwiek' } };
    const effect = await desk.does(effectQuery, { input, days: 7 }, desk.user('marit'));
    expect(effect).toMatchObject({
      __typename: 'CueWordEffect',
      labelled: {
        messages: 1,
        figures: [{ code: 'failure', before: { right: 0, missed: 1, recall: 0 }, after: { right: 1, recall: 1 } }],
      },
      otherwiseCount: 1,
      otherwise: [{ message: { id: message._id }, gained: [{ code: 'failure' }], lost: [] }],
    });
    const { shipped } = effect as unknown as { shipped: { figures: { before: object; after: object }[] } };
    for (const { before, after } of shipped.figures) expect(after).toEqual(before);
    // A word that stands in neutral messages shows there at once.
    const wide = { add: { language: 'nl', code: 'anger', phrase: 'honden' } };
    const harm = await desk.does(effectQuery, { input: wide }, desk.user('marit'));
    const { figures } = (harm as unknown as { shipped: { figures: Figures[] } }).shipped;
    expect(figures[0]?.code).toBe('anger');
    expect(figures[0]?.after.wrong).toBe((figures[0]?.before.wrong ?? 0) + 1);
    expect(
      (await desk.world.modules.cueWords.list(desk.world.brandId)).words.map(({ phrase }) => phrase),
    ).not.toContain('molenwiek');
    for (const wrong of [{}, { ...input, removeId: 'x' }]) {
      expect(await desk.does(effectQuery, { input: wrong }, desk.user('marit'))).toMatchObject({
        __typename: 'InvalidInput',
      });
    }
    expect(await desk.does(effectQuery, { input, days: 61 }, desk.user('marit'))).toMatchObject({ field: 'days' });
    expect(await desk.does(effectQuery, { input: { removeId: 'x' } }, desk.user('marit'))).toEqual({
      __typename: 'NotFound',
    });
  });
});
