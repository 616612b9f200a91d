/** A pattern of EventBridge or of a Lambda event filter: the shape of the event, with lists of what its leaves may be. */
export type Pattern = { readonly [field: string]: unknown };

type Test = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPlain = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);

const text =
  (matches: (value: string) => boolean): Test =>
  (value) =>
    typeof value === 'string' && matches(value);

const isText = (operand: unknown): operand is string => typeof operand === 'string' && operand !== '';

/** The comparisons besides equality; each makes a test of its operand, or `undefined` when it cannot be that. */
const OPERATORS: Readonly<Record<string, (operand: unknown) => Test | undefined>> = {
  prefix: (operand) => (isText(operand) ? text((value) => value.startsWith(operand)) : undefined),
  suffix: (operand) => (isText(operand) ? text((value) => value.endsWith(operand)) : undefined),
  'equals-ignore-case': (operand) =>
    isText(operand) ? text((value) => value.toLowerCase() === operand.toLowerCase()) : undefined,
  exists: (operand) => (typeof operand === 'boolean' ? (value) => (value !== undefined) === operand : undefined),
  'anything-but': (operand) => {
    const tests = [operand].flat().map((each) => (isRecord(each) ? operator(each) : equal(each)));
    return (value) => value !== undefined && !tests.some((test) => test(value));
  },
};

const refuse = (what: unknown): never => {
  throw new TypeError(`not understood in an event pattern: ${JSON.stringify(what)}`);
};

const equal = (operand: unknown): Test => (isPlain(operand) ? (value) => value === operand : refuse(operand));

const operator = (matcher: Record<string, unknown>): Test => {
  const [entry, ...more] = Object.entries(matcher);
  if (!entry || more.length > 0) return refuse(matcher);
  const [name, operand] = entry;
  return OPERATORS[name]?.(operand) ?? refuse(matcher);
};

/** A leaf matches when any element of it matches any of the alternatives; an empty list is as good as absent. */
const leaf = (alternatives: readonly unknown[]): Test => {
  if (alternatives.length === 0) return refuse(alternatives);
  const tests = alternatives.map((each) => (isRecord(each) ? operator(each) : equal(each)));
  return (value) => {
    const values = Array.isArray(value) ? value : [value];
    return (values.length === 0 ? [undefined] : values).some((each) => tests.some((test) => test(each)));
  };
};

const branch = (pattern: Pattern): Test => {
  const fields = Object.entries(pattern).map(([name, below]) => [name, compilePattern(below)] as const);
  const matches = (value: unknown): boolean =>
    fields.every(([name, test]) => test(isRecord(value) ? value[name] : undefined));
  return (value) => (Array.isArray(value) ? value.some(matches) : matches(value));
};

/**
 * @returns the test whether an event matches the pattern.
 * @throws TypeError when it holds an operator not known here; such a rule would behave otherwise than on AWS.
 */
export const compilePattern = (pattern: unknown): Test => {
  if (Array.isArray(pattern)) return leaf(pattern);
  return isRecord(pattern) ? branch(pattern) : refuse(pattern);
};
