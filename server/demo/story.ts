/** A channel of the demo brand. */
export type StoryChannel = 'messenger' | 'whatsapp' | 'x';

/** An invented customer; `id` is the platform id (a number in digits on WhatsApp). */
export type StoryCustomer = { readonly id: string; readonly name: string; readonly handle: string };

/** Where something is said: the private talk with a customer, or the public thread that `thread` names. */
export type StoryPlace = {
  readonly channel: StoryChannel;
  readonly customer: StoryCustomer;
  /** Name of a public thread; absent for private talks. */
  readonly thread?: string;
};

/** What happens at one instant (UTC). People sign by their e-mail address in the demo. */
export type StoryStep = { readonly at: Date } & (
  | ({ readonly kind: 'customerWrites'; readonly text: string } & StoryPlace)
  /** A reply that was not sent from here: the page's own instant reply, its inbox, another tool. */
  | ({ readonly kind: 'repliedElsewhere'; readonly text: string } & StoryPlace)
  | ({ readonly kind: 'agentReplies'; readonly by: string; readonly text: string } & StoryPlace)
  | ({
      readonly kind: 'logsMoment';
      readonly by: string;
      readonly moment: {
        readonly kind: 'call' | 'email' | 'visit' | 'letter' | 'other';
        readonly at: Date;
        readonly attempts?: number;
        readonly outcome: 'unanswered' | 'answered' | 'noted';
        readonly summary: string;
      };
    } & StoryPlace)
  | ({ readonly kind: 'claims'; readonly by: string } & StoryPlace)
  | ({ readonly kind: 'closes'; readonly by: string; readonly reason?: string } & StoryPlace)
  | {
      readonly kind: 'changesCueWord';
      readonly by: string;
      readonly change: 'add' | 'remove';
      readonly language: 'nl' | 'en';
      readonly code: string;
      readonly phrase: string;
    }
  | {
      readonly kind: 'setsAutoReply';
      readonly channel: StoryChannel;
      readonly text: string;
      readonly enabled: boolean;
      readonly publicEnabled?: boolean;
    }
);

/** Something that happened, told step by step. */
export type Story = { readonly name: string; readonly steps: readonly StoryStep[] };

/** All steps of some stories in the order in which they happened. */
export function stepsInOrder(stories: readonly Story[]): StoryStep[] {
  return stories.flatMap((story) => story.steps).sort((a, b) => a.at.getTime() - b.at.getTime());
}
