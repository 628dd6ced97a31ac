import type { Dictionary } from '#client/lib/i18n/nl.ts';
import type { ViewerInfo } from '#client/lib/viewer.ts';
import type { IconName } from '#client/ui/Icon.tsx';

/** One part of the product in the main navigation. */
export type Section = {
  /** Its address; must be a route of `routes.tsx`. */
  readonly path: string;
  readonly icon: IconName;
  readonly title: (t: Dictionary) => string;
  /** Who sees it; absent: everyone. The server checks rights itself. */
  readonly roles?: readonly ViewerInfo['role'][];
};

/** The main navigation in its order. A new part of the product adds one line here and one route in `routes.tsx`. */
export const sections: readonly Section[] = [
  { path: '/inbox', icon: 'inbox', title: (t) => t.inbox.title },
  { path: '/promises', icon: 'hourglass', title: (t) => t.board.title },
  { path: '/report', icon: 'chart', title: (t) => t.report.title },
  { path: '/signs', icon: 'spark', title: (t) => t.cueTrend.title, roles: ['lead', 'admin', 'marketing'] },
  { path: '/advice', icon: 'advice', title: (t) => t.advice.title, roles: ['lead', 'admin', 'marketing'] },
  { path: '/settings', icon: 'gear', title: (t) => t.common.settings, roles: ['agent', 'lead', 'admin'] },
];
