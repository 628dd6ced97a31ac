/** Kinds of documents that are taken on from agents: what people send each other at work, and nothing that runs. */
export const documentTypes: readonly string[] = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'text/plain',
  'text/csv',
];

/** A megabyte as the platforms count it. */
export const megabyte = 1024 * 1024;
