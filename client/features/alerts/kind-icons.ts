import type { AlertKind } from '#client/gql/graphql.ts';
import type { IconName } from '#client/ui/Icon.tsx';

/** The sign of each kind of alert. */
export const kindIcons: Record<AlertKind, IconName> = {
  promiseDueSoon: 'hourglass',
  promiseMissed: 'alert',
  normDueSoon: 'hourglass',
  normMissed: 'alert',
  repeatedAutoReply: 'robot',
  channelTrouble: 'outside',
};
