import { expect, test } from 'vitest';
import * as z from 'zod';
import { EVENT_NAMES, eventName } from '../../../console/src/ledger/event-name.ts';
import { DEADLINE_ACTED } from '../../../shared/domain/deadline/deadline-acted.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';

/** The types of event that a schema allows: those of all its options. */
const typesOf = (schema: z.core.$ZodType): readonly string[] => {
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => typesOf(option));
  if (!(schema instanceof z.ZodObject)) return [];
  const { type } = schema.shape;
  return type instanceof z.ZodLiteral ? [...type.values].map(String) : [];
};

const kept = new Set(Object.values(CONVERSATIONS).flatMap(({ aggregate }) => typesOf(aggregate.eventSchema)));

test('every event that a ledger can hold has a name, and nothing else has', () => {
  expect(kept.size).toBeGreaterThan(300);
  expect(Object.keys(EVENT_NAMES).sort()).toEqual([...kept, DEADLINE_ACTED].sort());
});

test('the English name is what the type says', () => {
  expect(eventName('requestPlaced')).toEqual({ zh: '发出请求', en: 'Request placed' });
  expect(eventName('somethingElse')).toEqual({ zh: 'somethingElse', en: 'Something else' });
});
