import type { ReportGrouping } from '#client/gql/graphql.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { CsvButton } from '#client/ui/CsvButton.tsx';
import type { CsvStyle } from '#client/lib/csv.ts';
import { groupCells, GroupTable } from './GroupTable.tsx';
import { groupingsFor } from './report-choice.ts';
import type { ReportData } from './report-types.ts';

type GroupSectionProps = {
  readonly report: Pick<ReportData, 'groups' | 'total'>;
  readonly by: ReportGrouping;
  readonly writer: string | null;
  readonly onBy: (by: ReportGrouping) => void;
  readonly csv: { readonly name: string; readonly style: CsvStyle };
};

/** The figures divided by channel, account, agent and so on, with the whole at the end. */
export function GroupSection({ report, by, writer, onBy, csv }: GroupSectionProps) {
  const { t, pick } = useLanguage();
  const groupings = groupingsFor(writer);
  const heading = t.report.groupings[by];
  const rows = [
    ...report.groups.map(({ key, label, figures }) => ({ key: key ?? '-', name: pick(label), figures })),
    { key: 'total', name: t.report.team, figures: report.total, strong: true },
  ];
  return (
    <section aria-labelledby="groups-title" className="report__part">
      <div className="report__head">
        <h2 id="groups-title">{t.report.groups}</h2>
        <label className="report__choice">
          {t.report.by}
          <select
            className="input input--small"
            value={by}
            onChange={(event) => {
              const chosen = groupings.find((each) => each === event.target.value);
              if (chosen) onBy(chosen);
            }}
          >
            {groupings.map((each) => (
              <option key={each} value={each}>
                {t.report.groupings[each]}
              </option>
            ))}
          </select>
        </label>
        <CsvButton {...csv} rows={() => groupCells(heading, rows, t)} />
      </div>
      {by === 'agent' ? <p className="muted">{t.report.agentsNote}</p> : null}
      <GroupTable heading={heading} label={t.report.groups} rows={rows} />
    </section>
  );
}
