import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { leadKinds, mostLeads, nextLead } from './warning-leads.ts';
import type { EditedLead, WarnedSubject } from './warning-leads.ts';

type WarningLeadFieldsProps = {
  readonly subject: WarnedSubject;
  readonly leads: readonly EditedLead[];
  readonly onChange: (leads: readonly EditedLead[]) => void;
};

/** The lead times of one subject: one to four rows. */
export function WarningLeadFields({ subject, leads, onChange }: WarningLeadFieldsProps) {
  const { t } = useLanguage();
  const name = t.warnings.subjects[subject];
  const set = (key: number, change: Partial<EditedLead>): void => {
    onChange(leads.map((lead) => (lead.key === key ? { ...lead, ...change } : lead)));
  };
  return (
    <fieldset className="field">
      <legend className="field__label">{name}</legend>
      <ul className="warning-leads">
        {leads.map((lead, place) => (
          <li key={lead.key}>
            <input
              className="input warning-leads__amount"
              type="number"
              min={1}
              aria-label={t.warnings.amountOf(name, place + 1)}
              value={lead.amount}
              onChange={(event) => {
                set(lead.key, { amount: Math.trunc(Number(event.target.value)) });
              }}
            />
            <select
              className="input"
              aria-label={t.warnings.kindOf(name, place + 1)}
              value={lead.kind}
              onChange={(event) => {
                set(lead.key, { kind: leadKinds.find((kind) => kind === event.target.value) ?? 'share' });
              }}
            >
              {leadKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t.warnings.kinds[kind]}
                </option>
              ))}
            </select>
            <button
              type="button"
              className="button button--quiet button--icon"
              aria-label={t.warnings.remove(name, place + 1)}
              disabled={leads.length === 1}
              onClick={() => {
                onChange(leads.filter(({ key }) => key !== lead.key));
              }}
            >
              <Icon name="cross" size={16} />
            </button>
          </li>
        ))}
      </ul>
      {leads.length >= mostLeads ? null : (
        <button
          type="button"
          className="button button--small warning-leads__add"
          aria-label={t.warnings.addTo(name)}
          onClick={() => {
            onChange([...leads, nextLead(leads)]);
          }}
        >
          <Icon name="plus" size={14} /> {t.warnings.add}
        </button>
      )}
    </fieldset>
  );
}
