import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatDuration } from '#client/lib/durations.ts';
import { useLanguage } from '#client/lib/i18n/LanguageProvider.tsx';

const height = 260;

/** A step of the course: medians and P90 in ms, null where nobody was answered. */
export type TrendPoint = {
  readonly name: string;
  readonly medianMs: number | null;
  readonly openMs: number | null;
  readonly p90Ms: number | null;
};

const axis = { stroke: 'var(--line-strong)', tick: { fill: 'var(--ink-soft)', fontSize: 12 } };
/** Words in the colour of text: a line's own colour may be too faint to read. */
const legendText = (name: string) => <span className="chart__name">{name}</span>;
const tooltip = { background: 'var(--surface-raised)', border: '1px solid var(--line)', color: 'var(--ink)' };

/** The course of reply times as lines, told apart by dashes as well as colours. Hidden from screen readers: its table says the same. */
export function TrendChart({ points }: { readonly points: readonly TrendPoint[] }) {
  const { t, language } = useLanguage();
  const text = (value: unknown): string => (typeof value === 'number' ? formatDuration(value, language) : '–');
  return (
    <div className="chart" aria-hidden>
      <ResponsiveContainer width="100%" height={height}>
        <LineChart data={[...points]} accessibilityLayer={false} margin={{ top: 8, right: 12, bottom: 0, left: 0 }}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="name" {...axis} />
          <YAxis {...axis} width={70} tickFormatter={(value: number) => formatDuration(value, language)} />
          <Tooltip contentStyle={tooltip} formatter={text} />
          <Legend formatter={legendText} />
          <Line
            name={`${t.report.median} (${t.report.calendar})`}
            dataKey="medianMs"
            stroke="var(--accent)"
            strokeWidth={2.5}
            dot={{ r: 3 }}
            isAnimationActive={false}
          />
          <Line
            name={`${t.report.median} (${t.report.openHours})`}
            dataKey="openMs"
            stroke="var(--kept)"
            strokeWidth={2}
            strokeDasharray="2 4"
            dot={{ r: 2 }}
            isAnimationActive={false}
          />
          <Line
            name={`${t.report.p90} (${t.report.calendar})`}
            dataKey="p90Ms"
            stroke="var(--soon)"
            strokeWidth={2}
            strokeDasharray="7 4"
            dot={{ r: 2 }}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

/** One stretch of time with how often it was promised and how often it happened. */
export type BarPoint = { readonly name: string; readonly promised: number; readonly real: number };

/** What was promised beside what happened. Hidden from screen readers: its table says the same. */
export function PromiseBarsChart({ points }: { readonly points: readonly BarPoint[] }) {
  const { t } = useLanguage();
  return (
    <div className="chart" aria-hidden>
      <ResponsiveContainer width="100%" height={height}>
        <BarChart data={[...points]} accessibilityLayer={false} margin={{ top: 8, right: 12, bottom: 0, left: 0 }}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="name" {...axis} interval="preserveStartEnd" />
          <YAxis {...axis} width={40} allowDecimals={false} />
          <Tooltip contentStyle={tooltip} cursor={{ fill: 'var(--surface-sunk)' }} />
          <Legend formatter={legendText} />
          <Bar
            name={t.report.promised}
            dataKey="promised"
            fill="var(--waiting-soft)"
            stroke="var(--waiting)"
            strokeWidth={1.5}
            strokeDasharray="4 3"
            isAnimationActive={false}
          />
          <Bar name={t.report.real} dataKey="real" fill="var(--accent)" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
