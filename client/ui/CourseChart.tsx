import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

/** A line of the chart: `key` is the field of the points. */
export type CourseLine = { readonly key: string; readonly name: string };

/** A step of the course with a figure by key; null where there is none. */
type CoursePoint = { readonly name: string } & Readonly<Record<string, string | number | null>>;

type CourseChartProps = {
  readonly points: readonly CoursePoint[];
  readonly lines: readonly CourseLine[];
  /** Lowest and highest mark of scores, which show one decimal; without it the lines are whole numbers from 0. */
  readonly scale?: readonly [lowest: number, highest: number];
};

const height = 280;
const axis = { stroke: 'var(--line-strong)', tick: { fill: 'var(--ink-soft)', fontSize: 12 } };
const legendText = (name: string) => <span className="chart__name">{name}</span>;
const tooltip = { background: 'var(--surface-raised)', border: '1px solid var(--line)', color: 'var(--ink)' };
const oneDigit = (value: unknown): string => (typeof value === 'number' ? value.toFixed(1) : '–');
// Colour and dash together, so that no line is told apart by colour alone.
const looks = [
  { stroke: 'var(--accent)', strokeDasharray: '0' },
  { stroke: 'var(--missed)', strokeDasharray: '7 4' },
  { stroke: 'var(--soon)', strokeDasharray: '2 4' },
  { stroke: 'var(--kept)', strokeDasharray: '12 4 2 4' },
  { stroke: 'var(--waiting)', strokeDasharray: '5 2' },
] as const;

/** Figures over time, a line each; five can be told apart. Hidden from screen readers: a table beside it says the same. */
export function CourseChart({ points, lines, scale }: CourseChartProps) {
  return (
    <div className="chart" aria-hidden>
      <ResponsiveContainer width="100%" height={height}>
        <LineChart data={[...points]} accessibilityLayer={false} margin={{ top: 8, right: 12, bottom: 0, left: 0 }}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="name" {...axis} interval="preserveStartEnd" minTickGap={18} />
          {scale === undefined ? (
            <YAxis {...axis} width={36} allowDecimals={false} />
          ) : (
            <YAxis {...axis} width={36} domain={[...scale]} tickCount={scale[1] - scale[0] + 1} />
          )}
          <Tooltip contentStyle={tooltip} {...(scale && { formatter: oneDigit })} />
          <Legend formatter={legendText} itemSorter={null} />
          {lines.map(({ key, name }, index) => (
            <Line
              key={key}
              name={name}
              dataKey={key}
              legendType="plainline"
              {...looks[index % looks.length]}
              strokeWidth={2.25}
              dot={{ r: 2, strokeDasharray: '0' }}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
