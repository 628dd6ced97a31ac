import type { ClientSession, Db } from 'mongodb';
import type { Clock } from '#server/clock.ts';
import { newId } from '#server/db/ids.ts';
import type { MessageDoc } from '#server/modules/conversations/index.ts';
import {
  approveTemplate,
  archiveTemplate,
  proposeTemplate,
  type TemplateOutcome,
  type TemplateProposal,
} from './change-template.ts';
import { outcomesOf, type TemplateOutcomes } from './template-outcomes.ts';
import {
  createTemplatesStore,
  type OfferIdeaDoc,
  type ReplyTemplateDoc,
  type TemplateUseDoc,
} from './templates.store.ts';

export type { OfferIdeaDoc, ReplyTemplateDoc } from './templates.store.ts';
export type { TemplateOutcome } from './change-template.ts';
export type { TemplateOutcomes } from './template-outcomes.ts';

type Viewer = { readonly brandId: string; readonly userName: string };

/** A brand's own reply templates, ideas of what can be offered, and house rules of replies. */
export type Templates = {
  ensureIndexes(): Promise<void>;
  ofBrand(brandId: string): Promise<ReplyTemplateDoc[]>;
  propose(viewer: Viewer, proposal: TemplateProposal): Promise<TemplateOutcome>;
  approve(viewer: Viewer, choice: { id: string; version: number }): Promise<TemplateOutcome>;
  archive(brandId: string, choice: { id: string; archived: boolean }): Promise<TemplateOutcome>;
  countUse(use: TemplateUseDoc, session: ClientSession): Promise<void>;
  /** What came of the uses of the last 90 days, at most 1,000, by template. */
  outcomes(brandId: string): Promise<Map<string, TemplateOutcomes>>;
  ideas(brandId: string): Promise<OfferIdeaDoc[]>;
  /** Stores an idea; the field at fault when it does not fit. */
  setIdea(
    brandId: string,
    idea: { id: string | null; wish: string; offers: readonly string[] },
  ): Promise<OfferIdeaDoc | { fault: 'wish' | 'offers' }>;
  removeIdea(brandId: string, id: string): Promise<boolean>;
  allowedHosts(brandId: string): Promise<readonly string[]>;
  /** Stores the host names that links may lead to; the first that is none, else null. */
  setAllowedHosts(brandId: string, hosts: readonly string[]): Promise<string | null>;
};

/** What the templates module is made of. */
export type TemplatesDependencies = {
  readonly db: Db;
  readonly clock: Clock;
  messagesOf(brandId: string, conversationIds: readonly string[]): Promise<MessageDoc[]>;
};

const countedMs = 90 * 24 * 3_600_000;
const mostUses = 1_000;
const [longestWish, mostOffers, longestOffer, mostHosts] = [200, 20, 300, 100];
const hostName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Makes the templates module. */
export function createTemplates({ db, clock, messagesOf }: TemplatesDependencies): Templates {
  const store = createTemplatesStore(db);
  const change = { store, clock };
  return {
    ensureIndexes: () => store.ensureIndexes(),
    ofBrand: (brandId) => store.ofBrand(brandId),
    propose: (viewer, proposal) => proposeTemplate(change, viewer, proposal),
    approve: (viewer, choice) => approveTemplate(change, viewer, choice),
    archive: (brandId, choice) => archiveTemplate(change, brandId, choice),
    countUse: (use, session) => store.addUse(use, session),
    outcomes: async (brandId) => {
      const from = new Date(clock.now().getTime() - countedMs);
      const uses = await store.usesSince(brandId, from, mostUses);
      const ids = [...new Set(uses.map(({ conversationId }) => conversationId))];
      return outcomesOf(uses, ids.length === 0 ? [] : await messagesOf(brandId, ids));
    },
    ideas: (brandId) => store.ideasOf(brandId),
    setIdea: async (brandId, { id, wish, offers }) => {
      const given = offers.map((offer) => offer.trim()).filter((offer) => offer !== '');
      if (wish.trim() === '' || wish.length > longestWish) return { fault: 'wish' };
      if (given.length === 0 || given.length > mostOffers || given.some(({ length }) => length > longestOffer)) {
        return { fault: 'offers' };
      }
      const idea = { _id: id ?? newId(), brandId, wish: wish.trim(), offers: given, updatedAt: clock.now() };
      await store.putIdea(idea);
      return idea;
    },
    removeIdea: (brandId, id) => store.removeIdea(brandId, id),
    allowedHosts: async (brandId) => (await store.rulesOf(brandId))?.allowedHosts ?? [],
    setAllowedHosts: async (brandId, hosts) => {
      const names = [
        ...new Set(
          hosts.map((host) =>
            host
              .trim()
              .toLowerCase()
              .replace(/^www\./, ''),
          ),
        ),
      ].filter(Boolean);
      const wrong = names.find((name) => !hostName.test(name)) ?? names[mostHosts];
      if (wrong !== undefined) return wrong;
      await store.putRules({ _id: brandId, allowedHosts: names });
      return null;
    },
  };
}
