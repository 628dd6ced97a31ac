import type {
  AlertKind,
  EscalationTarget,
  NotificationForm_SettingsFragment,
  NotificationSettingsInput,
} from '#client/gql/graphql.ts';
import { textOf } from '#client/lib/form-text.ts';

/** A step while it is being edited; `key` tells rows apart. */
export type EditedStep = {
  readonly key: number;
  readonly afterMinutes: number;
  readonly to: EscalationTarget;
  readonly userIds: readonly string[];
  readonly byEmail: boolean;
};

/** The order in which targets and kinds are offered. */
export const targets: readonly EscalationTarget[] = ['assignee', 'leads', 'onDuty', 'everyone', 'people'];
/** Kinds of alerts, most pressing first. */
export const kinds: readonly AlertKind[] = [
  'promiseMissed',
  'promiseDueSoon',
  'normMissed',
  'normDueSoon',
  'repeatedAutoReply',
  'channelTrouble',
];

/** The stored steps as rows to edit. */
export function editedSteps({ chain }: NotificationForm_SettingsFragment): EditedStep[] {
  return chain.map(({ people, ...step }, key) => ({ ...step, key, userIds: people.map(({ id }) => id) }));
}

/** A further step, half an hour after the last one. */
export function nextStep(steps: readonly EditedStep[]): EditedStep {
  const last = steps.at(-1);
  const key = 1 + Math.max(-1, ...steps.map((step) => step.key));
  return { key, afterMinutes: last ? last.afterMinutes + 30 : 0, to: 'leads', userIds: [], byEmail: false };
}

/** What the form asks to be set; numbers that are none come out as NaN, which the server's schema refuses, so -1. */
export function settingsInput(form: FormData, steps: readonly EditedStep[]): NotificationSettingsInput {
  const isOn = (name: string): boolean => form.get(name) === 'on';
  const all = (name: string): string[] => form.getAll(name).map((value) => (typeof value === 'string' ? value : ''));
  const minutes = Number(textOf(form, 'reassignAfter'));
  return {
    chain: steps.map(({ afterMinutes, to, userIds, byEmail }) => ({
      afterMinutes,
      to,
      userIds: [...userIds],
      byEmail,
    })),
    kinds: kinds.filter((kind) => isOn(`kind-${kind}`)),
    language: textOf(form, 'language'),
    quietHours: isOn('quiet') ? { from: textOf(form, 'quietFrom'), to: textOf(form, 'quietTo') } : null,
    digest: isOn('digest')
      ? { at: textOf(form, 'digestAt'), weekdays: all('weekday').map(Number), userIds: all('reader') }
      : null,
    reassignAfterMinutes: isOn('reassign') ? (Number.isInteger(minutes) ? minutes : -1) : null,
  };
}
