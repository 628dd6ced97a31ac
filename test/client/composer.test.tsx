import { systemClock } from '#server/clock.ts';
import { defaultOpeningHours } from '#shared/time/opening-hours.ts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { Composer } from '#client/features/composer/Composer.tsx';
import { openSlotsOf } from '#client/features/composer/draft-findings.ts';
import { renderScreen } from './support/render-screen.tsx';

const text = (words: string) => ({ nl: words, en: words });

const basis = {
  language: 'nl',
  customerTexts: ['Ik wacht nog steeds op antwoord. Mag ik mijn kaartje omruilen voor zaterdag?'],
  cues: [],
  wish: null,
  wishKeywords: [],
  waitedMs: 3 * 86_400_000,
  late: true,
  promiseState: 'missed',
  contactMoments: 2,
  vagueMaxMs: 86_400_000,
  hours: { ...defaultOpeningHours, openings: [], holidayChoices: [] },
  recentReplies: [],
  customerName: 'Roos',
  repliesToCustomer: [],
  allowedHosts: [],
  advice: null,
};

const conversation = {
  id: 'c1',
  state: 'open',
  visibility: 'private',
  account: { id: 'a1', channel: { name: 'messenger', label: 'Messenger' } },
  replyWindow: { open: true, closesAt: null, reason: null, maxLength: 2000 },
  draftBasis: basis,
  suggestedReplies: [
    {
      templateId: 't1',
      title: text('Excuus en antwoord'),
      text: 'Dag Roos, sorry dat je wachtte. Door [reden] bleef je bericht liggen.',
      why: text('De belofte is gemist.'),
      openSlots: ['reden'],
    },
  ],
};

const noApology = 'Dag Roos, je mag je kaartje omruilen voor zaterdag: dat kan bij de kassa. Groet, Sanne';

type SendReply = (args: { input: { clientId: string; text: string; lastSeenMessageId: string | null } }) => unknown;

const stored: SendReply = ({ input }) => ({
  __typename: 'SendReplySuccess',
  message: { id: 'm9', text: input.text },
});

function renderComposer(sendReply: SendReply = stored, change: object = {}, offerIdeas: object[] = []) {
  return renderScreen(<Composer conversationId="c1" lastSeenMessageId="m1" />, {
    conversation: { ...conversation, ...change },
    sendReply,
    offerIdeas,
  });
}

async function write(words: string) {
  const user = userEvent.setup();
  const field = await screen.findByLabelText('Je antwoord');
  await user.click(field);
  await user.paste(words);
  return { user, field };
}

async function acceptAll(user: ReturnType<typeof userEvent.setup>) {
  for (const box of await screen.findAllByRole('checkbox', { name: 'Toch zo versturen' })) await user.click(box);
  await user.type(await screen.findByLabelText(/Waarom mag dit zo weg/), 'Zo afgesproken');
}

