import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { edxlMessageSchemas } from '../../../shared/exchange/edxl/messages.ts';
import { firstProblems } from '../../../shared/exchange/first-problems.ts';

const told = (schema: z.ZodType, value: unknown, reportInput = true) => {
  const { error } = schema.safeParse(value, { reportInput });
  if (!error) throw new Error('nothing is wrong with it');
  return firstProblems(error);
};

describe('the first problems of a value', () => {
  const schema = z.strictObject({ to: z.array(z.string()), at: z.number() });

  it('are told in both languages, each with its place', () => {
    const { zh, en } = told(schema, { to: ['620100', 7], at: '九点' });
    expect(en).toBe(
      '/to/1 Invalid input: expected string, received number; /at Invalid input: expected number, received string',
    );
    expect(zh).toMatch(/^\/to\/1 \p{Script=Han}.*; \/at \p{Script=Han}/u);
  });

  it('are told in Chinese as far as they are known', () => {
    const { zh, en } = told(schema, { to: [], at: '九点' }, false);
    expect([zh, en]).toEqual(['/at 不合要求', '/at Invalid input: expected number, received string']);
  });

  it('name the rule of EDXL-RM that is broken', () => {
    const schemaOf = edxlMessageSchemas.RequestInformation.shape.ContactInformation;
    expect(told(schemaOf, [{}])).toEqual({
      zh: '/0 联系人须有 ContactDescription 或 ContactRole，也可两者兼有。',
      en: '/0 A contact carries its ContactDescription, its ContactRole, or both.',
    });
  });

  it('are three at most', () => {
    expect(told(z.array(z.number()), ['a', 'b', 'c', 'd']).en.split('; ')).toHaveLength(3);
  });
});
