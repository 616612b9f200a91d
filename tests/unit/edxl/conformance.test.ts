import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { AssignmentInstructionsSchema } from '../../../shared/exchange/edxl/assignment-information.ts';
import { ContactInformationSchema } from '../../../shared/exchange/edxl/contact-information.ts';
import { FundingSchema } from '../../../shared/exchange/edxl/funding.ts';
import { IncidentInformationSchema } from '../../../shared/exchange/edxl/incident-information.ts';
import { LocationSchema } from '../../../shared/exchange/edxl/location.ts';
import { MessageRecallSchema } from '../../../shared/exchange/edxl/message-recall.ts';
import { EdxlMessageTypeSchema, edxlMessageSchemas } from '../../../shared/exchange/edxl/messages.ts';
import { EDXL_NAMESPACES, namespaceWithin } from '../../../shared/exchange/edxl/namespaces.ts';
import { OwnershipInformationSchema } from '../../../shared/exchange/edxl/ownership-information.ts';
import { QuantitySchema } from '../../../shared/exchange/edxl/quantity.ts';
import { ResponseInformationSchema } from '../../../shared/exchange/edxl/response-information.ts';
import { EDXL_STRUCTURE, type MessageStructure } from '../../../shared/exchange/edxl/structure.ts';
import { SCHEDULE } from '../../../shared/exchange/edxl/usual-structure.ts';
import { ValueListSchema } from '../../../shared/exchange/edxl/value-list.ts';
import { elementsOf } from './schema-elements.ts';
import { type StandardElement, standardMessages, standardTypes } from './standard.ts';

const CONTAINERS = [
  'ResourceInformation',
  'Resource',
  'ResourceStatus',
  'AssignmentInformation',
  'ScheduleInformation',
];

const messages = EdxlMessageTypeSchema.options;

const find = (elements: readonly StandardElement[], name: string): StandardElement | undefined =>
  elements.find((element) => element.name === name) ??
  elements.map(({ children }) => find(children, name)).find((element) => element !== undefined);

describe('the messages against the text of the standard', () => {
  it('are the sixteen of the standard', () => {
    expect(messages).toHaveLength(16);
    expect(messages).toEqual([...standardMessages.keys()]);
  });

  it.each(messages)('%s has the elements, order, cardinalities and values of the standard', (type) => {
    const elements = elementsOf(edxlMessageSchemas[type], (name) => CONTAINERS.includes(name));
    expect(elements).toEqual(standardMessages.get(type));
  });

  it.each(messages)('%s stands so in the structure table', (type) => {
    const structure: MessageStructure = EDXL_STRUCTURE[type];
    const standard = standardMessages.get(type) ?? [];
    const columns = { ...structure, Message: undefined, ScheduleTypes: undefined, ScheduleInformation: SCHEDULE };
    const table = (occurrences: object): unknown[] =>
      Object.entries(occurrences).filter(([, occurrence]) => occurrence !== 'none');
    const text = (elements: readonly StandardElement[]): unknown[] =>
      elements.map(({ name, cardinality }) => [name, cardinality]);

    expect(table(structure.Message)).toEqual(text(standard));
    for (const container of CONTAINERS) {
      const column = columns[container as keyof typeof columns];
      expect(table(column ?? {})).toEqual(text(find(standard, container)?.children ?? []));
    }
    expect([...structure.ScheduleTypes].sort()).toEqual(find(standard, 'ScheduleType')?.values);
  });
});

describe('the shared types against the text of the standard', () => {
  const schemas: Record<string, z.core.$ZodType> = {
    IncidentInformation: IncidentInformationSchema,
    MessageRecall: MessageRecallSchema,
    Funding: FundingSchema,
    ContactInformation: ContactInformationSchema,
    ResponseInformation: ResponseInformationSchema,
    OwnershipInformation: OwnershipInformationSchema,
    AssignmentInstructions: AssignmentInstructionsSchema,
    Location: LocationSchema,
    ValueList: ValueListSchema,
    Quantity: QuantitySchema,
  };

  it('are all there', () => {
    expect(Object.keys(schemas)).toEqual([...standardTypes.keys()]);
  });

  it.each(Object.entries(schemas))('%s has the elements of the standard', (name, schema) => {
    const standard = standardTypes.get(name) ?? [];
    const opened = new Set(standard.filter(({ children }) => children.length > 0).map((element) => element.name));
    expect(elementsOf(schema, (element) => opened.has(element))).toEqual(standard);
  });
});

describe('the namespaces', () => {
  it.each([...messages, ...CONTAINERS])('puts the children of %s in that of the messages', (parent) => {
    expect(EDXL_NAMESPACES[namespaceWithin(parent)]).toBe('urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg');
  });

  it.each([...standardTypes.keys(), 'Radio', 'MeasuredQuantity', 'TypeStructure', 'PriceQuote'])(
    'puts the children of %s in that of the shared types',
    (parent) => {
      expect(EDXL_NAMESPACES[namespaceWithin(parent)]).toBe('urn:oasis:names:tc:emergency:EDXL:RM:1.0');
    },
  );
});
