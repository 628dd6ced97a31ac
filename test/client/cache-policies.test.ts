import { isUnionType } from 'graphql';
import { expect, test } from 'vitest';
import { possibleTypes } from '#client/cache-policies.ts';
import { readSchema } from './support/schema-fetch.ts';

test('the cache knows the members of every union of the schema', () => {
  const unions = Object.values(readSchema().getTypeMap()).filter(isUnionType);
  const members = unions.map((union) => [
    union.name,
    union
      .getTypes()
      .map((type) => type.name)
      .sort(),
  ]);
  expect(unions.length).toBeGreaterThan(0);
  expect(possibleTypes).toEqual(Object.fromEntries(members));
});
