import type { EscalationStep, NotificationSettings } from './notification-settings.ts';

const minute = 60_000;

/** People a chain may reach. */
export type Staff = {
  readonly users: readonly { readonly id: string; readonly role: string }[];
  /** Users who used the inbox in the last half hour. */
  readonly onDutyIds: ReadonlySet<string>;
};

/** What is due of an alert's chain at an instant. */
export type DueEscalation = {
  /** Users reached for the first time, each with the most that their steps say of e-mail. */
  readonly recipients: readonly { readonly userId: string; readonly byEmail: boolean }[];
  /** Steps taken from now on. */
  readonly stepsTaken: number;
  /** When to look again; null when the chain ended. */
  readonly nextStepAt: Date | null;
};

/** What of an alert decides who is told. */
export type EscalatedAlert = {
  readonly at: Date;
  readonly stepsTaken: number;
  readonly toldUserIds: readonly string[];
  readonly assigneeId: string | null;
};

/**
 * The steps whose time has come. Steps that came due together (after an outage, or an alert found late) reach everybody
 * once; whoever was told before is not told again by a later step.
 */
export function dueEscalation(
  alert: EscalatedAlert,
  { chain }: Pick<NotificationSettings, 'chain'>,
  staff: Staff,
  now: Date,
): DueEscalation {
  const isDue = (step: EscalationStep): boolean => alert.at.getTime() + step.afterMinutes * minute <= now.getTime();
  const stepsTaken = Math.max(alert.stepsTaken, chain.filter(isDue).length);
  const reached = new Map<string, boolean>();
  for (const step of chain.slice(alert.stepsTaken, stepsTaken)) {
    for (const id of usersOf(step, alert.assigneeId, staff)) {
      reached.set(id, step.byEmail || (reached.get(id) ?? false));
    }
  }
  for (const id of alert.toldUserIds) reached.delete(id);
  const next = chain[stepsTaken];
  return {
    recipients: [...reached].map(([userId, byEmail]) => ({ userId, byEmail })),
    stepsTaken,
    nextStepAt: next ? new Date(alert.at.getTime() + next.afterMinutes * minute) : null,
  };
}

function usersOf(step: EscalationStep, assigneeId: string | null, { users, onDutyIds }: Staff): string[] {
  const workers = users.filter(({ role }) => role !== 'marketing');
  const leads = workers.filter(({ role }) => role === 'lead').map(({ id }) => id);
  const onDuty = workers.filter(({ id }) => onDutyIds.has(id)).map(({ id }) => id);
  const present = onDuty.length > 0 ? onDuty : leads;
  if (step.to === 'people') return users.filter(({ id }) => step.userIds.includes(id)).map(({ id }) => id);
  if (step.to === 'everyone') return workers.map(({ id }) => id);
  if (step.to === 'leads') return leads;
  if (step.to === 'onDuty') return present;
  // Nobody's conversation is everybody's.
  const isHere = assigneeId !== null && users.some(({ id }) => id === assigneeId);
  return isHere ? [assigneeId] : present;
}
