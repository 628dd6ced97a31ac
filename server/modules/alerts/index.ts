import type { Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import { createAlertsStore, type AlertsStore } from './alerts.store.ts';

export { deadlineAlerts, overtakenWarnings, repeatedAutoReplyAlert, type AlertBasis } from './deadline-alerts.ts';
export { channelTroubleAlert, channelTroubleId } from './channel-trouble.ts';
export { alertText } from './alert-texts.ts';
export type { EscalationDoc, EscalationProgress } from './alert-escalations.store.ts';
export type { AlertDoc, AlertKind, StoredAlert } from './alerts.store.ts';

/** Warnings that someone must act. */
export type Alerts = AlertsStore;

/** Makes the alerts module. */
export function createAlerts(deps: { db: Db; clock: Clock }): Alerts {
  return createAlertsStore(deps.db, deps.clock);
}
