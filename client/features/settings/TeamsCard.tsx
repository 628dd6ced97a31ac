import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { TeamsCard_TeamFragment } from '#client/gql/graphql.ts';
import { textOf } from '#client/lib/form-text.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useSaving } from '#client/lib/use-saving.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Notice } from '#client/ui/StateViews.tsx';
import { SaveTeamDocument } from './hours-documents.ts';

type Team = TeamsCard_TeamFragment;
type Named = { readonly id: string; readonly name: string };
type TeamsCardProps = {
  readonly teams: readonly Team[];
  readonly users: readonly Named[];
  readonly accounts: readonly Named[];
};

function Choices({
  name,
  label,
  all,
  chosen,
}: {
  readonly name: string;
  readonly label: string;
  readonly all: readonly Named[];
  readonly chosen: readonly Named[];
}) {
  return (
    <fieldset className="field">
      <legend className="field__label">{label}</legend>
      <div className="holiday-list">
        {all.map(({ id, name: shown }) => (
          <label key={id} className="check">
            <input type="checkbox" name={name} value={id} defaultChecked={chosen.some((each) => each.id === id)} />
            <span>{shown}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function TeamDialog({
  team,
  users,
  accounts,
  onClose,
}: Omit<TeamsCardProps, 'teams'> & { readonly team: Team | null; readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [run, { loading }] = useMutation(SaveTeamDocument, { refetchQueries: ['HoursSection_scopes'] });
  const { save, problem } = useSaving(t.hours.teamSaved, onClose);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const ids = (name: string): string[] => form.getAll(name).filter((each) => typeof each === 'string');
    const input = {
      id: team?.id ?? null,
      name: textOf(form, 'name'),
      memberIds: ids('member'),
      accountIds: ids('account'),
    };
    void save(async () => (await run({ variables: { input } })).data?.saveTeam);
  };
  return (
    <Dialog title={team ? t.hours.editTeam(team.name) : t.hours.newTeam} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <label className="field">
          <span className="field__label">{t.hours.teamName}</span>
          <input className="input" name="name" maxLength={80} defaultValue={team?.name ?? ''} required />
        </label>
        <Choices name="member" label={t.hours.members} all={users} chosen={team?.members ?? []} />
        <Choices name="account" label={t.hours.accounts} all={accounts} chosen={team?.accounts ?? []} />
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

/** The teams and the channels they work, whose hours follow the team. */
export function TeamsCard({ teams, users, accounts }: TeamsCardProps) {
  const { t } = useLanguage();
  const [edited, setEdited] = useState<Team | 'new' | null>(null);
  return (
    <section className="card hours-card" aria-label={t.hours.teams}>
      <h3>{t.hours.teams}</h3>
      <p className="muted">{t.hours.teamsIntro}</p>
      {teams.length === 0 ? <p className="muted">{t.hours.teamsEmpty}</p> : null}
      <ul className="special-days">
        {teams.map((team) => (
          <li key={team.id}>
            <span>
              <strong>{team.name}</strong> · {team.accounts.map(({ name }) => name).join(', ') || '–'}
              <br />
              <span className="muted">{team.members.map(({ name }) => name).join(', ')}</span>
            </span>
            <button
              type="button"
              className="button button--small"
              aria-label={t.hours.editTeam(team.name)}
              onClick={() => {
                setEdited(team);
              }}
            >
              <Icon name="pen" size={14} /> {t.settings.change}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        onClick={() => {
          setEdited('new');
        }}
      >
        <Icon name="plus" /> {t.hours.newTeam}
      </button>
      {edited === null ? null : (
        <TeamDialog
          team={edited === 'new' ? null : edited}
          users={users}
          accounts={accounts}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </section>
  );
}
