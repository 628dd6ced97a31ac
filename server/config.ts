import { splitList, variables, type LogLevel, type Variables } from './config-variables.ts';
import type { SendBudgets } from './send-budgets.ts';

export type { LogLevel } from './config-variables.ts';

/** Secrets of the operator's app on one platform; several app secrets are valid at once while one is being changed. */
export type ChannelConfig = {
  readonly secrets: { readonly appSecrets: readonly string[]; readonly verifyToken: string };
  /** Only what differs from the channel's own default is set. */
  readonly endpoint: { readonly baseUrl?: string; readonly apiVersion?: string };
};

/** Everything the server is told from outside, checked and frozen. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database and the generated key. */
  readonly dataDir: string;
  /** With a database in the data folder: nothing is taken in while less than this is free on its disk, in MB. */
  readonly leastFreeMb: number;
  /** Null: the server looks for or starts a database itself. */
  readonly mongodbUri: string | null;
  readonly mongodbDb: string;
  readonly demo: boolean;
  readonly demoSeed: 'full' | 'small' | 'none';
  /** 32 bytes in base64; null: a key file is made in the data folder. */
  readonly secretKey: string | null;
  readonly adminEmail: string | null;
  readonly adminPassword: string | null;
  readonly brandName: string | null;
  /** Origin under which browsers reach the server, such as `https://inbox.example.nl`; null: the request's own host. */
  readonly publicOrigin: string | null;
  /** Whose forwarding headers are believed: a number of proxies, a list of addresses, or nobody. */
  readonly trustProxy: number | readonly string[] | false;
  /** Bearer token that opens /metrics from anywhere; null: only from this machine. */
  readonly metricsToken: string | null;
  /** Mail server and sender of alerts; null: no e-mail. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  /** True: outbound webhooks may reach addresses of the own network. */
  readonly outboundPrivate: boolean;
  /** How often accounts may send, where that differs from the platform's own limit, and when to leave a platform alone. */
  readonly sending: {
    readonly budgets: SendBudgets;
    readonly breaker: { readonly failures: number; readonly openMs: number };
  };
  /** Endpoint of a language model that drafts replies; null (the default): none is asked. */
  readonly suggester: {
    readonly url: string;
    readonly model: string;
    readonly key: string | null;
    readonly timeoutMs: number;
  } | null;
  readonly production: boolean;
  readonly logLevel: LogLevel;
  /** Only the channels that are switched on, by channel name. */
  readonly channels: Readonly<Record<string, ChannelConfig>>;
};

/** The environment does not fit; `faults` lists every fault at once, one line each, without any secret value. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The configuration does not fit:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/**
 * Reads the whole configuration from `env` (an empty value counts as absent).
 * Throws `ConfigError` with every fault at once; the answer is frozen.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = variables.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  faults.push(...pairFaults(given));
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return freezeDeep(configOf(parsed.data));
}

/** Faults that only two variables together show. */
function pairFaults(given: Record<string, string | undefined>): string[] {
  const faults: string[] = [];
  for (const channel of ['MESSENGER', 'WHATSAPP']) {
    const secrets = `${channel}_APP_SECRETS`;
    const token = `${channel}_VERIFY_TOKEN`;
    if (given[secrets] !== undefined && given[token] === undefined) faults.push(`${token}: needed with ${secrets}`);
    if (given[secrets] === undefined && given[token] !== undefined) faults.push(`${secrets}: needed with ${token}`);
  }
  if (given['ADMIN_PASSWORD'] !== undefined && given['ADMIN_EMAIL'] === undefined) {
    faults.push('ADMIN_EMAIL: needed with ADMIN_PASSWORD');
  }
  if ((given['SMTP_URL'] === undefined) !== (given['MAIL_FROM'] === undefined)) {
    faults.push('SMTP_URL and MAIL_FROM: needed together');
  }
  if (given['SUGGESTER_URL'] !== undefined && given['SUGGESTER_MODEL'] === undefined) {
    faults.push('SUGGESTER_MODEL: needed with SUGGESTER_URL');
  }
  return [...faults, ...demoFaults(given)];
}

