import type { CueTrendPageQuery } from '#client/gql/graphql.ts';

type Answer = CueTrendPageQuery['cueTrend'];

/** The course of signs as the page reads it. */
export type CueTrendData = Extract<Answer, { readonly total: unknown }>;

/** A sign that is looked into. */
export type ChosenSign = { readonly code: string; readonly name: string };
