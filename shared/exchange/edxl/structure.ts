import type { Occurrence } from './occurrence.ts';
import { SCHEDULE_TYPES, type ScheduleType } from './schedule-information.ts';
import {
  ANSWERING,
  ANSWERING_MESSAGE,
  ASKING,
  ASSIGNMENT,
  ASSIGNMENT_BEFORE_ORDER,
  DEPLOYED_STATUS,
  MESSAGE,
  NO_STATUS,
  RESOURCE,
  RESOURCE_INFORMATION,
  RESOURCE_WITHOUT_STATUS,
  STATUS,
} from './usual-structure.ts';

const only = <const T extends readonly ScheduleType[]>(...types: T): T => types;

const allBut = <const X extends readonly ScheduleType[]>(...left: X): readonly Exclude<ScheduleType, X[number]>[] =>
  SCHEDULE_TYPES.filter((type): type is Exclude<ScheduleType, X[number]> => !left.includes(type));

const SCHEDULE_OF_A_REQUEST = only(
  'RequestedArrival',
  'RequestedDeparture',
  'EstimatedReturnDeparture',
  'EstimatedReturnArrival',
  'ReportTo',
  'Route',
);

/**
 * The sixteen messages of EDXL-RM 1.0: what each is made of, by how it differs from the usual, and which kinds of schedule it
 * admits. Everything else — schemas, types, test builders — is derived from this table.
 */
