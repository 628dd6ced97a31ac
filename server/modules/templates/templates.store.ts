import type { ClientSession, Collection, Db } from 'mongodb';
import type { TemplateForm, TemplateIntent } from '#shared/replies/template-model.ts';

/** draft = never approved; archived ones are kept for history and offered no more. */
export type TemplateState = 'draft' | 'approved' | 'archived';

/** A version of a template's text; none is ever changed or removed. */
export type TemplateVersion = {
  readonly number: number;
  readonly body: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
};

/** A brand's own reply template. `revision` counts changes, so that two people never overwrite each other unseen. */
export type ReplyTemplateDoc = {
  readonly _id: string;
  readonly brandId: string;
  readonly name: string;
  readonly language: 'nl' | 'en';
  readonly form: TemplateForm;
  readonly visibility: 'private' | 'public' | null;
  readonly intent: TemplateIntent;
  readonly state: TemplateState;
  /** Number of the version that is offered; null while none was approved. */
  readonly approvedVersion: number | null;
  readonly versions: readonly TemplateVersion[];
  readonly revision: number;
  readonly updatedAt: Date;
};

/** One reply that was written from a template; `_id` is the message's. */
export type TemplateUseDoc = {
  readonly _id: string;
  readonly brandId: string;
  readonly templateId: string;
  readonly conversationId: string;
  readonly at: Date;
};

/** What a brand can offer for a wish that comes back. */
export type OfferIdeaDoc = {
  readonly _id: string;
  readonly brandId: string;
  readonly wish: string;
  readonly offers: readonly string[];
  readonly updatedAt: Date;
};

/** House rules of replies. `_id` is the brand's. */
export type ReplyRulesDoc = { readonly _id: string; readonly allowedHosts: readonly string[] };

/** Reads and writes templates; a brand has some hundreds at most, so they are read whole. */
export type TemplatesStore = {
  ensureIndexes(): Promise<void>;
  ofBrand(brandId: string): Promise<ReplyTemplateDoc[]>;
  byId(brandId: string, id: string): Promise<ReplyTemplateDoc | null>;
  insert(template: ReplyTemplateDoc): Promise<void>;
  /** Replaces the template if nobody changed it since `revision`; false otherwise. */
  replace(template: ReplyTemplateDoc, revision: number): Promise<boolean>;
  addUse(use: TemplateUseDoc, session: ClientSession): Promise<void>;
  /** Uses since an instant, newest first. */
  usesSince(brandId: string, from: Date, limit: number): Promise<TemplateUseDoc[]>;
  ideasOf(brandId: string): Promise<OfferIdeaDoc[]>;
  putIdea(idea: OfferIdeaDoc): Promise<void>;
  removeIdea(brandId: string, id: string): Promise<boolean>;
  rulesOf(brandId: string): Promise<ReplyRulesDoc | null>;
  putRules(rules: ReplyRulesDoc): Promise<void>;
};

/** The only database code of templates. */
export function createTemplatesStore(db: Db): TemplatesStore {
  const templates: Collection<ReplyTemplateDoc> = db.collection('replyTemplates');
  const uses: Collection<TemplateUseDoc> = db.collection('templateUses');
  const ideas: Collection<OfferIdeaDoc> = db.collection('offerIdeas');
  const rules: Collection<ReplyRulesDoc> = db.collection('replyRules');
  return {
    ensureIndexes: async () => {
      await templates.createIndex({ brandId: 1, _id: 1 });
      await uses.createIndex({ brandId: 1, at: 1 });
      await ideas.createIndex({ brandId: 1, _id: 1 });
    },
    ofBrand: async (brandId) => templates.find({ brandId }).toArray(),
    byId: async (brandId, id) => templates.findOne({ brandId, _id: id }),
    insert: async (template) => {
      await templates.insertOne(template);
    },
    replace: async (template, revision) => {
      const { brandId, _id } = template;
      const { matchedCount } = await templates.replaceOne({ brandId, _id, revision }, template);
      return matchedCount === 1;
    },
    addUse: async (use, session) => {
      await uses.insertOne(use, { session });
    },
    usesSince: async (brandId, from, limit) =>
      uses
        .find({ brandId, at: { $gte: from } })
        .sort({ at: -1 })
        .limit(limit)
        .toArray(),
    ideasOf: async (brandId) => ideas.find({ brandId }).toArray(),
    putIdea: async (idea) => {
      await ideas.replaceOne({ brandId: idea.brandId, _id: idea._id }, idea, { upsert: true });
    },
    removeIdea: async (brandId, id) => (await ideas.deleteOne({ brandId, _id: id })).deletedCount === 1,
    rulesOf: async (brandId) => rules.findOne({ _id: brandId }),
    putRules: async (doc) => {
      await rules.replaceOne({ _id: doc._id }, doc, { upsert: true });
    },
  };
}
