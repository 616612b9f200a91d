import type { EdxlMessage, EdxlMessageType } from '../../shared/exchange/edxl/messages.ts';
import type { Occurrence } from '../../shared/exchange/edxl/occurrence.ts';
import type { ResponseType } from '../../shared/exchange/edxl/response-information.ts';
import { EDXL_STRUCTURE, type MessageStructure } from '../../shared/exchange/edxl/structure.ts';
import { SCHEDULE } from '../../shared/exchange/edxl/usual-structure.ts';

const list = { ValueListURN: 'urn:x-example:list', Value: ['one'] };
const person = { ContactRole: 'Sender', AdditionalContactInformation: { ContactNumbers: ['000-0000'] } };
const place = { TargetArea: { srsName: 'urn:ogc:def:crs:EPSG::4490', pos: [36.617, 101.778] } };

/** A content of every element that is not text, nor a container of the structure table, nor different by message. */
const CONTENTS: Readonly<Record<string, unknown>> = {
  SentDateTime: '2026-11-03T02:15:00.000Z',
  IncidentInformation: { IncidentID: 'incident-1' },
  MessageRecall: { RecallMessageID: 'message-0', RecallType: 'Update' },
  Funding: { FundCode: 'fund-1' },
  ContactInformation: person,
  TypeStructure: list,
  TypeInfo: { level: 1 },
  Keyword: list,
  ResponsibleParty: person,
  OwnershipInformation: { OwningJurisdiction: '620100' },
  InventoryRefreshDateTime: '2026-11-03T00:00:00.000Z',
  DeploymentStatus: list,
  Quantity: { MeasuredQuantity: { Amount: 2 } },
  PriceQuote: { MeasuredQuantity: { Amount: 1800.5, UnitOfMeasure: list } },
  AssignmentInstructions: { ModeOfTransportation: 'road' },
  DateTime: '2026-11-03T06:00:00.000Z',
  Location: place,
};

type Keeps = (name: string, occurrence: Occurrence) => boolean;

const message = <T extends EdxlMessageType>(type: T, response: ResponseType, keeps: Keeps): EdxlMessage<T> => {
  const structure: MessageStructure = EDXL_STRUCTURE[type];
  const container = (occurrences: Readonly<Record<string, Occurrence>>, contents: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(occurrences)
        .filter(([name, occurrence]) => occurrence !== 'none' && keeps(name, occurrence))
        .map(([name, occurrence]) => [name, contents[name] ?? CONTENTS[name] ?? `any ${name}`, occurrence])
        .map(([name, content, occurrence]) => [name, String(occurrence).endsWith('*') ? [content] : content]),
    );
  const resourceInformation = container(structure.ResourceInformation, {
    ResponseInformation: { PrecedingResourceInfoElementID: 'item-1', ResponseType: response },
    Resource: container(structure.Resource, { ResourceStatus: container(structure.ResourceStatus, {}) }),
    AssignmentInformation: container(structure.AssignmentInformation, {}),
    ScheduleInformation: container(SCHEDULE, { ScheduleType: structure.ScheduleTypes[0] }),
  });
  return structuredClone(
    container(structure.Message, { MessageContentType: type, ResourceInformation: resourceInformation }),
  ) as EdxlMessage<T>;
};

/** @returns the smallest valid message of a type: what is required and no more; if it is an answer, it declines. */
export const minimalEdxl = <T extends EdxlMessageType>(type: T): EdxlMessage<T> =>
  message(type, 'Decline', (name, occurrence) => occurrence.startsWith('1') || name === 'ResourceID');

/** @returns a valid message in which every element that the type admits occurs once; if it is an answer, it accepts. */
export const fullEdxl = <T extends EdxlMessageType>(type: T): EdxlMessage<T> => message(type, 'Accept', () => true);
