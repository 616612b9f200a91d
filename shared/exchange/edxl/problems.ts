import type * as z from 'zod';
import { issueSentence } from '../../domain/kernel/issue-sentence.ts';
import { jsonPointer } from '../../domain/kernel/json-pointer.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { EDXL_RULES, type EdxlRule, ruleOf } from './rules.ts';

/** What is wrong at one place of a message. */
export interface EdxlProblem {
  /** RFC 6901, into the message. */
  readonly pointer: string;
  /** The rule of the standard that is broken, or `schema` where the shape of the element is simply wrong. */
  readonly rule: EdxlRule | 'schema';
  readonly message: Text;
}

/** More than this many problems are not told; the caller has enough to mend. */
export const MAXIMUM_PROBLEMS = 100;

const MISSING: Text = { en: 'A required element is missing.', zh: '缺少必需的元素。' };
const NOT_IN_MESSAGE: Text = { en: 'This message has no such element here.', zh: '此消息在此处没有这一元素。' };

type Offence = 'missing' | 'not in message' | 'wrong value';

/** The rules that the structure table keeps already, by what offends where. */
const STRUCTURAL_RULES: { readonly [O in Offence]: Readonly<Record<string, EdxlRule>> } = {
  missing: {
    PrecedingMessageID: 'preceding-message-required',
    Funding: 'funding-required',
    MessageDescription: 'description-required',
    'ResourceInformation/AssignmentInformation/Quantity': 'quantity-required',
    'ResourceInformation/AssignmentInformation/PriceQuote': 'price-required',
  },
  'not in message': {
    PrecedingMessageID: 'preceding-message-not-allowed',
    Funding: 'funding-not-allowed',
  },
  'wrong value': { 'ResourceInformation/ScheduleInformation/ScheduleType': 'schedule-type-not-allowed' },
};

const byRule = (path: readonly PropertyKey[], rule: EdxlRule): EdxlProblem => ({
  pointer: jsonPointer(path),
  rule,
  message: EDXL_RULES[rule],
});

const structural = (path: readonly PropertyKey[], offence: Offence, otherwise: Text): EdxlProblem => {
  const place = path.filter((step) => typeof step === 'string').join('/');
  const rule = Object.hasOwn(STRUCTURAL_RULES[offence], place) ? STRUCTURAL_RULES[offence][place] : undefined;
  return rule === undefined ? { pointer: jsonPointer(path), rule: 'schema', message: otherwise } : byRule(path, rule);
};

const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.input === undefined || (issue.code === 'too_small' && issue.origin === 'array');

/** @returns the one branch of a union whose elements these are, if there is one. */
const branchMeant = (branches: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined => {
  const fitting = branches.filter((issues) =>
    issues.every(({ code, path }) => code !== 'unrecognized_keys' || path.length > 0),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
};

/** Tells one issue of a schema; `above` is the path of the value the schema was applied to. The only unions are quantities. */
const tell = (issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): EdxlProblem[] => {
  const path = [...above, ...issue.path];
  const rule = ruleOf(issue);
  if (rule !== undefined) return [byRule(path, rule)];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => structural([...path, key], 'not in message', NOT_IN_MESSAGE));
  if (isMissing(issue)) return [structural(path, 'missing', MISSING)];
  if (issue.code === 'invalid_union') {
    const meant = branchMeant(issue.errors);
    return meant?.flatMap((part) => tell(part, path)) ?? [byRule(path, 'quantity-is-text-or-measure')];
  }
  return [structural(path, 'wrong value', issueSentence(issue))];
};

/** @returns what is wrong, place by place; the error must come from a parse that reports its input. */
export const problemsOf = (error: z.ZodError): EdxlProblem[] =>
  error.issues.flatMap((issue) => tell(issue)).slice(0, MAXIMUM_PROBLEMS);
