import { describe, expect, it } from 'vitest';
import { dueEscalation, type EscalatedAlert, type Staff } from '#server/modules/notifications/escalation.ts';
import type { EscalationStep } from '#server/modules/notifications/notification-settings.ts';

const at = new Date('2026-11-23T09:00:00Z');
const after = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
const users = [
  { id: 'sanne', role: 'agent' },
  { id: 'daan', role: 'agent' },
  { id: 'marit', role: 'lead' },
  { id: 'bas', role: 'admin' },
  { id: 'mila', role: 'marketing' },
];
const staff: Staff = { users, onDutyIds: new Set(['daan', 'mila']) };
const step = (afterMinutes: number, to: EscalationStep['to'], rest: Partial<EscalationStep> = {}): EscalationStep => ({
  afterMinutes,
  to,
  userIds: [],
  byEmail: false,
  ...rest,
});
const chain = [step(0, 'assignee'), step(15, 'leads', { byEmail: true }), step(60, 'everyone')];
const alert: EscalatedAlert = { at, stepsTaken: 0, toldUserIds: [], assigneeId: 'sanne' };
const told = (recipients: readonly { userId: string }[]): string[] => recipients.map(({ userId }) => userId);

describe('an escalation chain', () => {
  it('reaches the assignee, then the leads, then everyone, each once', () => {
    const first = dueEscalation(alert, { chain }, staff, at);
    expect(first).toEqual({
      recipients: [{ userId: 'sanne', byEmail: false }],
      stepsTaken: 1,
      nextStepAt: after(15),
    });
    const second = dueEscalation({ ...alert, stepsTaken: 1, toldUserIds: ['sanne'] }, { chain }, staff, after(15));
    expect(second).toEqual({ recipients: [{ userId: 'marit', byEmail: true }], stepsTaken: 2, nextStepAt: after(60) });
    const third = dueEscalation(
      { ...alert, stepsTaken: 2, toldUserIds: ['sanne', 'marit'] },
      { chain },
      staff,
      after(61),
    );
    expect(told(third.recipients)).toEqual(['daan', 'bas']);
    expect(third.nextStepAt).toBeNull();
  });

  it('does nothing before the next step is due', () => {
    const early = dueEscalation({ ...alert, stepsTaken: 1, toldUserIds: ['sanne'] }, { chain }, staff, after(14));
    expect(early).toEqual({ recipients: [], stepsTaken: 1, nextStepAt: after(15) });
  });

  it('takes the steps of an outage together and tells nobody twice', () => {
    const late = dueEscalation(alert, { chain }, staff, after(500));
    expect(late.recipients).toEqual([
      { userId: 'sanne', byEmail: false },
      { userId: 'marit', byEmail: true },
      { userId: 'daan', byEmail: false },
      { userId: 'bas', byEmail: false },
    ]);
    expect(late).toMatchObject({ stepsTaken: 3, nextStepAt: null });
  });

  it('takes those on duty for a conversation that nobody has, or whose assignee left', () => {
    for (const assigneeId of [null, 'gone']) {
      expect(told(dueEscalation({ ...alert, assigneeId }, { chain }, staff, at).recipients)).toEqual(['daan']);
    }
  });

  it('takes the leads when nobody is on duty', () => {
    const empty = { users, onDutyIds: new Set<string>() };
    const only = { chain: [step(0, 'onDuty')] };
    expect(told(dueEscalation(alert, only, empty, at).recipients)).toEqual(['marit']);
  });

  it('reaches named people of any role', () => {
    const only = { chain: [step(0, 'people', { userIds: ['mila', 'gone'] })] };
    expect(told(dueEscalation(alert, only, staff, at).recipients)).toEqual(['mila']);
  });

  it('never takes back steps when the chain was made shorter', () => {
    const done = dueEscalation({ ...alert, stepsTaken: 3 }, { chain: [step(0, 'assignee')] }, staff, after(500));
    expect(done).toEqual({ recipients: [], stepsTaken: 3, nextStepAt: null });
  });
});
