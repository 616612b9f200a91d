import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { keepingAnswerRules } from './answer-rules.ts';
import { ASSIGNMENT_ELEMENTS } from './assignment-information.ts';
import { ContactInformationSchema } from './contact-information.ts';
import { ElementTextSchema } from './element-text.ts';
import { FundingSchema } from './funding.ts';
import { IncidentInformationSchema } from './incident-information.ts';
import { lazyRecord } from './lazy-record.ts';
import { MessageRecallSchema } from './message-recall.ts';
import { containerOf } from './occurrence.ts';
import { RESOURCE_ELEMENTS, RESOURCE_STATUS_ELEMENTS } from './resource.ts';
import { ResponseInformationSchema } from './response-information.ts';
import { carriesOneOf, ruled, violation } from './rules.ts';
import { SCHEDULE_ELEMENTS } from './schedule-information.ts';
import { EDXL_MESSAGE_TYPES, EDXL_STRUCTURE, type EdxlMessageType, type MessageStructure } from './structure.ts';
import { SCHEDULE } from './usual-structure.ts';

export type { EdxlMessageType } from './structure.ts';

/** The names of the sixteen messages of EDXL-RM 1.0. */
export const EdxlMessageTypeSchema = z.enum(EDXL_MESSAGE_TYPES);

/** @returns one column of a message's row; both keys are generic, so that the type stays that of the very message. */
const structureOf = <T extends EdxlMessageType, C extends keyof MessageStructure>(
  type: T,
  column: C,
): (typeof EDXL_STRUCTURE)[T][C] => EDXL_STRUCTURE[type][column];

const resourceOf = <T extends EdxlMessageType>(type: T) => {
  const ResourceStatus = containerOf(RESOURCE_STATUS_ELEMENTS, structureOf(type, 'ResourceStatus'));
  return ruled(
    containerOf({ ...RESOURCE_ELEMENTS, ResourceStatus }, structureOf(type, 'Resource')),
    'resource-is-named',
    carriesOneOf('ResourceID', 'Name', 'TypeStructure'),
  );
};

const resourceInformationOf = <T extends EdxlMessageType>(type: T) => {
  const elements = {
    ResourceInfoElementID: ElementTextSchema,
    ResponseInformation: ResponseInformationSchema,
    Resource: resourceOf(type),
    AssignmentInformation: containerOf(ASSIGNMENT_ELEMENTS, structureOf(type, 'AssignmentInformation')),
    ScheduleInformation: containerOf(
      { ScheduleType: z.enum(structureOf(type, 'ScheduleTypes')), ...SCHEDULE_ELEMENTS },
      SCHEDULE,
    ),
  };
  return keepingAnswerRules(containerOf(elements, structureOf(type, 'ResourceInformation')), type);
};

/** @returns the message schema, which from now on also refuses a ResourceInfoElementID that occurs twice. */
const keepingIdsUnique = <S extends z.ZodType>(schema: S): S =>
  schema.superRefine((message, context) => {
    const { ResourceInformation: members = [] } = message as {
      readonly ResourceInformation?: readonly { readonly ResourceInfoElementID: string }[];
    };
    const seen = new Set<string>();
    for (const [index, { ResourceInfoElementID: id }] of members.entries()) {
      if (seen.has(id))
        context.addIssue(violation('element-ids-are-unique', ['ResourceInformation', index, 'ResourceInfoElementID']));
      seen.add(id);
    }
  });

const messageOf = <T extends EdxlMessageType>(type: T) => {
  const elements = {
    MessageID: ElementTextSchema,
    SentDateTime: InstantSchema,
    MessageContentType: z.literal(type),
    MessageDescription: ElementTextSchema,
    OriginatingMessageID: ElementTextSchema,
    PrecedingMessageID: ElementTextSchema,
    IncidentInformation: IncidentInformationSchema,
    MessageRecall: MessageRecallSchema,
    Funding: FundingSchema,
    ContactInformation: ContactInformationSchema,
    ResourceInformation: resourceInformationOf(type),
  };
  return keepingIdsUnique(containerOf(elements, structureOf(type, 'Message')));
};

type MessageSchemas = { readonly [T in EdxlMessageType]: ReturnType<typeof messageOf<T>> };

/**
 * The schema of each message, built from the structure table when the first of its type comes: strict, with the rules of the
 * standard. Moments are normalised to UTC; the XML form has to write them with a numeric offset, since EDXL-RM forbids `Z`.
 */
export const edxlMessageSchemas = lazyRecord<EdxlMessageType, unknown>(EDXL_MESSAGE_TYPES, messageOf) as MessageSchemas;

/** A message of the given type, precisely: what it must, may and may not hold. */
export type EdxlMessage<T extends EdxlMessageType = EdxlMessageType> = { [K in T]: z.infer<MessageSchemas[K]> }[T];
