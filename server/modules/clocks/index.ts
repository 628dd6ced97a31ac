export { clockDocOf } from './clock-docs.ts';
export { createClocksStore as createClocks, type Clocks, type ResponseClockDoc } from './clocks.store.ts';
