/**
 * How often each element of EDXL-RM 1.0 usually occurs in a message and in its containers, in the order of the standard
 * (`none`: not at all), and the variants that several messages share. A required part of an optional container is required
 * where the container is there.
 */
export const MESSAGE = {
  MessageID: '1..1',
  SentDateTime: '1..1',
  MessageContentType: '1..1',
  MessageDescription: '0..1',
  OriginatingMessageID: '1..1',
  PrecedingMessageID: '0..1',
  IncidentInformation: '0..*',
  MessageRecall: '0..1',
  Funding: '0..*',
  ContactInformation: '1..*',
  ResourceInformation: '1..*',
} as const;
export const ANSWERING_MESSAGE = { ...MESSAGE, PrecedingMessageID: '1..1' } as const;

export const RESOURCE_INFORMATION = {
  ResourceInfoElementID: '1..1',
  ResponseInformation: '0..1',
  Resource: '0..1',
  AssignmentInformation: '0..1',
  ScheduleInformation: '0..*',
} as const;
export const ASKING = { ...RESOURCE_INFORMATION, ResponseInformation: 'none', Resource: '1..1' } as const;
export const ANSWERING = { ...RESOURCE_INFORMATION, ResponseInformation: '1..1' } as const;

export const RESOURCE = {
  ResourceID: '0..1',
  Name: '0..1',
  TypeStructure: '0..1',
  TypeInfo: '0..1',
  Keyword: '0..*',
  Description: '0..1',
  Credentials: '0..1',
  Certifications: '0..1',
  SpecialRequirements: '0..1',
  ResponsibleParty: '0..1',
  OwnershipInformation: '0..1',
  ResourceStatus: '0..1',
} as const;
export const RESOURCE_WITHOUT_STATUS = { ...RESOURCE, ResourceStatus: 'none' } as const;

export const STATUS = { InventoryRefreshDateTime: '0..1', DeploymentStatus: '0..1', Availability: '0..1' } as const;
export const DEPLOYED_STATUS = { ...STATUS, InventoryRefreshDateTime: 'none' } as const;
export const NO_STATUS = { InventoryRefreshDateTime: 'none', DeploymentStatus: 'none', Availability: 'none' } as const;

export const ASSIGNMENT = {
  Quantity: '0..1',
  Restrictions: '0..1',
  AnticipatedFunction: '0..1',
  PriceQuote: '0..1',
  OrderID: '0..1',
  AssignmentInstructions: '0..1',
} as const;
export const ASSIGNMENT_BEFORE_ORDER = { ...ASSIGNMENT, OrderID: 'none' } as const;

/** What occurs in the schedule of every message. */
export const SCHEDULE = { ScheduleType: '1..1', DateTime: '0..1', Location: '0..1' } as const;
