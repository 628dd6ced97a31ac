import type { SimulatedAccount } from '#server/channels/simulator/index.ts';
import { demoTemplates } from './demo-templates.data.ts';

/** The demo brand: an invented open-air museum with a festival; its accounts live on the played platforms. */
export const demoBrand = { name: 'Openluchtpark De Kraaienhof', timeZone: 'Europe/Amsterdam' } as const;

/** Accounts of the demo brand on the played platforms. Tokens are invented and open nothing. */
export const demoAccounts = {
  messenger: {
    channel: 'messenger',
    externalId: '100064512345678',
    accessToken: 'demo-messenger-token',
    name: 'De Kraaienhof (Facebook)',
    handle: 'dekraaienhof',
  },
  whatsapp: {
    channel: 'whatsapp',
    externalId: '106540352242922',
    accessToken: 'demo-whatsapp-token',
    name: 'De Kraaienhof (WhatsApp)',
    handle: '31201234567',
    businessAccountId: '207711223344556',
    templates: demoTemplates,
  },
  x: {
    channel: 'x',
    externalId: '2244994945',
    accessToken: 'demo-x-token',
    name: '@DeKraaienhof',
    handle: 'DeKraaienhof',
  },
} as const satisfies Record<string, SimulatedAccount>;

/** What the accounts say beside their tokens, so that their subscriptions can be asked about. */
export const demoDetails = {
  messenger: {},
  whatsapp: { businessAccountId: demoAccounts.whatsapp.businessAccountId },
  x: { webhookId: '1890000000000000001' },
} as const;

/** App secrets the played platforms sign with when none are configured; worth nothing outside the demo. */
export const demoSecrets = {
  messenger: 'demo-messenger-app-secret',
  whatsapp: 'demo-whatsapp-app-secret',
  x: 'demo-x-consumer-secret',
} as const;

/** Word of Meta's handshake in the demo. */
export const demoVerifyToken = 'demo-verify-token';

/** People who can sign in to the demo. */
export const demoUsers = [
  { email: 'sanne@demo.nl', name: 'Sanne de Vries', role: 'agent' },
  { email: 'youssef@demo.nl', name: 'Youssef Amrani', role: 'agent' },
  { email: 'marit@demo.nl', name: 'Marit Hoekstra', role: 'lead' },
  { email: 'admin@demo.nl', name: 'Joris Admin', role: 'admin' },
  { email: 'lotte@demo.nl', name: 'Lotte van Dam', role: 'marketing' },
] as const;

/** Password of all demo users; printed at the start. */
export const demoPassword = 'woordhouden';
