import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { WarningRules_RulesFragment } from '#client/gql/graphql.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useSaving } from '#client/lib/use-saving.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { NormScopeFields } from './NormScopeFields.tsx';
import { SetWarningRulesDocument } from './warning-documents.ts';
import { editedLeads, leadsInput, warnedSubjects } from './warning-leads.ts';
import type { EditedLead, WarnedSubject } from './warning-leads.ts';
import { WarningLeadFields } from './WarningLeadFields.tsx';

type WarningDialogProps = {
  /** The rules that the form begins with. */
  readonly rules: WarningRules_RulesFragment;
  /** True to choose a channel of its own. */
  readonly isNew: boolean;
  readonly channels: ReadonlyMap<string, string>;
  readonly onClose: () => void;
};

/** Sets when to warn on a channel, for deadlines set from now on. */
export function WarningDialog({ rules, isNew, channels, onClose }: WarningDialogProps) {
  const { t } = useLanguage();
  const [leads, setLeads] = useState<Readonly<Record<WarnedSubject, readonly EditedLead[]>>>({
    norm: editedLeads(rules.norm),
    explicit: editedLeads(rules.explicit),
    vague: editedLeads(rules.vague),
  });
  const [run, { loading }] = useMutation(SetWarningRulesDocument, { refetchQueries: ['WarningRules'] });
  const { save, problem } = useSaving(t.common.saved, onClose);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const channel = textOf(form, 'channel');
    const input = {
      channel: channel === '' ? null : channel,
      visibility: textOf(form, 'visibility') === 'public' ? ('public' as const) : ('private' as const),
      norm: leadsInput(leads.norm),
      explicit: leadsInput(leads.explicit),
      vague: leadsInput(leads.vague),
    };
    void save(async () => (await run({ variables: { input } })).data?.setWarningRules);
  };
  return (
    <Dialog title={isNew ? t.warnings.addRules : t.warnings.title} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <NormScopeFields scope={isNew ? null : rules} channels={channels} />
        {warnedSubjects.map((subject) => (
          <WarningLeadFields
            key={subject}
            subject={subject}
            leads={leads[subject]}
            onChange={(changed) => {
              setLeads({ ...leads, [subject]: changed });
            }}
          />
        ))}
        <p className="muted">{t.warnings.hint}</p>
        {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
        <div className="form__buttons">
          <button type="button" className="button" onClick={onClose}>
            {t.common.cancel}
          </button>
          <button type="submit" className="button button--primary" disabled={loading}>
            {t.common.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
