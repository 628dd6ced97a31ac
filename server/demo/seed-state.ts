import type { Collection, Db } from 'mongodb';

/** How far the demo's stories got in this database. */
type SeedStateDoc = { _id: 'demo'; state: 'started' | 'finished' };

/** What to do with the demo's stories at a start. */
export type SeedDecision =
  | 'play'
  /** They were played to the end before. */
  | 'played'
  /** The database holds something that is no demo: nothing is played into it. */
  | 'foreign';

/** Keeps note of the seeding, so that one that was cut off begins anew and foreign data is never touched. */
export type SeedState = {
  /** Decides; an unfinished demo is removed first, and only that. */
  decide(): Promise<SeedDecision>;
  begin(): Promise<void>;
  finish(): Promise<void>;
};

/** Makes the note keeper of one database; ask before indexes and data are made. */
export function createSeedState(db: Db): SeedState {
  const states: Collection<SeedStateDoc> = db.collection('demoState');
  return {
    decide: async () => {
      const known = await states.findOne({ _id: 'demo' });
      if (known?.state === 'finished') return 'played';
      if (known?.state === 'started') {
        await db.dropDatabase();
        return 'play';
      }
      return (await db.collection('brands').findOne({})) === null ? 'play' : 'foreign';
    },
    begin: async () => {
      await states.insertOne({ _id: 'demo', state: 'started' });
    },
    finish: async () => {
      await states.updateOne({ _id: 'demo' }, { $set: { state: 'finished' } });
    },
  };
}
