export { createOutbox, outboxEntryOf, type Outbox, type OutboxDoc, type OutboxState } from './outbox.store.ts';
