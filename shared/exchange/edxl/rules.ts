import type * as z from 'zod';
import type { Text } from '../../domain/kernel/text.ts';

/**
 * Rules of EDXL-RM 1.0 that a refusal names, each stated once. The first group stands in the standard's element dictionary
 * only, as its XML schema cannot say it; the second restates those cardinalities of the schema that carry a meaning of their
 * own; the last three are what JSON and XML together ask of a value.
 */
export const EDXL_RULES = {
  'incident-is-named': {
    en: 'An incident carries its IncidentID, its IncidentDescription, or both.',
    zh: '事件信息须有 IncidentID 或 IncidentDescription，也可两者兼有。',
  },
  'funding-is-named': {
    en: 'Funding carries its FundCode, its FundingInfo, or both.',
    zh: '资金信息须有 FundCode 或 FundingInfo，也可两者兼有。',
  },
  'contact-is-named': {
    en: 'A contact carries its ContactDescription, its ContactRole, or both.',
    zh: '联系人须有 ContactDescription 或 ContactRole，也可两者兼有。',
  },
  'resource-is-named': {
    en: 'A resource carries at least one of ResourceID, Name and TypeStructure.',
    zh: '资源须至少有 ResourceID、Name、TypeStructure 三者之一。',
  },
  'owner-is-named': {
    en: 'Ownership carries the Owner, the OwningJurisdiction, or both.',
    zh: '权属信息须有 Owner 或 OwningJurisdiction，也可两者兼有。',
  },
  'location-is-given': {
    en: 'A location carries at least one of LocationDescription, Address and TargetArea.',
    zh: '地点须至少有 LocationDescription、Address、TargetArea 三者之一。',
  },
  'provisional-needs-reason': {
    en: 'A Provisional answer carries its ReasonCode, its ResponseReason, or both.',
    zh: '附条件的答复（Provisional）须有 ReasonCode 或 ResponseReason，也可两者兼有。',
  },
  'acceptance-needs-resource': {
    en: 'In this message an answer that is not Decline names the Resource.',
    zh: '此消息中，非谢绝的答复须写明 Resource。',
  },
  'acceptance-needs-quantity': {
    en: 'An answer to a request that is not Decline states the Quantity in its AssignmentInformation.',
    zh: '对请求的非谢绝答复，其 AssignmentInformation 须写明 Quantity。',
  },
  'commitment-needs-assignment': {
    en: 'A commitment that is not Decline carries AssignmentInformation.',
    zh: '非谢绝的派出承诺须有 AssignmentInformation。',
  },
  'commitment-needs-schedule': {
    en: 'A commitment that is not Decline carries ScheduleInformation.',
    zh: '非谢绝的派出承诺须有 ScheduleInformation。',
  },
  'declined-commitment-assigns-nothing': {
    en: 'A declined commitment carries neither AssignmentInformation nor ScheduleInformation.',
    zh: '谢绝的派出承诺不得有 AssignmentInformation 和 ScheduleInformation。',
  },
  'element-ids-are-unique': {
    en: 'Every ResourceInformation of a message has a ResourceInfoElementID of its own.',
    zh: '同一消息中各 ResourceInformation 的 ResourceInfoElementID 不得重复。',
  },
  'preceding-message-required': {
    en: 'This message answers another and carries its id as PrecedingMessageID.',
    zh: '此消息是对另一消息的答复，须以 PrecedingMessageID 写明其编号。',
  },
  'preceding-message-not-allowed': {
    en: 'This message begins a sequence and carries no PrecedingMessageID.',
    zh: '此消息为消息序列之首，不得有 PrecedingMessageID。',
  },
  'funding-required': {
    en: 'A requisition carries Funding.',
    zh: '征调消息须有 Funding。',
  },
  'funding-not-allowed': {
    en: 'An unsolicited offer carries no Funding.',
    zh: '主动支援消息不得有 Funding。',
  },
  'description-required': {
    en: 'A request for information carries its question as MessageDescription.',
    zh: '信息询问须以 MessageDescription 写明所问内容。',
  },
  'quantity-required': {
    en: 'A requisition, and the assignment of a commitment or a release, states the Quantity.',
    zh: '征调，以及承诺和解除中的派遣信息，须写明 Quantity。',
  },
  'price-required': {
    en: 'An answer to a request for a quote states the PriceQuote.',
    zh: '对询价的答复须写明 PriceQuote。',
  },
  'schedule-type-not-allowed': {
    en: 'This message does not carry that ScheduleType.',
    zh: '此消息不得使用该 ScheduleType。',
  },
  'quantity-is-text-or-measure': {
    en: 'A quantity or price is either QuantityText or MeasuredQuantity, not both.',
    zh: '数量或价格须为 QuantityText 或 MeasuredQuantity 之一，不得并用。',
  },
  'type-info-is-json': {
    en: 'TypeInfo holds JSON values only, nested no deeper than 32 levels.',
    zh: 'TypeInfo 只能含 JSON 值，嵌套不超过 32 层。',
  },
  'text-has-content': {
    en: 'Text is not blank and holds only characters that XML 1.0 can carry.',
    zh: '文字不得空白，且只能含 XML 1.0 允许的字符。',
  },
} as const satisfies Record<string, Text>;
export type EdxlRule = keyof typeof EDXL_RULES;

/** @returns the issue that this rule is broken at `path`, for a check to add; {@link ruleOf} reads the rule back. */
export const violation = (rule: EdxlRule, path: readonly PropertyKey[] = []) => ({
  code: 'custom' as const,
  message: EDXL_RULES[rule].en,
  path: [...path],
  params: { rule },
});

/** @returns the schema, which from now on also refuses, by `rule` and at `path` in it, a value for which `holds` is false. */
export const ruled = <S extends z.ZodType>(
  schema: S,
  rule: EdxlRule,
  holds: (value: z.output<S>) => boolean,
  path: readonly PropertyKey[] = [],
): S =>
  schema.superRefine((value, context) => {
    if (!holds(value)) context.addIssue(violation(rule, path));
  });

/** @returns the rule that an issue names, if it names one. */
export const ruleOf = (issue: z.core.$ZodIssue): EdxlRule | undefined =>
  issue.code === 'custom' ? (issue.params?.rule as EdxlRule | undefined) : undefined;

/** @returns whether an object carries at least one of these elements. */
export const carriesOneOf =
  (...elements: readonly string[]) =>
  (value: unknown): boolean =>
    Object.entries(value as object).some(([element, content]) => elements.includes(element) && content !== undefined);
