import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '#server/config.ts';

const key = Buffer.alloc(32, 7).toString('base64');

function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      port: 4400,
      host: '127.0.0.1',
      leastFreeMb: 256,
      dataDir: '.data',
      mongodbUri: null,
      mongodbDb: 'woordhouder',
      demo: false,
      demoSeed: 'full',
      secretKey: null,
      adminEmail: null,
      adminPassword: null,
      brandName: null,
      publicOrigin: null,
      trustProxy: false,
      metricsToken: null,
      suggester: null,
      mail: null,
      outboundPrivate: false,
      sending: { budgets: {}, breaker: { failures: 5, openMs: 15_000 } },
      production: false,
      logLevel: 'info',
      channels: {},
    });
  });

  it('lists every fault at once and shows no secret', () => {
    const faults = faultsOf({
      PORT: '70000',
      MONGODB_URI: 'localhost',
      WOORDHOUDER_DEMO: 'yes',
      WOORDHOUDER_SECRET_KEY: 'c2hvcnQtc2VjcmV0',
      ADMIN_PASSWORD: 'hunter2',
      PUBLIC_ORIGIN: 'https://inbox.example.nl/path',
      LOG_LEVEL: 'loud',
      MESSENGER_APP_SECRETS: 'one',
      WHATSAPP_VERIFY_TOKEN: 'word',
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'PORT',
      'MONGODB_URI',
      'WOORDHOUDER_DEMO',
      'WOORDHOUDER_SECRET_KEY',
      'ADMIN_PASSWORD',
      'PUBLIC_ORIGIN',
      'LOG_LEVEL',
      'MESSENGER_VERIFY_TOKEN',
      'WHATSAPP_APP_SECRETS',
      'ADMIN_EMAIL',
    ]);
    expect(faults.join('\n')).not.toMatch(/hunter2|c2hvcnQ/);
  });

  it('keeps the demo, whose passwords are public, off a production server that others can reach', () => {
    const demo = { WOORDHOUDER_DEMO: '1', NODE_ENV: 'production' };
    const refused = [
      { HOST: '0.0.0.0' },
      { HOST: '::' },
      { HOST: '127.evil.example' },
      { PUBLIC_ORIGIN: 'https://inbox.example.nl' },
      { TRUST_PROXY: '1' },
    ];
    for (const reach of refused) {
      expect(faultsOf({ ...demo, ...reach }), JSON.stringify(reach)).toEqual([
        expect.stringMatching(/^WOORDHOUDER_DEMO: /),
      ]);
      expect(faultsOf({ ...reach, WOORDHOUDER_DEMO: '1' })).toEqual([]);
      expect(faultsOf({ ...reach, NODE_ENV: 'production' })).toEqual([]);
    }
    for (const HOST of [undefined, '', '127.0.0.1', '127.8.0.3', '::1', 'localhost']) {
      expect(faultsOf({ ...demo, HOST, TRUST_PROXY: '0' }), HOST).toEqual([]);
    }
  });

  it('switches on only the channels that have secrets', () => {
    const { channels } = readConfig({
      MESSENGER_APP_SECRETS: 'new, old',
      MESSENGER_VERIFY_TOKEN: 'word',
      MESSENGER_API_URL: 'http://127.0.0.1:9/graph/',
      X_CONSUMER_SECRETS: 'x',
      WHATSAPP_APP_SECRETS: '',
    });
    expect(channels).toEqual({
      messenger: {
        secrets: { appSecrets: ['new', 'old'], verifyToken: 'word' },
        endpoint: { baseUrl: 'http://127.0.0.1:9/graph' },
      },
      x: { secrets: { appSecrets: ['x'], verifyToken: '' }, endpoint: {} },
    });
  });

  it('cannot be changed afterwards', () => {
    const config = readConfig({ X_CONSUMER_SECRETS: 'x', WOORDHOUDER_SECRET_KEY: key });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.channels['x']?.secrets.appSecrets)).toBe(true);
  });

  it.each([
    ['0', false],
    ['2', 2],
    ['10.0.0.1, 10.0.0.2', ['10.0.0.1', '10.0.0.2']],
  ])('reads TRUST_PROXY %s', (text, expected) => {
    expect(readConfig({ TRUST_PROXY: text }).trustProxy).toEqual(expected);
  });

  it('is described by .env.example, which is valid itself', () => {
    const lines = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('='));
    expect(readConfig(Object.fromEntries(lines) as NodeJS.ProcessEnv).port).toBe(4400);
    const source = readFileSync(new URL('../../../server/config-variables.ts', import.meta.url), 'utf8');
    const known = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1]);
    expect(lines.map(([name]) => name).sort()).toEqual(known.sort());
  });
});
