import { channelTroubleAlert, channelTroubleId, type Alerts } from '#server/modules/alerts/index.ts';
import type { createChannelAccounts } from '#server/modules/channel-accounts/index.ts';
import type { createChannelHealth } from '#server/modules/channel-health/index.ts';

/** Raises an alert when an account stops working and settles it when it works again. */
export function troubleAlerts(alerts: Alerts): Parameters<typeof createChannelAccounts>[0]['onTrouble'] {
  return async ({ _id: accountId, brandId, name, trouble: before }, trouble, session) => {
    if (trouble) {
      const alert = channelTroubleAlert({ brandId, accountId, accountName: name, ...trouble });
      await alerts.raise([alert], session);
    } else if (before) {
      await alerts.overtake([channelTroubleId({ brandId, accountId, since: before.since })], session, 'recovered');
    }
  };
}

/** The same for what is worrying about an account that can still send: unusual silence, a lost subscription. */
export function concernAlerts(alerts: Alerts): Parameters<typeof createChannelHealth>[0]['onConcern'] {
  return async ({ _id: accountId, brandId, name }, { code, since }, state) => {
    const id = channelTroubleId({ brandId, accountId, since });
    if (state === 'settled') await alerts.overtake([id], undefined, 'recovered');
    else await alerts.raise([channelTroubleAlert({ brandId, accountId, accountName: name, code, since })]);
  };
}
