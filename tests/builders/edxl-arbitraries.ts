import * as fc from 'fast-check';
import { ContactRoleSchema } from '../../shared/exchange/edxl/contact-information.ts';
import type { EdxlMessage, EdxlMessageType } from '../../shared/exchange/edxl/messages.ts';
import type { Occurrence } from '../../shared/exchange/edxl/occurrence.ts';
import type { ResponseType } from '../../shared/exchange/edxl/response-information.ts';
import { EDXL_STRUCTURE, type MessageStructure } from '../../shared/exchange/edxl/structure.ts';
import { SCHEDULE } from '../../shared/exchange/edxl/usual-structure.ts';

type Any = fc.Arbitrary<unknown>;

const partial = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record<T, never>(model, { requiredKeys: [] });

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((string) => string.trim() !== '');
/** zod never copies a member of this name, to keep prototypes clean. */
const memberName = text.filter((name) => name !== '__proto__');
/** What JSON can tell: it has no negative zero. */
const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const texts = fc.array(text, { minLength: 1, maxLength: 3 });
const moment = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const degrees = fc.integer({ min: -90_000, max: 90_000 }).map((millis) => millis / 1000);
const valueList = fc.record({ ValueListURN: text, Value: texts });
const amount = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });
const measured = fc.record({ Amount: amount, UnitOfMeasure: valueList }, { requiredKeys: ['Amount'] });
const quantity = fc.oneof(fc.record({ QuantityText: texts }), fc.record({ MeasuredQuantity: measured }));
const address = fc.record({ AddressLine: texts });
const location = partial({
  LocationDescription: text,
  Address: address,
  TargetArea: fc.record({ srsName: text, pos: fc.tuple(degrees, degrees) }),
}).filter((place) => Object.keys(place).length > 0);
const contact = fc.record(
  {
    ContactDescription: text,
    ContactRole: fc.constantFrom(...ContactRoleSchema.options),
    Radio: fc.array(fc.record({ RadioType: valueList, RadioChannel: text }), { maxLength: 2 }),
    ContactLocation: location,
    AdditionalContactInformation: partial({
      PartyName: partial({ PersonName: texts, OrganisationName: texts }),
      ContactNumbers: texts,
      Addresses: fc.array(address, { maxLength: 2 }),
    }),
  },
  { requiredKeys: ['ContactDescription'] },
);

/** Any content of every element but the containers of the structure table and the elements that differ by message. */
const CONTENTS: Readonly<Record<string, Any>> = {
  MessageID: text,
  SentDateTime: moment,
  MessageDescription: text,
  OriginatingMessageID: text,
  PrecedingMessageID: text,
  IncidentInformation: fc.record({ IncidentID: text, IncidentDescription: text }, { requiredKeys: ['IncidentID'] }),
  MessageRecall: fc.record({ RecallMessageID: text, RecallType: fc.constantFrom('Update', 'Cancel') }),
  Funding: fc.record({ FundCode: text, FundingInfo: text }, { requiredKeys: ['FundingInfo'] }),
  ContactInformation: contact,
  ResourceInfoElementID: text,
  ResourceID: text,
  Name: text,
  TypeStructure: valueList,
  TypeInfo: fc.dictionary(memberName, json, { maxKeys: 3 }),
  Keyword: valueList,
  Description: text,
  Credentials: text,
  Certifications: text,
  SpecialRequirements: text,
  ResponsibleParty: contact,
  OwnershipInformation: fc.record(
    { Owner: text, OwningJurisdiction: text, HomeDispatch: text, HomeUnit: text },
    { requiredKeys: ['OwningJurisdiction'] },
  ),
  InventoryRefreshDateTime: moment,
  DeploymentStatus: valueList,
  Availability: text,
  Quantity: quantity,
  Restrictions: text,
  AnticipatedFunction: text,
  PriceQuote: quantity,
  OrderID: text,
  AssignmentInstructions: partial({
    ModeOfTransportation: text,
    NavigationInstructions: text,
    ReportingInstructions: text,
  }),
  DateTime: moment,
  Location: location,
};

const often = (occurrence: Occurrence, content: Any): Any =>
  occurrence.endsWith('*')
    ? fc.array(content, { minLength: Number(occurrence[0]), maxLength: 2, size: 'max' })
    : content;

/** @returns any container: what is required, or named in `must`, is in it; the rest may be. */
const container = (
  occurrences: Readonly<Record<string, Occurrence>>,
  contents: Readonly<Record<string, Any>>,
  ...must: readonly string[]
): fc.Arbitrary<Record<string, unknown>> => {
  const present = Object.entries(occurrences).filter(([name, occurrence]) => occurrence !== 'none' && name in contents);
  return fc.record(
    Object.fromEntries(present.map(([name, occurrence]) => [name, often(occurrence, contents[name] as Any)])),
    {
      requiredKeys: present.filter(([name, o]) => o.startsWith('1') || must.includes(name)).map(([name]) => name),
    },
  );
};

const answering = (...types: readonly ResponseType[]): Any =>
  fc.record({
    PrecedingResourceInfoElementID: text,
    ResponseType: fc.constantFrom(...types),
    ReasonCode: valueList,
    ResponseReason: text,
  });

/** Accepting with everything that acceptance ever needs, or declining with nothing that a decline may not carry. */
const resourceInformation = ({ ResourceInformation: occurrences, ...structure }: MessageStructure): Any => {
  const scheduleType = fc.constantFrom(...structure.ScheduleTypes);
  const contents = {
    ...CONTENTS,
    ResponseInformation: answering('Accept', 'Provisional'),
    Resource: container(
      structure.Resource,
      { ...CONTENTS, ResourceStatus: container(structure.ResourceStatus, CONTENTS) },
      'Name',
    ),
    AssignmentInformation: container(structure.AssignmentInformation, CONTENTS, 'Quantity'),
    ScheduleInformation: container(SCHEDULE, { ...CONTENTS, ScheduleType: scheduleType }),
  };
  const accepting = container(
    { ...occurrences, ScheduleInformation: '1..*' },
    contents,
    'Resource',
    'AssignmentInformation',
  );
  if (occurrences.ResponseInformation === 'none') return accepting;
  const { AssignmentInformation, ScheduleInformation, ...bare } = contents;
  return fc.oneof(accepting, container(occurrences, { ...bare, ResponseInformation: answering('Decline') }));
};

const numbered = ({ ResourceInformation: members, ...message }: Record<string, unknown>): Record<string, unknown> =>
  Array.isArray(members)
    ? {
        ...message,
        ResourceInformation: members.map((member, index) => ({ ...member, ResourceInfoElementID: `item-${index}` })),
      }
    : message;

/** @returns any valid message of a type, its moments in UTC. */
export const anyEdxl = <T extends EdxlMessageType>(type: T): fc.Arbitrary<EdxlMessage<T>> =>
  container(EDXL_STRUCTURE[type].Message, {
    ...CONTENTS,
    MessageContentType: fc.constant(type),
    ResourceInformation: resourceInformation(EDXL_STRUCTURE[type]),
  }).map((message) => numbered(message) as EdxlMessage<T>);
