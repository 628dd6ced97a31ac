import type { Loosened } from './nl.ts';
import type { nlAlertHistory } from './nl-alert-history.ts';

/** English texts of the history of alerts. */
export const enAlertHistory: Loosened<typeof nlAlertHistory> = {
  alertHistory: {
    title: 'Alert history',
    intro: 'Which alerts there were, who got them, who saw them when and how they ended.',
    link: 'See all alerts',
    noAccess: 'Only team leads and admins see this list.',
    kind: 'Kind',
    allKinds: 'All kinds',
    progress: 'State',
    allProgress: 'Everything',
    progresses: { unread: 'seen by nobody', read: 'seen, still open', settled: 'settled' },
    told: 'Told to',
    everybody: 'Everybody',
    when: 'Alert',
    reached: 'Told to',
    seen: 'Seen by',
    outcome: 'Outcome',
    nobodyTold: 'nobody; only in the list',
    nobodySaw: 'nobody',
    raisedLate: (moment: string) => `raised only ${moment}`,
    due: (moment: string) => `by ${moment}`,
    open: 'still asks for action',
    ends: {
      acted: 'answered or closed',
      overtaken: 'followed by a later alert',
      recovered: 'channel works again',
    },
    settled: 'settled',
    empty: 'No alert of this period fits.',
    emptyHint: 'Choose a longer period or remove a filter.',
    searching: 'Nothing on this page fits; further on something may.',
  },
};
