import type { Db } from 'mongodb';
import { createAlertsStore, type AlertsStore } from './alerts.store.ts';

export { deadlineAlerts, overtakenWarnings, repeatedAutoReplyAlert, type AlertBasis } from './deadline-alerts.ts';
export { channelTroubleAlert, channelTroubleId } from './channel-trouble.ts';
export type { AlertDoc } from './alerts.store.ts';

/** Warnings that someone must act. */
export type Alerts = AlertsStore;

/** Makes the alerts module. */
export function createAlerts(deps: { db: Db }): Alerts {
  return createAlertsStore(deps.db);
}
