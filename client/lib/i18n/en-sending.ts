import type { nlSending } from './nl-sending.ts';

/** English texts of files, templates and private answers. */
export const enSending: typeof nlSending = {
  attach: {
    add: 'Add a file',
    choose: 'Choose files',
    list: 'Files with your reply',
    limits: (channel: string, limits: string) => `${channel}: ${limits}. You can also paste or drop.`,
    sending: 'being handed over…',
    ready: 'ready to go along',
    remove: (name: string) => `Remove ${name}`,
    empty: (name: string) => `${name} is empty or cannot go along here.`,
    wrongKind: (name: string, limits: string) => `${name} cannot go along here. You can send ${limits}.`,
    tooLarge: (name: string, size: string, most: string) => `${name} is too large: ${size}, at most ${most}.`,
    failed: (name: string) => `${name} could not be handed over. Remove it and try again.`,
    download: (name: string) => `Download ${name}`,
  },
  place: {
    title: 'Where do you reply?',
    public: 'In public',
    private: 'In private',
    publicHint: 'Everybody can read your reply.',
    privateHint: 'Only the customer reads this. It counts as an answer to the public post.',
    until: (moment: string) => `In private until ${moment}.`,
    privateReply: 'answered in private',
    linked: { private: 'Goes on in private', public: 'Belongs to a public post' },
  },
  template: {
    title: 'Reopen the conversation with a template',
    choose: 'Choose an approved template…',
    none: 'There are no templates to use',
    refresh: 'Refresh the list',
    variable: (name: string) => (/^\d+$/u.test(name) ? `Open place ${name}` : name.replaceAll('_', ' ')),
    preview: 'This is what the customer reads',
    send: 'Send template',
  },
};
