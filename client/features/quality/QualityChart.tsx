import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

/** A line of the chart: `key` is the field of the points. */
type QualityLine = { readonly key: string; readonly name: string };

/** A step with the mean of each part; null where there were too few. */
type QualityPoint = { readonly name: string } & Readonly<Record<string, string | number | null>>;

type QualityChartProps = { readonly points: readonly QualityPoint[]; readonly lines: readonly QualityLine[] };

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

/** The mean scores over time, from 1 to 5. Hidden from screen readers: its table says the same. */
export function QualityChart({ points, lines }: QualityChartProps) {
  return (
    <div className="chart" aria-hidden>
      <ResponsiveContainer width="100%" height={height}>
        <LineChart data={[...points]} accessibilityLayer={false} margin={{ top: 8, right: 12, bottom: 0, left: 0 }}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="name" {...axis} interval="preserveStartEnd" minTickGap={18} />
          <YAxis {...axis} width={30} domain={[1, 5]} ticks={[1, 2, 3, 4, 5]} />
          <Tooltip contentStyle={tooltip} formatter={oneDigit} />
          <Legend formatter={legendText} itemSorter={null} />
          {lines.map(({ key, name }, index) => (
            <Line
              key={key}
              name={name}
              dataKey={key}
              legendType="plainline"
              {...looks[index % looks.length]}
              strokeWidth={2.25}
              dot={{ r: 3, strokeDasharray: '0' }}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
