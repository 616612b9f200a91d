import { EDXL_STRUCTURE } from './structure.ts';

/** The two XML namespaces of EDXL-RM 1.0: `msg` of the messages and their structure, `rm` of what the shared types hold. */
export const EDXL_NAMESPACES = {
  msg: 'urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg',
  rm: 'urn:oasis:names:tc:emergency:EDXL:RM:1.0',
} as const;

/** The elements whose children the structure table lists: the messages, and the containers within them. */
const STRUCTURED: ReadonlySet<string> = new Set([
  ...Object.keys(EDXL_STRUCTURE),
  'ResourceInformation',
  'Resource',
  'ResourceStatus',
  'AssignmentInformation',
  'ScheduleInformation',
]);

/**
 * @returns the namespace of the children of an element. The elements themselves are in that of their own parent, the
 * messages in `msg`; what stands inside AdditionalContactInformation, Address and TargetArea is of CIQ and GML instead.
 */
export const namespaceWithin = (parent: string): keyof typeof EDXL_NAMESPACES =>
  STRUCTURED.has(parent) ? 'msg' : 'rm';
