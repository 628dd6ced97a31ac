/** From when on something of one owner is read. */
export type Span = { readonly id: string; readonly since: Date };

/** Owners that are read together, from the earliest of their instants on. */
export type SpanGroup = { readonly ids: readonly string[]; readonly since: Date };

const nearestMs = 3_600_000;
const factor = 8;

/**
 * Puts spans together that begin about equally long ago, so that few queries read many owners and none of them reads far more than its
 * own: an hour, eight hours, sixty-four, and so on before the latest.
 */
export function spanGroups(spans: readonly Span[]): SpanGroup[] {
  const latest = Math.max(...spans.map(({ since }) => since.getTime()));
  const groups = new Map<number, { ids: string[]; since: Date }>();
  for (const { id, since } of spans) {
    const hours = Math.max(1, (latest - since.getTime()) / nearestMs);
    const place = Math.ceil(Math.log(hours) / Math.log(factor));
    const group = groups.get(place) ?? { ids: [], since };
    group.ids.push(id);
    if (since.getTime() < group.since.getTime()) group.since = since;
    groups.set(place, group);
  }
  return [...groups.values()];
}
