import type { ReportPageQuery } from '#client/gql/graphql.ts';

/** The report as the page reads it. */
export type ReportData = Extract<ReportPageQuery['report'], { total: unknown }>;
export type ReportGroup = ReportData['groups'][number];
export type ReportFiguresData = ReportGroup['figures'];
export type Durations = ReportFiguresData['reply']['calendar'];
export type Rate = ReportFiguresData['inNorm'];
export type ReportHour = ReportData['hours'][number];
