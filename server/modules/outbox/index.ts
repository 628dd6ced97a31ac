export { createOutbox, outboxEntryOf, type Outbox, type OutboxDoc } from './outbox.store.ts';
export { createSendGates, type SendGates } from './send-gates.store.ts';
export type { HeldBy } from './send-gate.ts';
