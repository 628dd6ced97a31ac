import { z } from 'zod';
import { readBudgets } from './send-budgets.ts';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** How much is logged, from most to least. */
export type LogLevel = (typeof logLevels)[number];

const flag = z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0');
const optional = z.string().trim().min(1).optional();
const httpUrl = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'must be an http(s) address')
  .transform((value) => value.replace(/\/+$/, ''))
  .optional();
const commaList = z
  .string()
  .default('')
  .transform((value) => splitList(value));

function wholeNumber(lowest: number, highest: number) {
  return z.coerce
    .number({ error: 'must be a whole number' })
    .int('must be a whole number')
    .min(lowest, `must be at least ${String(lowest)}`)
    .max(highest, `must be at most ${String(highest)}`);
}

/** Every variable of the environment with what it must look like. */
export const variables = z.object({
  PORT: z
    .string()
    .default('4400')
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, 'must be a port number from 0 to 65535')
    .transform(Number),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  WOORDHOUDER_DATA_DIR: z.string().trim().min(1).default('.data'),
  WOORDHOUDER_LEAST_FREE_MB: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a number of megabytes')
    .default('256')
    .transform(Number),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  MONGODB_DB: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,60}$/, 'must be 1 to 60 letters, digits, - or _')
    .default('woordhouder'),
  WOORDHOUDER_DEMO: flag,
  WOORDHOUDER_DEMO_SEED: z.enum(['full', 'small', 'none'], { error: 'must be full, small or none' }).default('full'),
  WOORDHOUDER_SECRET_KEY: z.string().refine(isKey, 'must be 32 bytes in base64').optional(),
  ADMIN_EMAIL: z
    .string()
    .regex(/^[^\s@]{1,64}@[^\s@]{1,189}$/, 'must be an e-mail address')
    .optional(),
  ADMIN_PASSWORD: z.string().min(10, 'must have at least 10 characters').max(256).optional(),
  BRAND_NAME: z.string().trim().min(1).max(100).optional(),
  PUBLIC_ORIGIN: z
    .string()
    .refine(
      (value) => URL.canParse(value) && new URL(value).origin === value,
      'must be an origin such as https://inbox.example.nl',
    )
    .optional(),
  TRUST_PROXY: z.string().trim().optional(),
  SUGGESTER_URL: httpUrl,
  SUGGESTER_MODEL: optional,
  SUGGESTER_KEY: z.string().min(1).max(500).optional(),
  SUGGESTER_TIMEOUT_MS: wholeNumber(100, 99_999).default(8_000),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').max(256).optional(),
  SMTP_URL: z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol),
      'must begin with smtp:// or smtps://',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]{1,100} <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
      'must be an e-mail address, with or without a name',
    )
    .optional(),
  OUTBOUND_WEBHOOKS_PRIVATE: flag,
  NODE_ENV: z
    .enum(['development', 'test', 'production'], { error: 'must be development, test or production' })
    .default('development'),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  SEND_BUDGETS: z
    .string()
    .default('')
    .refine((value) => readBudgets(value) !== null, 'must be a list such as x.private=15/900,whatsapp.private=off')
    .transform((value) => readBudgets(value) ?? {}),
  BREAKER_FAILURES: wholeNumber(1, 1_000).default(5),
  BREAKER_OPEN_SECONDS: wholeNumber(1, 3_600).default(15),
  MESSENGER_APP_SECRETS: commaList,
  MESSENGER_VERIFY_TOKEN: optional,
  MESSENGER_API_URL: httpUrl,
  MESSENGER_API_VERSION: optional,
  WHATSAPP_APP_SECRETS: commaList,
  WHATSAPP_VERIFY_TOKEN: optional,
  WHATSAPP_API_URL: httpUrl,
  WHATSAPP_API_VERSION: optional,
  X_CONSUMER_SECRETS: commaList,
  X_API_URL: httpUrl,
});

/** The variables once read. */
export type Variables = z.output<typeof variables>;

/** The parts of a list with commas. */
export function splitList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isKey(value: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(value);
}
