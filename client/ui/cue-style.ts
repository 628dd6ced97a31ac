/** How a sign is underlined: by kind of sign, so that it can be told apart without colour. */
export type CueStyle = 'feeling' | 'time' | 'failure' | 'threat' | 'irony' | 'positive' | 'wish';

const styles: Readonly<Record<string, CueStyle>> = {
  waiting: 'time',
  repeat_contact: 'time',
  promise_broken: 'time',
  pillar_to_post: 'time',
  urgency: 'time',
  bot_loop: 'time',
  failure: 'failure',
  money: 'failure',
  safety: 'threat',
  data_leak: 'threat',
  threat_leave: 'threat',
  threat_public: 'threat',
  threat_legal: 'threat',
  sarcasm: 'irony',
  gratitude: 'positive',
  joy: 'positive',
};

/** The style for a cue code of shared/emotion/cues.ts; feelings for every other code. */
export function cueStyleOf(code: string): CueStyle {
  return styles[code] ?? 'feeling';
}
