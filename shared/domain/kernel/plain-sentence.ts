import type * as z from 'zod';
import type { Text } from './text.ts';

type Issue = z.core.$ZodIssue;
type Small = Extract<Issue, { code: 'too_small' }>;
type Big = Extract<Issue, { code: 'too_big' }>;

/** As many choices as are named; more are not helpful. */
const NAMED_CHOICES = 20;

const MISSING: Text = { zh: '必须填写', en: 'must be filled in' };

const FORMATS: Readonly<Record<string, Text>> = {
  datetime: { zh: '须为时间，如2026-10-01T08:00:00+08:00', en: 'must be a time, e.g. 2026-10-01T08:00:00+08:00' },
  email: { zh: '不是电子邮箱地址', en: 'is no e-mail address' },
  url: { zh: '不是网址', en: 'is no address on the web' },
  uuid: { zh: '不是编号', en: 'is no id' },
  regex: { zh: '格式不正确', en: 'is not of the right form' },
};

const tooSmall = ({ origin, minimum, inclusive = true }: Small): Text | undefined => {
  if (origin === 'string')
    return minimum === 1 ? MISSING : { zh: `至少${minimum}个字`, en: `must have at least ${minimum} characters` };
  if (origin === 'array') return { zh: `至少${minimum}项`, en: `must have at least ${minimum} of them` };
  if (origin !== 'number' && origin !== 'int') return undefined;
  return inclusive
    ? { zh: `不得小于${minimum}`, en: `must be at least ${minimum}` }
    : { zh: `须大于${minimum}`, en: `must be more than ${minimum}` };
};

const tooBig = ({ origin, maximum, inclusive = true }: Big): Text | undefined => {
  if (origin === 'string') return { zh: `最多${maximum}个字`, en: `must have at most ${maximum} characters` };
  if (origin === 'array') return { zh: `最多${maximum}项`, en: `must have at most ${maximum} of them` };
  if (origin !== 'number' && origin !== 'int') return undefined;
  return inclusive
    ? { zh: `不得大于${maximum}`, en: `must be at most ${maximum}` }
    : { zh: `须小于${maximum}`, en: `must be less than ${maximum}` };
};

const oneOf = (values: readonly unknown[]): Text | undefined =>
  values.length > NAMED_CHOICES
    ? undefined
    : { zh: `须为以下之一：${values.join('、')}`, en: `must be one of: ${values.join(', ')}` };

/** @returns what is wrong in the words of whoever fills in a form; `undefined` where zod says it as well. */
export const plainSentence = (issue: Issue): Text | undefined => {
  switch (issue.code) {
    case 'invalid_type':
      return 'input' in issue && issue.input === undefined ? MISSING : undefined;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'not_multiple_of':
      return { zh: `须为${issue.divisor}的倍数`, en: `must be a multiple of ${issue.divisor}` };
    case 'invalid_format':
      return FORMATS[issue.format];
    case 'invalid_value':
      return 'input' in issue && issue.input === undefined ? MISSING : oneOf(issue.values);
    default:
      return undefined;
  }
};
