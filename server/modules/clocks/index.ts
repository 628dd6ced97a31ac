export { clockDocOf } from './clock-docs.ts';
export {
  createClocksStore as createClocks,
  type Clocks,
  type ResponseClockDoc,
  type StartedTurn,
} from './clocks.store.ts';
