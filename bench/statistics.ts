/** The middle value (of an even count the mean of the two); NaN for none. */
export function median(values: readonly number[]): number {
  return (quantile(values, 0.5, Math.floor) + quantile(values, 0.5, Math.ceil)) / 2;
}

/** The value that `share` (0 to 1) of the values do not exceed; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  return quantile(values, share, Math.ceil);
}

function quantile(values: readonly number[], share: number, round: (position: number) => number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[round(share * (sorted.length - 1))] ?? Number.NaN;
}

/** Lowest and highest value, for a line of detail. */
export function spread(values: readonly number[]): string {
  return `${shown(Math.min(...values))}..${shown(Math.max(...values))}`;
}

/** A number with three significant digits or no decimals, as figures are printed. */
export function shown(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
