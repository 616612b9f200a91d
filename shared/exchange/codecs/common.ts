import * as z from 'zod';
import type { IncidentSummary } from '../../domain/incident/incident-summary.ts';
import type { CityCode } from '../../domain/kernel/city-code.ts';
import type { DutyRoom } from '../../domain/kernel/duty-room.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { jsonPointer } from '../../domain/kernel/json-pointer.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import type { Position } from '../../domain/vocabulary/position.ts';
import type { ContactInformation, ContactRole } from '../edxl/contact-information.ts';
import type { Location } from '../edxl/location.ts';
import type { ResponseType } from '../edxl/response-information.ts';
import type { ValueList } from '../edxl/value-list.ts';

/**
 * A message body that does not hold what its type of message must hold here, though it keeps the rules of EDXL-RM. It is all
 * that reading a body may throw: whatever goes on into commands is read by {@link readAs}.
 */
export class UnreadableBody extends Error {
  constructor(what: string) {
    super(`the message body has no readable ${what}`);
    this.name = 'UnreadableBody';
  }
}

/** @returns the value, or throws {@link UnreadableBody}: `what` names the element that is missing. */
export const present = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new UnreadableBody(what);
  return value;
};

/** Value lists that the service's cities keep in common. */
export const VALUE_LISTS = {
  resourceKind: 'urn:shouwang:list:resource-kind',
  capabilityLevel: 'urn:shouwang:list:capability-level',
  deploymentStatus: 'urn:shouwang:list:deployment-status',
  currency: 'urn:iso:std:iso:4217',
} as const;

/** Answers in the words of EDXL-RM. */
export const RESPONSE_TYPES = {
  accept: 'Accept',
  provisional: 'Provisional',
  decline: 'Decline',
} as const satisfies Record<string, ResponseType>;

/** What every message begins with, in the words of EDXL-RM. */
export interface MessageHeading {
  readonly id: string;
  readonly sentAt: Instant;
  /** First message of the conversation with this partner; the message's own id where it is the first itself. */
  readonly originating?: string | undefined;
}

/** @returns the elements that begin every message. */
export const heading = <T extends string>(type: T, { id, sentAt, originating = id }: MessageHeading) => ({
  MessageID: id,
  SentDateTime: sentAt,
  MessageContentType: type,
  OriginatingMessageID: originating,
});

/** @returns a duty room as a contact: the city's code as its description, the office's name and telephone. */
export const dutyRoomContact = (
  role: ContactRole,
  city: CityCode,
  { name, telephone }: DutyRoom,
): ContactInformation => ({
  ContactDescription: city,
  ContactRole: role,
  AdditionalContactInformation: { PartyName: { OrganisationName: [name] }, ContactNumbers: [telephone] },
});

/** @returns a person as a contact: the id by which their own city knows them as description, and the name. */
export const personContact = (
  role: ContactRole,
  { id, name }: { readonly id: string; readonly name: string },
): ContactInformation => ({
  ContactDescription: id,
  ContactRole: role,
  AdditionalContactInformation: { PartyName: { PersonName: [name] } },
});

const contactOf = (contacts: readonly ContactInformation[], role: ContactRole): ContactInformation =>
  present(
    contacts.find(({ ContactRole }) => ContactRole === role),
    `ContactInformation of role ${role}`,
  );

/** @returns the duty room of that role; throws {@link UnreadableBody}. */
export const readDutyRoom = (
  contacts: readonly ContactInformation[],
  role: ContactRole,
): { city: CityCode; dutyRoom: DutyRoom } => {
  const { ContactDescription, AdditionalContactInformation: more } = contactOf(contacts, role);
  return {
    city: present(ContactDescription, 'ContactDescription'),
    dutyRoom: {
      name: present(more?.PartyName?.OrganisationName?.[0], 'OrganisationName'),
      telephone: present(more?.ContactNumbers?.[0], 'ContactNumbers'),
    },
  };
};

/** @returns the person of that role; throws {@link UnreadableBody}. */
export const readPerson = (
  contacts: readonly ContactInformation[],
  role: ContactRole,
): { id: string; name: string } => {
  const { ContactDescription, AdditionalContactInformation: more } = contactOf(contacts, role);
  return {
    id: present(ContactDescription, 'ContactDescription'),
    name: present(more?.PartyName?.PersonName?.[0], 'PersonName'),
  };
};

/** @returns the incident as every message about it names it: its id and its title. */
export const incidentInformation = ({ incidentId, title }: Pick<IncidentSummary, 'incidentId' | 'title'>) => [
  { IncidentID: incidentId, IncidentDescription: title },
];

const SRS: Readonly<Record<Position['crs'], string>> = {
  CGCS2000: 'urn:ogc:def:crs:EPSG::4490',
  'WGS-84': 'urn:ogc:def:crs:EPSG::4326',
};

/** @returns a position as an EDXL location: the place in words, and latitude and longitude in its own reference system. */
export const locationOf = ({ place, latitude, longitude, crs }: Position): Location => ({
  LocationDescription: place,
  TargetArea: { srsName: SRS[crs], pos: [latitude, longitude] },
});

/** @returns the position that {@link locationOf} wrote; throws {@link UnreadableBody}. */
export const readLocation = (location: Location | undefined): Position => {
  const { LocationDescription, TargetArea } = present(location, 'Location');
  const { srsName, pos } = present(TargetArea, 'TargetArea');
  const crs = (Object.keys(SRS) as Position['crs'][]).find((name) => SRS[name] === srsName);
  return {
    latitude: pos[0],
    longitude: pos[1],
    crs: present(crs, 'srsName'),
    place: present(LocationDescription, 'LocationDescription'),
  };
};

/** @returns the value of the list of this name among several; throws {@link UnreadableBody}. */
export const readValue = (lists: readonly ValueList[] | undefined, urn: string): string =>
  present(lists?.find(({ ValueListURN }) => ValueListURN === urn)?.Value[0], urn);

/** One entry of a message's schedule. */
interface Scheduled {
  readonly ScheduleType: string;
  readonly DateTime?: Instant | undefined;
  readonly Location?: Location | undefined;
}

/** @returns the moment scheduled under that type; throws {@link UnreadableBody}. */
export const readMoment = (schedule: readonly Scheduled[] | undefined, type: string): Instant =>
  present(schedule?.find(({ ScheduleType }) => ScheduleType === type)?.DateTime, type);

/** @returns the position scheduled under that type; throws {@link UnreadableBody}. */
export const readPlace = (schedule: readonly Scheduled[] | undefined, type: string): Position =>
  readLocation(schedule?.find(({ ScheduleType }) => ScheduleType === type)?.Location);

/**
 * @returns the value as the schema has it: what a message says beyond the standard's elements, and the payload as a whole.
 * @throws UnreadableBody naming the first thing wrong with it
 */
export const readAs = <S extends z.ZodType>(schema: S, value: unknown, what: string): z.infer<S> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UnreadableBody(`${what}${jsonPointer(issue?.path ?? [])}`);
};

/** @returns what a resource's TypeInfo says, checked; throws {@link UnreadableBody}. */
export const readTypeInfo = <S extends z.ZodType>(schema: S, typeInfo: unknown): z.infer<S> =>
  readAs(schema, typeInfo, 'TypeInfo');

const MessageIdSchema = z.uuid();

/** @returns the id of a message of the service, which EDXL-RM takes for any text; throws {@link UnreadableBody}. */
export const readMessageId = (id: string | undefined, element: string): string => readAs(MessageIdSchema, id, element);

/** What people write why; as long as the service itself lets them. */
export const ReasonSchema = wordsSchema(2000);
