import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { issueSentence, refinement } from '../../../shared/domain/kernel/issue-sentence.ts';

const told = (schema: z.ZodType, value: unknown) => {
  const [issue] = schema.safeParse(value, { reportInput: true }).error?.issues ?? [];
  return issue && issueSentence(issue);
};

describe('what is wrong with a value', () => {
  it.each([
    [z.strictObject({ a: z.string() }), {}, '必须填写', 'must be filled in'],
    [z.enum(['x', 'y']), undefined, '必须填写', 'must be filled in'],
    [z.string().min(1), '', '必须填写', 'must be filled in'],
    [z.string().min(3), 'a', '至少3个字', 'must have at least 3 characters'],
    [z.string().max(2), 'abc', '最多2个字', 'must have at most 2 characters'],
    [z.int().min(1), 0, '不得小于1', 'must be at least 1'],
    [z.number().positive(), 0, '须大于0', 'must be more than 0'],
    [z.number().max(9), 10, '不得大于9', 'must be at most 9'],
    [z.number().lt(9), 9, '须小于9', 'must be less than 9'],
    [z.array(z.string()).min(1), [], '至少1项', 'must have at least 1 of them'],
    [z.array(z.string()).max(1), ['a', 'b'], '最多1项', 'must have at most 1 of them'],
    [z.enum(['x', 'y']), 'z', '须为以下之一：x、y', 'must be one of: x, y'],
    [z.string().regex(/^\d+$/), 'a', '格式不正确', 'is not of the right form'],
    [z.email(), 'a', '不是电子邮箱地址', 'is no e-mail address'],
    [z.string().refine(() => false, { ...refinement({ zh: '不行', en: 'no' }) }), 'a', '不行', 'no'],
  ] as const)('%# is said in plain words', (schema, value, zh, en) => {
    expect(told(schema, value)).toEqual({ zh, en });
  });

  it('is said as zod says it where a value is of another type', () => {
    expect(told(z.string(), 1)).toMatchObject({ en: 'Invalid input: expected string, received number' });
  });
});
