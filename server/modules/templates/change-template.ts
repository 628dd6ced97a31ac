import type { Clock } from '#server/clock.ts';
import { newId } from '#server/db/ids.ts';
import type { LocalText } from '#shared/local-text.ts';
import { templateForms, templateIntents, unknownVariables } from '#shared/replies/template-model.ts';
import type { TemplateForm, TemplateIntent } from '#shared/replies/template-model.ts';
import type { ReplyTemplateDoc, TemplatesStore, TemplateVersion } from './templates.store.ts';

/** A proposal for a new template (`id` null) or a new version of one. */
export type TemplateProposal = {
  readonly id: string | null;
  readonly name: string;
  readonly language: string;
  readonly form: string;
  readonly visibility: 'private' | 'public' | null;
  readonly intent: string;
  readonly body: string;
};

/** What became of a change. */
export type TemplateOutcome =
  | { readonly kind: 'done'; readonly template: ReplyTemplateDoc }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'changedMeanwhile' }
  | { readonly kind: 'invalid'; readonly field: string; readonly message: LocalText };

/** What changing templates needs. */
export type TemplateChangeDependencies = { readonly store: TemplatesStore; readonly clock: Clock };

const [longestName, longestBody, mostTemplates, mostVersions] = [80, 4_000, 500, 200];

function invalid(field: string, nl: string, en: string): TemplateOutcome & { kind: 'invalid' } {
  return { kind: 'invalid', field, message: { nl, en } };
}

type Checked = { name: string; body: string; intent: TemplateIntent; form: TemplateForm; language: 'nl' | 'en' };

function checked(proposal: TemplateProposal): Checked | (TemplateOutcome & { kind: 'invalid' }) {
  const [name, body] = [proposal.name.trim(), proposal.body.trim()];
  if (name === '' || name.length > longestName)
    return invalid('name', 'Geef een naam van 1 tot 80 tekens.', 'Give a name of 1 to 80 characters.');
  if (body === '' || body.length > longestBody)
    return invalid('body', 'De tekst heeft 1 tot 4000 tekens.', 'The text has 1 to 4000 characters.');
  const unknown = unknownVariables(body).map((each) => `{${each}}`);
  if (unknown.length > 0) {
    const list = unknown.join(', ');
    return invalid('body', `Deze variabelen bestaan niet: ${list}.`, `These variables do not exist: ${list}.`);
  }
  const intent = templateIntents.find((known) => known === proposal.intent);
  if (intent === undefined) return invalid('intent', 'Deze bedoeling bestaat niet.', 'There is no such intent.');
  const form = templateForms.find((known) => known === proposal.form);
  if (form === undefined)
    return invalid('form', 'Deze aanspreekvorm bestaat niet.', 'There is no such form of address.');
  if (proposal.language !== 'nl' && proposal.language !== 'en')
    return invalid('language', 'Kies Nederlands of Engels.', 'Choose Dutch or English.');
  return { name, body, intent, form, language: proposal.language };
}

/** Proposes a template or a new version of one; what is offered stays the approved version until a lead approves this one. */
export async function proposeTemplate(
  { store, clock }: TemplateChangeDependencies,
  viewer: { brandId: string; userName: string },
  proposal: TemplateProposal,
): Promise<TemplateOutcome> {
  const fit = checked(proposal);
  if ('kind' in fit) return fit;
  const proposed = { body: fit.body, proposedBy: viewer.userName, proposedAt: clock.now() };
  const head = { name: fit.name, intent: fit.intent, form: fit.form, language: fit.language };
  const change = { ...head, visibility: proposal.visibility, updatedAt: proposed.proposedAt };
  const version = { ...proposed, approvedBy: null, approvedAt: null };
  if (proposal.id === null) return addTemplate(store, viewer.brandId, { change, version });
  const earlier = await store.byId(viewer.brandId, proposal.id);
  return earlier === null ? { kind: 'notFound' } : addVersion(store, earlier, { change, version });
}

type Change = Pick<ReplyTemplateDoc, 'name' | 'intent' | 'form' | 'language' | 'visibility' | 'updatedAt'>;
type NewVersion = Omit<TemplateVersion, 'number'>;

async function addTemplate(
  store: TemplatesStore,
  brandId: string,
  { change, version }: { change: Change; version: NewVersion },
): Promise<TemplateOutcome> {
  if ((await store.ofBrand(brandId)).length >= mostTemplates)
    return invalid(
      'name',
      'Er zijn al 500 sjablonen; ruim eerst op.',
      'There are 500 templates already; clear up first.',
    );
  const place = { _id: newId(), brandId, state: 'draft' as const, approvedVersion: null, revision: 1 };
  const template = { ...place, ...change, versions: [{ number: 1, ...version }] };
  await store.insert(template);
  return { kind: 'done', template };
}

/** A new version takes an archived template back, so that nobody's work vanishes unseen. */
async function addVersion(
  store: TemplatesStore,
  earlier: ReplyTemplateDoc,
  { change, version }: { change: Change; version: NewVersion },
): Promise<TemplateOutcome> {
  if (earlier.versions.length >= mostVersions)
    return invalid(
      'body',
      'Dit sjabloon heeft te veel versies; maak een nieuw.',
      'This template has too many versions.',
    );
  const number = (earlier.versions.at(-1)?.number ?? 0) + 1;
  const state = earlier.approvedVersion === null ? 'draft' : 'approved';
  const versions = [...earlier.versions, { number, ...version }];
  return put(store, { ...earlier, ...change, state, versions }, earlier.revision);
}

async function put(store: TemplatesStore, template: ReplyTemplateDoc, revision: number): Promise<TemplateOutcome> {
  const next = { ...template, revision: revision + 1 };
  return (await store.replace(next, revision)) ? { kind: 'done', template: next } : { kind: 'changedMeanwhile' };
}

/** Makes a version the one that is offered (leads); approving an older one takes the newer back. */
export async function approveTemplate(
  { store, clock }: TemplateChangeDependencies,
  viewer: { brandId: string; userName: string },
  { id, version }: { id: string; version: number },
): Promise<TemplateOutcome> {
  const template = await store.byId(viewer.brandId, id);
  if (!template?.versions.some(({ number }) => number === version)) return { kind: 'notFound' };
  const now = clock.now();
  const versions = template.versions.map((each) =>
    each.number === version ? { ...each, approvedBy: viewer.userName, approvedAt: now } : each,
  );
  const approved = { ...template, versions, approvedVersion: version, state: 'approved' as const, updatedAt: now };
  return put(store, approved, template.revision);
}

/** Puts a template away or takes it back (leads); its history stays. */
export async function archiveTemplate(
  { store, clock }: TemplateChangeDependencies,
  brandId: string,
  { id, archived }: { id: string; archived: boolean },
): Promise<TemplateOutcome> {
  const template = await store.byId(brandId, id);
  if (template === null) return { kind: 'notFound' };
  const state = archived ? 'archived' : template.approvedVersion === null ? 'draft' : 'approved';
  return put(store, { ...template, state, updatedAt: clock.now() }, template.revision);
}