function inputsOf(sent: ReturnType<typeof renderComposer>['sent']) {
  return sent
    .filter((request) => request.operationName === 'Composer_sendReply')
    .map((request) => request.variables.input as Record<string, unknown>);
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('the composer', () => {
  test('an error of the shared check stops the reply until it is accepted on purpose', async () => {
    const { sent } = renderComposer();
    const { user } = await write(noApology);
    const findings = await screen.findByRole('list', { name: 'Tekstcontrole' });
    expect(findings.querySelector('[data-code="late_no_apology"]')).not.toBeNull();
    expect(screen.getByRole('button', { name: 'Versturen' })).toHaveProperty('disabled', true);

    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(inputsOf(sent)).toEqual([]);

    await acceptAll(user);
    await user.click(screen.getByRole('button', { name: 'Toch versturen' }));
    await waitFor(() => {
      expect(inputsOf(sent)).toHaveLength(1);
    });
    expect(inputsOf(sent)[0]).toMatchObject({ text: noApology, lastSeenMessageId: 'm1', conversationId: 'c1' });
    expect(inputsOf(sent)[0]?.acceptedFindings).toContain('late_no_apology');
  });

  test('a promise shorter than what was kept lately is pointed at, with the moment that is honest', async () => {
    const honestAt = new Date(systemClock.now().getTime() + 40 * 86_400_000).toISOString();
    renderComposer(stored, { draftBasis: { ...basis, advice: { honestAt, keptShare: 0.9 } } });
    await write('Sorry dat je wachtte, Roos. Ik bel je binnen een uur over het omruilen. Groet, Sanne');
    const findings = await screen.findByRole('list', { name: 'Tekstcontrole' });
    const finding = findings.querySelector('[data-code="promise_too_early"]');
    expect(finding?.textContent).toContain('dat hield de afgelopen tijd 90 % van de gevallen');
  });

  test('a double click sends one reply, and success empties the field and takes a new id', async () => {
    const { sent } = renderComposer();
    const { user, field } = await write(noApology);
    await acceptAll(user);
    await user.dblClick(screen.getByRole('button', { name: 'Toch versturen' }));
    await waitFor(() => {
      expect(field).toHaveProperty('value', '');
    });
    await user.click(field);
    await user.paste(noApology);
    await acceptAll(user);
    await user.click(screen.getByRole('button', { name: 'Toch versturen' }));
    await waitFor(() => {
      expect(inputsOf(sent)).toHaveLength(2);
    });
    const [first, second] = inputsOf(sent);
    expect(first?.clientId).not.toBe(second?.clientId);
  });

  test('a fault keeps the text and the id, also over a reload, so that a second try is no second reply', async () => {
    const fail: SendReply = () => {
      throw new Error('lost');
    };
    const firstTry = renderComposer(fail);
    const { user } = await write(noApology);
    await acceptAll(user);
    await user.click(screen.getByRole('button', { name: 'Toch versturen' }));
    expect(await screen.findByText(/nooit een dubbel antwoord/u)).toBeDefined();
    firstTry.unmount();

    const secondTry = renderComposer();
    const field = await screen.findByLabelText('Je antwoord');
    expect(field).toHaveProperty('value', noApology);
    await acceptAll(user);
    await user.click(screen.getByRole('button', { name: 'Toch versturen' }));
    await waitFor(() => {
      expect(inputsOf(secondTry.sent)).toHaveLength(1);
    });
    expect(inputsOf(secondTry.sent)[0]?.clientId).toBe(inputsOf(firstTry.sent)[0]?.clientId);
  });

  test('what the customer wrote meanwhile is shown, and asks before sending', async () => {
    const { sent } = renderComposer((args) =>
      args.input.lastSeenMessageId === 'm2'
        ? stored(args)
        : {
            __typename: 'CustomerWroteMeanwhile',
            message: text('x'),
            newMessages: [{ id: 'm2', text: 'Laat maar.', sentAt: '2026-01-01T10:00:00.000Z' }],
          },
    );
    const { user, field } = await write(noApology);
    await acceptAll(user);
    await user.click(screen.getByRole('button', { name: 'Toch versturen' }));
    expect(await screen.findByText('Laat maar.')).toBeDefined();
    expect(field).toHaveProperty('value', noApology);
    await user.click(screen.getByRole('button', { name: 'Gelezen, toch zo versturen' }));
    await waitFor(() => {
      expect(field).toHaveProperty('value', '');
    });
    expect(inputsOf(sent).map((input) => input.lastSeenMessageId)).toEqual(['m1', 'm2']);
  });

  test.each(['ReplyNotAllowed', 'NotFound', 'InvalidInput'])('%s is told and keeps the text', async (typename) => {
    renderComposer(() => ({ __typename: typename, message: text('Dit mag nu niet.'), field: null }));
    const { user, field } = await write(noApology);
    await acceptAll(user);
    await user.click(screen.getByRole('button', { name: 'Toch versturen' }));
    expect(await screen.findByText('Dit mag nu niet.')).toBeDefined();
    expect(field).toHaveProperty('value', noApology);
  });

  test('a finding only the server has is shown and can be accepted', async () => {
    const finding = {
      code: 'only_server',
      level: 'error',
      start: null,
      end: null,
      message: text('Alleen hier.'),
      suggestion: null,
    };
    const { sent } = renderComposer(() => ({
      __typename: 'DraftStopped',
      message: text('Gestopt.'),
      findings: [finding],
    }));
    const { user } = await write(noApology);
    await acceptAll(user);
    await user.click(screen.getByRole('button', { name: 'Toch versturen' }));
    expect(await screen.findByText('Alleen hier.')).toBeDefined();
    await acceptAllUnticked(user);
    await user.click(screen.getByRole('button', { name: 'Toch versturen' }));
    await waitFor(() => {
      expect(inputsOf(sent)).toHaveLength(2);
    });
    expect(inputsOf(sent)[1]?.acceptedFindings).toContain('only_server');
  });

  test('a closed window locks the field and says why', async () => {
    renderComposer(stored, {
      replyWindow: { open: false, closesAt: null, reason: text('Na 24 uur mag dit niet meer.'), maxLength: 2000 },
    });
    expect(await screen.findByLabelText('Je antwoord')).toHaveProperty('disabled', true);
    expect(screen.getByText('Na 24 uur mag dit niet meer.')).toBeDefined();
  });

  test('counts a link on X as 23 and stops what is too long', async () => {
    renderComposer(stored, {
      visibility: 'public',
      account: { id: 'a3', channel: { name: 'x', label: 'X' } },
      replyWindow: { open: true, closesAt: null, reason: null, maxLength: 30 },
    });
    await write('Zie https://voorbeeld.example/een/heel/lang/adres');
    expect(await screen.findByText('27 van 30 tekens')).toBeDefined();
    await write(' en nog iets erbij');
    expect(await screen.findByText(/te veel/u)).toBeDefined();
    expect(screen.getByRole('button', { name: /ersturen/u })).toHaveProperty('disabled', true);
  });

  test('inserting a suggestion selects its open slot, so that typing fills it in', async () => {
    renderComposer();
    const { user, field } = await write('Eigen begin');
    await user.click(screen.getByText('Voorstellen voor je antwoord'));
    await user.click(screen.getByRole('button', { name: 'Voorstel invoegen: Excuus en antwoord' }));
    await waitFor(() => {
      expect(document.activeElement).toBe(field);
    });
    await user.keyboard('een storing');
    expect(field).toHaveProperty('value', 'Dag Roos, sorry dat je wachtte. Door een storing bleef je bericht liggen.');
    await user.click(screen.getByRole('button', { name: 'Mijn eigen tekst terug' }));
    expect(field).toHaveProperty('value', 'Eigen begin');
  });
});

async function acceptAllUnticked(user: ReturnType<typeof userEvent.setup>) {
  for (const box of screen.getAllByRole('checkbox', { name: 'Toch zo versturen' })) {
    if (box instanceof HTMLInputElement && !box.checked) await user.click(box);
  }
}

describe('open slots', () => {
  test('are the places in square brackets on one line', () => {
    expect(openSlotsOf('Door [reden] en [wat\nniet] tot [dag].').map((slot) => slot.name)).toEqual(['reden', 'dag']);
  });
});

describe('ideas for the wish', () => {
  const offerIdeas = [
    {
      id: 'i1',
      wish: 'Kaartje omruilen',
      offers: ['Omruilen kan tot een uur van tevoren.', 'Je krijgt een tegoedbon.'],
    },
    { id: 'i2', wish: 'Rondleiding voor scholen', offers: ['Een gids op maandag.'] },
  ];

  test('are shown where a list fits, reached by Alt+I, and added where the cursor is', async () => {
    const user = userEvent.setup();
    renderComposer(stored, {}, offerIdeas);
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox');
    await user.type(field, 'Dag Roos,');
    const idea = await screen.findByRole('button', { name: /^Toevoegen.*Omruilen kan tot/u });
    expect(screen.queryByText(/gids op maandag/u)).toBeNull();
    fireEvent.keyDown(field, { code: 'KeyI', altKey: true });
    expect(document.activeElement).toBe(idea);
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(field.value).toBe('Dag Roos, Omruilen kan tot een uur van tevoren.');
      expect(document.activeElement).toBe(field);
    });
  });
});