export const EDXL_STRUCTURE = {
  RequestResource: {
    Message: { ...MESSAGE, PrecedingMessageID: 'none' },
    ResourceInformation: ASKING,
    Resource: { ...RESOURCE_WITHOUT_STATUS, ResponsibleParty: 'none', OwnershipInformation: 'none' },
    ResourceStatus: NO_STATUS,
    AssignmentInformation: { ...ASSIGNMENT_BEFORE_ORDER, PriceQuote: 'none', AssignmentInstructions: 'none' },
    ScheduleTypes: SCHEDULE_OF_A_REQUEST,
  },
  ResponseToRequestResource: {
    Message: ANSWERING_MESSAGE,
    ResourceInformation: ANSWERING,
    Resource: RESOURCE,
    ResourceStatus: STATUS,
    AssignmentInformation: ASSIGNMENT_BEFORE_ORDER,
    ScheduleTypes: allBut(
      'ActualArrival',
      'ActualDeparture',
      'ActualReturnDeparture',
      'EstimatedReturnArrival',
      'ActualReturnArrival',
      'Committed',
      'Current',
    ),
  },
  RequisitionResource: {
    Message: { ...MESSAGE, Funding: '1..*' },
    ResourceInformation: { ...ASKING, AssignmentInformation: '1..1' },
    Resource: RESOURCE_WITHOUT_STATUS,
    ResourceStatus: NO_STATUS,
    AssignmentInformation: { ...ASSIGNMENT_BEFORE_ORDER, Quantity: '1..1' },
    ScheduleTypes: only(
      'RequestedArrival',
      'EstimatedArrival',
      'RequestedDeparture',
      'EstimatedDeparture',
      'EstimatedReturnDeparture',
      'EstimatedReturnArrival',
      'ReportTo',
      'Route',
    ),
  },
  CommitResource: {
    Message: ANSWERING_MESSAGE,
    ResourceInformation: ANSWERING,
    Resource: RESOURCE,
    ResourceStatus: { ...STATUS, Availability: 'none' },
    AssignmentInformation: { ...ASSIGNMENT, Quantity: '1..1' },
    ScheduleTypes: allBut('ActualArrival', 'ActualReturnDeparture', 'ActualReturnArrival'),
  },
  RequestInformation: {
    Message: { ...MESSAGE, MessageDescription: '1..1', ResourceInformation: '0..*' },
    ResourceInformation: { ...RESOURCE_INFORMATION, ResponseInformation: 'none' },
    Resource: RESOURCE,
    ResourceStatus: STATUS,
    AssignmentInformation: ASSIGNMENT,
    ScheduleTypes: SCHEDULE_TYPES,
  },
  ResponseToRequestInformation: {
    Message: { ...ANSWERING_MESSAGE, ResourceInformation: '0..*' },
    ResourceInformation: RESOURCE_INFORMATION,
    Resource: RESOURCE,
    ResourceStatus: STATUS,
    AssignmentInformation: ASSIGNMENT,
    ScheduleTypes: SCHEDULE_TYPES,
  },
  OfferUnsolicitedResource: {
    Message: { ...MESSAGE, PrecedingMessageID: 'none', Funding: 'none' },
    ResourceInformation: ASKING,
    Resource: RESOURCE,
    ResourceStatus: STATUS,
    AssignmentInformation: ASSIGNMENT_BEFORE_ORDER,
    ScheduleTypes: only(
      'EstimatedArrival',
      'EstimatedDeparture',
      'RequestedReturnDeparture',
      'RequestedReturnArrival',
      'BeginAvailable',
      'EndAvailable',
      'Route',
    ),
  },
  ReleaseResource: {
    Message: MESSAGE,
    ResourceInformation: { ...RESOURCE_INFORMATION, Resource: '1..1' },
    Resource: RESOURCE,
    ResourceStatus: DEPLOYED_STATUS,
    AssignmentInformation: { ...ASSIGNMENT, Quantity: '1..1' },
    ScheduleTypes: allBut('ActualReturnArrival'),
  },
  RequestReturn: {
    Message: MESSAGE,
    ResourceInformation: ASKING,
    Resource: RESOURCE,
    ResourceStatus: DEPLOYED_STATUS,
    AssignmentInformation: ASSIGNMENT,
    ScheduleTypes: allBut(
      'EstimatedReturnDeparture',
      'ActualReturnDeparture',
      'EstimatedReturnArrival',
      'ActualReturnArrival',
      'Current',
    ),
  },
  ResponseToRequestReturn: {
    Message: ANSWERING_MESSAGE,
    ResourceInformation: ANSWERING,
    Resource: { ...RESOURCE, ResourceStatus: '1..1' },
    ResourceStatus: { ...DEPLOYED_STATUS, DeploymentStatus: '1..1', Availability: '1..1' },
    AssignmentInformation: ASSIGNMENT,
    ScheduleTypes: allBut('ActualReturnArrival'),
  },
  RequestQuote: {
    Message: MESSAGE,
    ResourceInformation: { ...RESOURCE_INFORMATION, Resource: '1..1' },
    Resource: RESOURCE_WITHOUT_STATUS,
    ResourceStatus: NO_STATUS,
    AssignmentInformation: { ...ASSIGNMENT_BEFORE_ORDER, PriceQuote: 'none' },
    ScheduleTypes: SCHEDULE_OF_A_REQUEST,
  },
  ResponseToRequestQuote: {
    Message: ANSWERING_MESSAGE,
    ResourceInformation: ANSWERING,
    Resource: RESOURCE,
    ResourceStatus: STATUS,
    AssignmentInformation: { ...ASSIGNMENT_BEFORE_ORDER, PriceQuote: '1..1' },
    ScheduleTypes: allBut(
      'ActualArrival',
      'ActualDeparture',
      'ActualReturnDeparture',
      'ActualReturnArrival',
      'Committed',
      'Current',
    ),
  },
  RequestResourceDeploymentStatus: {
    Message: MESSAGE,
    ResourceInformation: ASKING,
    Resource: RESOURCE_WITHOUT_STATUS,
    ResourceStatus: NO_STATUS,
    AssignmentInformation: ASSIGNMENT,
    ScheduleTypes: allBut('Current'),
  },
  ReportResourceDeploymentStatus: {
    Message: MESSAGE,
    ResourceInformation: RESOURCE_INFORMATION,
    Resource: RESOURCE,
    ResourceStatus: STATUS,
    AssignmentInformation: ASSIGNMENT,
    ScheduleTypes: SCHEDULE_TYPES,
  },
  RequestExtendedDeploymentDuration: {
    Message: MESSAGE,
    ResourceInformation: ASKING,
    Resource: RESOURCE,
    ResourceStatus: DEPLOYED_STATUS,
    AssignmentInformation: { ...ASSIGNMENT, AssignmentInstructions: 'none' },
    ScheduleTypes: allBut('ActualReturnDeparture', 'ActualReturnArrival', 'BeginAvailable', 'EndAvailable', 'Current'),
  },
  ResponseToRequestExtendedDeploymentDuration: {
    Message: ANSWERING_MESSAGE,
    ResourceInformation: ANSWERING,
    Resource: RESOURCE,
    ResourceStatus: DEPLOYED_STATUS,
    AssignmentInformation: ASSIGNMENT,
    ScheduleTypes: allBut('ActualReturnDeparture', 'ActualReturnArrival', 'BeginAvailable', 'Current'),
  },
} as const satisfies Record<string, MessageStructure>;

/** One row of the table: the elements of a message and of each container in it. */
export interface MessageStructure {
  readonly Message: Readonly<Record<keyof typeof MESSAGE, Occurrence>>;
  readonly ResourceInformation: Readonly<Record<keyof typeof RESOURCE_INFORMATION, Occurrence>>;
  readonly Resource: Readonly<Record<keyof typeof RESOURCE, Occurrence>>;
  readonly ResourceStatus: Readonly<Record<keyof typeof STATUS, Occurrence>>;
  readonly AssignmentInformation: Readonly<Record<keyof typeof ASSIGNMENT, Occurrence>>;
  readonly ScheduleTypes: readonly ScheduleType[];
}

export type EdxlMessageType = keyof typeof EDXL_STRUCTURE;
export const EDXL_MESSAGE_TYPES = Object.keys(EDXL_STRUCTURE) as [EdxlMessageType, ...EdxlMessageType[]];
