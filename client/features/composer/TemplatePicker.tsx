import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { TemplatePickerQuery } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { readingAgain } from '#client/lib/reading-again.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { Notice, Skeleton } from '#client/ui/StateViews.tsx';
import { fillTemplate } from '#shared/replies/fill-template.ts';
import { TemplatesDocument } from './composer-documents.ts';
import { useSendTemplate, type TemplateValue } from './use-send-template.ts';

type TemplateList = NonNullable<TemplatePickerQuery['platformTemplates']>;
type Template = TemplateList['templates'][number];
type TemplatePickerProps = { readonly conversationId: string; readonly customerName: string | null | undefined };

/** A template's text with what was filled in; open places keep their name in square brackets. */
function previewOf(template: Template, values: readonly TemplateValue[]): string[] {
  const fill = (part: 'header' | 'body', words: string | null | undefined): string =>
    fillTemplate(words ?? '', (name) => {
      const value = values.find((each) => each.part === part && each.name === name)?.text.trim() ?? '';
      return value === '' ? `[${name}]` : value;
    });
  return [fill('header', template.header), fill('body', template.body), template.footer ?? ''].filter(
    (words) => words !== '',
  );
}

/** The first variable is the customer's name more often than not; it can be changed. */
function firstValues(template: Template, customerName: string | null): TemplateValue[] {
  const variables = [
    ...template.headerVariables.map((name) => ({ part: 'header' as const, name })),
    ...template.bodyVariables.map((name) => ({ part: 'body' as const, name })),
  ];
  return variables.map((variable) => {
    const isName = variable.name === '1' || /naam|name/u.test(variable.name);
    return {
      ...variable,
      text: isName && variable.part === variables[0]?.part ? (customerName?.split(' ')[0] ?? '') : '',
    };
  });
}

type FormProps = TemplatePickerProps & { readonly template: Template };

function TemplateForm({ conversationId, customerName, template }: FormProps) {
  const { t } = useLanguage();
  const [values, setValues] = useState(() => firstValues(template, customerName ?? null));
  const { send, sending, problem } = useSendTemplate(conversationId);
  const complete = values.every(({ text }) => text.trim() !== '');
  return (
    <div className="template">
      {values.map(({ part, name, text }, index) => (
        <label key={`${part} ${name}`} className="field">
          <span className="field__label">{t.template.variable(name)}</span>
          <input
            className="input"
            value={text}
            maxLength={1024}
            onChange={(event) => {
              const words = event.target.value;
              setValues((before) => before.map((each, place) => (place === index ? { ...each, text: words } : each)));
            }}
          />
        </label>
      ))}
      <figure className="template__preview" aria-label={t.template.preview}>
        <figcaption className="muted">{t.template.preview}</figcaption>
        {previewOf(template, values).map((words) => (
          <p key={words} lang={template.language.slice(0, 2)}>
            {words}
          </p>
        ))}
      </figure>
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
      <button
        type="button"
        className="button button--primary"
        disabled={!complete || sending}
        onClick={() => void send({ name: template.name, language: template.language, values })}
      >
        <Icon name="send" /> {sending ? t.composer.sending : t.template.send}
      </button>
    </div>
  );
}

/** Opens the conversation again with a message the platform approved beforehand; nothing on channels that have none. */
export function TemplatePicker({ conversationId, customerName }: TemplatePickerProps) {
  const { t, pick } = useLanguage();
  const [chosen, setChosen] = useState('');
  const { data, loading, refetch } = useQuery(TemplatesDocument, { variables: { conversationId, fresh: false } });
  const list = data?.platformTemplates ?? null;
  if (loading && !data) return <Skeleton blocks={1} lines={1} />;
  if (list === null) return null;
  const usable = list.templates.filter(({ obstacle }) => !obstacle);
  const template = usable.find(({ id }) => id === chosen) ?? null;
  const others = list.templates.filter(({ obstacle }) => obstacle);
  return (
    <section className="templates" aria-label={t.template.title}>
      <div className="templates__head">
        <label className="field templates__choice">
          <span className="field__label">{t.template.title}</span>
          <select
            className="input"
            value={chosen}
            onChange={(event) => {
              setChosen(event.target.value);
            }}
          >
            <option value="">{usable.length === 0 ? t.template.none : t.template.choose}</option>
            {usable.map(({ id, name, language }) => (
              <option key={id} value={id}>
                {name.replaceAll('_', ' ')} ({language})
              </option>
            ))}
            {others.map(({ id, name, language, obstacle }) => (
              <option key={id} value={id} disabled>
                {name.replaceAll('_', ' ')} ({language}): {obstacle ? pick(obstacle) : ''}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button button--small"
          onClick={readingAgain(() => refetch({ conversationId, fresh: true }))}
        >
          {t.template.refresh}
        </button>
      </div>
      {list.problem ? <Notice tone="bad">{pick(list.problem)}</Notice> : null}
      {template === null ? null : (
        <TemplateForm
          key={template.id}
          conversationId={conversationId}
          customerName={customerName}
          template={template}
        />
      )}
    </section>
  );
}
