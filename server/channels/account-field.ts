import type { LocalText } from '#shared/local-text.ts';

/** Something to be filled in when an account of a channel is added, beside its id, name and access token. */
export type AccountField = {
  /** Its name in the credentials. */
  readonly name: string;
  readonly label: LocalText;
  /** What it is for; shown below the field. */
  readonly hint: LocalText;
  /** True when it must not be shown while it is typed. */
  readonly secret: boolean;
};

/** The app secret of Meta's products, wanted by some app settings. */
export const appSecretField: AccountField = {
  name: 'appSecret',
  label: { nl: 'App-geheim (niet verplicht)', en: 'App secret (optional)' },
  hint: {
    nl: 'Alleen nodig als de app-instellingen een appsecret_proof eisen.',
    en: 'Only needed when the app settings demand an appsecret_proof.',
  },
  secret: true,
};
