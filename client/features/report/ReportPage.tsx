import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useDates } from '#client/lib/dates.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';
import { useNow } from '#client/lib/present.ts';
import { EmptyState, ErrorState, Notice, Skeleton } from '#client/ui/StateViews.tsx';
import type { CsvStyle } from '#client/lib/csv.ts';
import { FigureCards } from './FigureCards.tsx';
import { GroupSection } from './GroupSection.tsx';
import { HeatMap } from './HeatMap.tsx';
import { LeftOut } from './LeftOut.tsx';
import { PromiseBars } from './PromiseBars.tsx';
import { PromiserTable } from './PromiserTable.tsx';
import { changedSearch, readChoice, reportInputOf } from './report-choice.ts';
import type { ReportChoice } from './report-choice.ts';
import { ReportPageDocument } from './report-documents.ts';
import { ReportFilters } from './ReportFilters.tsx';
import type { ReportData } from './report-types.ts';
import { TrendSection } from './TrendSection.tsx';
import { WordingComparison } from './WordingComparison.tsx';

type Change = Partial<Readonly<Record<keyof ReportChoice, string | null>>>;

const csvStyles = ['semicolon', 'comma'] as const;

function isEmpty({ total, leftOut }: ReportData): boolean {
  return total.answered + total.waiting + leftOut.received + leftOut.sentByPeople + leftOut.sentByMachines === 0;
}

type ReportBodyProps = {
  readonly report: ReportData;
  readonly choice: ReportChoice;
  readonly csvStyle: CsvStyle;
  readonly onChange: (change: Change) => void;
};

function ReportBody({ report, choice, csvStyle, onChange }: ReportBodyProps) {
  const { t } = useLanguage();
  if (isEmpty(report)) return <EmptyState icon="clock" title={t.report.empty} hint={t.report.emptyHint} />;
  const csv = (part: string) => ({ name: `woordhouder-${part}-${report.from}-${report.to}`, style: csvStyle });
  return (
    <>
      {choice.writer === null ? null : <Notice tone="info">{t.report.writerNote}</Notice>}
      <FigureCards total={report.total} ofWriter={choice.writer !== null} />
      <TrendSection
        groups={report.trend}
        step={choice.step}
        csv={csv(choice.step)}
        onStep={(step) => {
          onChange({ step });
        }}
      />
      <PromiseBars report={report} csv={csv('promises')} />
      {choice.writer === null ? (
        <>
          <PromiserTable rows={report.promisers} csv={csv('promisers')} />
          <HeatMap hours={report.hours} csv={csv('hours')} />
          <WordingComparison groups={report.wordings} />
        </>
      ) : null}
      <GroupSection
        report={report}
        by={choice.by}
        writer={choice.writer}
        csv={csv(choice.by)}
        onBy={(by) => {
          onChange({ by });
        }}
      />
      <LeftOut leftOut={report.leftOut} csv={csv('left-out')} />
    </>
  );
}

function useReport(choice: ReportChoice) {
  const { by, step } = choice;
  const { data, previousData, error, loading, refetch } = useQuery(ReportPageDocument, {
    variables: { input: reportInputOf(choice), by, step },
    fetchPolicy: 'cache-and-network',
  });
  const retry = (): void => {
    refetch().catch((problem: unknown) => {
      console.error(problem);
    });
  };
  // The old figures stay while new ones come: a page that collapses at each choice loses its reader.
  return { result: (data ?? previousData)?.report ?? null, failed: error !== undefined && !data, loading, retry };
}

function CsvStyleChoice({ style, onStyle }: { readonly style: CsvStyle; readonly onStyle: (style: CsvStyle) => void }) {
  const { t } = useLanguage();
  return (
    <label className="report__choice">
      {t.report.separator}
      <select
        className="input input--small"
        value={style}
        onChange={(event) => {
          onStyle(event.target.value === 'comma' ? 'comma' : 'semicolon');
        }}
      >
        {csvStyles.map((each) => (
          <option key={each} value={each}>
            {t.report.separators[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

type ReportHeadProps = {
  readonly choice: ReportChoice;
  readonly today: string;
  readonly report: ReportData | null;
  readonly csvStyle: CsvStyle;
  readonly onChange: (change: Change) => void;
  readonly onCsvStyle: (style: CsvStyle) => void;
  readonly onRefresh: () => void;
};

function ReportHead({ choice, today, report, csvStyle, onChange, onCsvStyle, onRefresh }: ReportHeadProps) {
  const { t } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  return (
    <header>
      <h1>{t.report.title}</h1>
      <p className="page__intro muted">{t.report.intro}</p>
      <ReportFilters choice={choice} today={today} onChange={onChange} />
      <div className="report__tools">
        <span className="muted" role="status">
          {report ? t.report.asOf(dates.moment(report.at, now)) : ''}
        </span>
        <button type="button" className="button button--small" onClick={onRefresh}>
          {t.report.refresh}
        </button>
        <CsvStyleChoice style={csvStyle} onStyle={onCsvStyle} />
      </div>
    </header>
  );
}

/** The report: honest figures of a period with their course, hours, wordings and what they leave out. */
export function ReportPage() {
  const { t, pick, language } = useLanguage();
  const dates = useDates();
  const now = useNow(60_000);
  const [search, setSearch] = useSearchParams();
  const [chosenStyle, setChosenStyle] = useState<CsvStyle | null>(null);
  const today = dates.dayKey(now);
  const { choice, valid } = readChoice(search, today);
  const { result, failed, loading, retry } = useReport(choice);
  const csvStyle = chosenStyle ?? (language === 'nl' ? 'semicolon' : 'comma');
  const change = (part: Change): void => {
    setSearch(changedSearch(search, part), { replace: true });
  };
  const report = result && 'total' in result ? result : null;
  return (
    <div className="page" aria-busy={loading}>
      <ReportHead
        choice={choice}
        today={today}
        report={report}
        csvStyle={csvStyle}
        onChange={change}
        onCsvStyle={setChosenStyle}
        onRefresh={retry}
      />
      {valid ? null : <Notice tone="warn">{t.report.unknownPeriod}</Notice>}
      {result && 'message' in result ? <Notice tone="bad">{pick(result.message)}</Notice> : null}
      {failed ? <ErrorState onRetry={retry} /> : null}
      {report ? <ReportBody report={report} choice={choice} csvStyle={csvStyle} onChange={change} /> : null}
      {result === null && !failed ? <Skeleton blocks={6} /> : null}
    </div>
  );
}
