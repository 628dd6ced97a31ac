import { useMutation } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { templateForms, templateIntents } from '#shared/replies/template-model.ts';
import type { TemplateCard_TemplateFragment } from '#client/gql/graphql.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { useSaving } from '#client/lib/use-saving.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { previewOf } from './template-preview.ts';
import { ProposeTemplateDocument } from './template-documents.ts';

type TemplateEditorProps = {
  readonly template: TemplateCard_TemplateFragment | null;
  readonly onClose: () => void;
};

const visibilities = ['private', 'public'] as const;

type ChoiceFieldProps<T extends string> = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly T[];
  readonly texts: Readonly<Record<T, string>>;
};

function ChoiceField<T extends string>({ name, label, value, options, texts }: ChoiceFieldProps<T>) {
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      <select className="input" name={name} defaultValue={value}>
        {options.map((option) => (
          <option key={option} value={option}>
            {texts[option]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Preview({
  body,
  language,
  form,
}: {
  readonly body: string;
  readonly language: 'nl' | 'en';
  readonly form: string;
}) {
  const { t, pick } = useLanguage();
  const now = useNow(60_000);
  const { text, findings } = previewOf(useDeferredValue(body), { language, formal: form === 'formal', now });
  if (body.trim() === '') return null;
  return (
    <section className="template-preview" aria-label={t.templates.preview}>
      <p className="field__label">{t.templates.preview}</p>
      <p className="words" lang={language}>
        {text}
      </p>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={finding.code} className={`finding finding--${finding.level}`}>
            <strong className="finding__level">{t.composer.levels[finding.level]}</strong> {pick(finding.message)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function startOf(template: TemplateCard_TemplateFragment | null, shown: 'nl' | 'en') {
  if (template === null)
    return { name: '', body: '', language: shown, form: 'any', intent: 'answer', visibility: 'any' };
  const { name, form, intent } = template;
  const language: 'nl' | 'en' = template.language === 'en' ? 'en' : 'nl';
  const body = template.versions.at(-1)?.body ?? '';
  return { name, body, language, form, intent, visibility: template.visibility ?? 'any' };
}

/** Proposes a template or a new version, showing what the customer would read and what the draft check says of it. */
export function TemplateEditor({ template, onClose }: TemplateEditorProps) {
  const { t, language: shown } = useLanguage();
  const start = startOf(template, shown);
  const [body, setBody] = useState(start.body);
  const [language, setLanguage] = useState(start.language);
  const [form, setForm] = useState(start.form);
  const [run, { loading }] = useMutation(ProposeTemplateDocument, { refetchQueries: ['TemplatesSection'] });
  const { save, problem } = useSaving(t.common.saved, onClose);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const where = textOf(fields, 'visibility');
    const visibility = visibilities.find((known) => known === where) ?? null;
    const head = { name: textOf(fields, 'name'), intent: textOf(fields, 'intent'), language, form, visibility };
    const input = { id: template?.id ?? null, ...head, body };
    void save(async () => (await run({ variables: { input } })).data?.proposeTemplate);
  };
  return (
    <Dialog title={template ? t.templates.editName(template.name) : t.templates.add} onClose={onClose} wide>
      <form
        className="form"
        onSubmit={submit}
        onChange={(event) => {
          const fields = new FormData(event.currentTarget);
          setLanguage(textOf(fields, 'language') === 'en' ? 'en' : 'nl');
          setForm(textOf(fields, 'form'));
        }}
      >
        <label className="field">
          <span className="field__label">{t.templates.name}</span>
          <input className="input" name="name" defaultValue={start.name} maxLength={80} required />
        </label>
        <div className="template-editor__choices">
          <ChoiceField
            name="intent"
            label={t.templates.intent}
            value={start.intent}
            options={templateIntents}
            texts={t.templates.intents}
          />
          <ChoiceField
            name="language"
            label={t.templates.language}
            value={language}
            options={['nl', 'en']}
            texts={t.templates.languages}
          />
          <ChoiceField
            name="form"
            label={t.templates.form}
            value={form}
            options={templateForms}
            texts={t.templates.forms}
          />
          <ChoiceField
            name="visibility"
            label={t.templates.visibility}
            value={start.visibility}
            options={['any', 'private', 'public']}
            texts={t.templates.visibilities}
          />
        </div>
        <label className="field">
          <span className="field__label">{t.templates.body}</span>
          <textarea
            className="input"
            rows={6}
            value={body}
            maxLength={4_000}
            lang={language}
            required
            onChange={(event) => {
              setBody(event.target.value);
            }}
          />
          <span className="muted">{t.templates.variables}</span>
        </label>
        <Preview body={body} language={language} form={form} />
        {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
        <div className="form__buttons">
          <button type="button" className="button" onClick={onClose}>
            {t.common.cancel}
          </button>
          <button type="submit" className="button button--primary" disabled={loading}>
            {t.templates.propose}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
