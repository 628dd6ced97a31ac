export { createOutbox, outboxEntryOf, type Outbox, type OutboxDoc } from './outbox.store.ts';
