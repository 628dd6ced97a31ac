import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

/** A line of the chart: `key` is the field of the points. */
export type CueLine = { readonly key: string; readonly name: string };

/** A step of the course with the number of messages by key. */
export type CuePoint = { readonly name: string } & Readonly<Record<string, string | number>>;

const height = 280;
const axis = { stroke: 'var(--line-strong)', tick: { fill: 'var(--ink-soft)', fontSize: 12 } };
const legendText = (name: string) => <span className="chart__name">{name}</span>;
const tooltip = { background: 'var(--surface-raised)', border: '1px solid var(--line)', color: 'var(--ink)' };
// Colour and dash together, so that no line is told apart by colour alone.
const looks = [
  { stroke: 'var(--accent)', strokeDasharray: '0' },
  { stroke: 'var(--missed)', strokeDasharray: '7 4' },
  { stroke: 'var(--soon)', strokeDasharray: '2 4' },
  { stroke: 'var(--kept)', strokeDasharray: '12 4 2 4' },
  { stroke: 'var(--waiting)', strokeDasharray: '5 2' },
] as const;

/** How many lines can be told apart. */
export const mostLines = looks.length;

/** The number of messages with each chosen sign over time. Hidden from screen readers: its table says the same. */
export function CueChart({
  points,
  lines,
}: {
  readonly points: readonly CuePoint[];
  readonly lines: readonly CueLine[];
}) {
  return (
    <div className="chart" aria-hidden>
      <ResponsiveContainer width="100%" height={height}>
        <LineChart data={[...points]} accessibilityLayer={false} margin={{ top: 8, right: 12, bottom: 0, left: 0 }}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="name" {...axis} interval="preserveStartEnd" minTickGap={18} />
          <YAxis {...axis} width={36} allowDecimals={false} />
          <Tooltip contentStyle={tooltip} />
          <Legend formatter={legendText} itemSorter={null} />
          {lines.map(({ key, name }, index) => (
            <Line
              key={key}
              name={name}
              dataKey={key}
              legendType="plainline"
              {...looks[index % mostLines]}
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
