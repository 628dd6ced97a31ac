import { describe, expect, it } from 'vitest';
import { createLog } from '#server/log.ts';

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ level: 'info', destination: { write: (line: string) => lines.push(line) } }));
  return lines.join('');
}

describe('createLog', () => {
  it('writes JSON lines with ids', () => {
    const line = JSON.parse(
      linesOf((log) => {
        log.info({ conversationId: 'c1' }, 'kept');
      }),
    ) as object;
    expect(line).toMatchObject({ level: 'info', conversationId: 'c1', msg: 'kept' });
  });

  it('hides secrets and message texts at any depth', () => {
    const text = linesOf((log) => {
      log.info({
        password: 'hunter2',
        request: { headers: { cookie: 'wh_session=hunter2', Authorization: 'Bearer hunter2' } },
        messages: [{ id: 'm1', text: 'hunter2' }],
        account: { credentials: { accessToken: 'hunter2' } },
      });
    });
    expect(text).not.toContain('hunter2');
    expect(text).toContain('m1');
  });

  it('shows of errors only what is known to be safe', () => {
    const error = Object.assign(
      new Error('E11000 dup key: { email: "bea@example.nl" }', { cause: new Error('inner') }),
      {
        code: 11000,
        writeErrors: [{ op: { text: 'hunter2' } }],
      },
    );
    const text = linesOf((log) => {
      log.error({ err: error });
    });
    expect(text).not.toMatch(/hunter2|bea@/);
    expect(JSON.parse(text)).toMatchObject({ err: { type: 'Error', code: 11000, cause: { message: 'inner' } } });
  });
});