/** The demo's sign-ins stand in the README: whoever reaches it gets in, so in production nobody else may reach it. */
function demoFaults(given: Record<string, string | undefined>): string[] {
  if (given['WOORDHOUDER_DEMO'] !== '1' || given['NODE_ENV'] !== 'production') return [];
  const reachable = ['PUBLIC_ORIGIN', 'TRUST_PROXY'].some((name) => (given[name] ?? '0') !== '0');
  if (!reachable && isLoopbackHost(given['HOST'])) return [];
  return [
    'WOORDHOUDER_DEMO: must be 0 with NODE_ENV=production (its passwords are public), unless HOST is 127.0.0.1, ::1 or localhost and PUBLIC_ORIGIN and TRUST_PROXY are empty',
  ];
}

/** True when only this machine reaches a server that listens on `host`; absent means the default, which is such a host. */
export function isLoopbackHost(host = '127.0.0.1'): boolean {
  return /^(127(\.\d{1,3}){3}|::1|localhost)$/i.test(host.trim());
}

function suggesterOf(value: Variables): Config['suggester'] {
  const { SUGGESTER_URL: url, SUGGESTER_MODEL: model, SUGGESTER_KEY: key, SUGGESTER_TIMEOUT_MS: timeoutMs } = value;
  return url === undefined || model === undefined ? null : { url, model, key: key ?? null, timeoutMs };
}

function configOf(value: Variables): Config {
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: value.WOORDHOUDER_DATA_DIR,
    leastFreeMb: value.WOORDHOUDER_LEAST_FREE_MB,
    mongodbUri: value.MONGODB_URI ?? null,
    mongodbDb: value.MONGODB_DB,
    demo: value.WOORDHOUDER_DEMO === '1',
    demoSeed: value.WOORDHOUDER_DEMO_SEED,
    secretKey: value.WOORDHOUDER_SECRET_KEY ?? null,
    adminEmail: value.ADMIN_EMAIL ?? null,
    adminPassword: value.ADMIN_PASSWORD ?? null,
    brandName: value.BRAND_NAME ?? null,
    publicOrigin: value.PUBLIC_ORIGIN ?? null,
    trustProxy: trustOf(value.TRUST_PROXY),
    metricsToken: value.METRICS_TOKEN ?? null,
    mail: value.SMTP_URL && value.MAIL_FROM ? { smtpUrl: value.SMTP_URL, from: value.MAIL_FROM } : null,
    outboundPrivate: value.OUTBOUND_WEBHOOKS_PRIVATE === '1',
    sending: {
      budgets: value.SEND_BUDGETS,
      breaker: { failures: value.BREAKER_FAILURES, openMs: value.BREAKER_OPEN_SECONDS * 1000 },
    },
    suggester: suggesterOf(value),
    production: value.NODE_ENV === 'production',
    logLevel: value.LOG_LEVEL,
    channels: channelsOf(value),
  };
}

function channelsOf(value: Variables): Record<string, ChannelConfig> {
  const all: Record<string, ChannelConfig> = {
    messenger: {
      secrets: { appSecrets: value.MESSENGER_APP_SECRETS, verifyToken: value.MESSENGER_VERIFY_TOKEN ?? '' },
      endpoint: endpointOf(value.MESSENGER_API_URL, value.MESSENGER_API_VERSION),
    },
    whatsapp: {
      secrets: { appSecrets: value.WHATSAPP_APP_SECRETS, verifyToken: value.WHATSAPP_VERIFY_TOKEN ?? '' },
      endpoint: endpointOf(value.WHATSAPP_API_URL, value.WHATSAPP_API_VERSION),
    },
    x: {
      secrets: { appSecrets: value.X_CONSUMER_SECRETS, verifyToken: '' },
      endpoint: endpointOf(value.X_API_URL, undefined),
    },
  };
  return Object.fromEntries(Object.entries(all).filter(([, channel]) => channel.secrets.appSecrets.length > 0));
}

function endpointOf(baseUrl: string | undefined, apiVersion: string | undefined): ChannelConfig['endpoint'] {
  return { ...(baseUrl === undefined ? {} : { baseUrl }), ...(apiVersion === undefined ? {} : { apiVersion }) };
}

function trustOf(value: string | undefined): Config['trustProxy'] {
  if (value === undefined || value === '0') return false;
  return /^\d{1,2}$/.test(value) ? Number(value) : splitList(value);
}

function freezeDeep<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) freezeDeep(part as object);
  }
  return Object.freeze(value);
}
