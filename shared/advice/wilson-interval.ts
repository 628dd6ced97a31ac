/** Two-sided 95 % of the normal distribution. */
const z = 1.959963984540054;

/** Wilson's 95 % interval of a share, 0..1; the whole range when nothing was counted. */
export function wilsonInterval(kept: number, n: number): { readonly low: number; readonly high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const share = kept / n;
  const weight = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / weight;
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / weight;
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
