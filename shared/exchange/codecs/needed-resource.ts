import type { Instant } from '../../domain/kernel/instant.ts';
import type { RequestItem } from '../../domain/request/request-item.ts';
import type { Location } from '../edxl/location.ts';
import type { Quantity } from '../edxl/quantity.ts';
import type { ValueList } from '../edxl/value-list.ts';
import { locationOf, present, readMoment, readPlace } from './common.ts';
import { readCount, readKind, readLevel } from './resource-elements.ts';

/** A ResourceInformation that says what is needed, as far as a request and a question for a price have it in common. */
interface NeededInformation {
  readonly ResourceInfoElementID: string;
  readonly Resource: {
    readonly TypeStructure?: ValueList | undefined;
    readonly Keyword?: readonly ValueList[] | undefined;
  };
  readonly AssignmentInformation?:
    | { readonly Quantity?: Quantity | undefined; readonly AnticipatedFunction?: string | undefined }
    | undefined;
  readonly ScheduleInformation?:
    | readonly {
        readonly ScheduleType: string;
        readonly DateTime?: Instant | undefined;
        readonly Location?: Location | undefined;
      }[]
    | undefined;
}

/** The elements of an item that every message about it repeats: when and where to come, and until when. */
export const scheduleOfItem = ({
  neededBy,
  neededUntil,
  reportingPoint,
}: Pick<RequestItem, 'neededBy' | 'neededUntil' | 'reportingPoint'>) => [
  { ScheduleType: 'RequestedArrival' as const, DateTime: neededBy },
  { ScheduleType: 'ReportTo' as const, Location: locationOf(reportingPoint) },
  { ScheduleType: 'EstimatedReturnDeparture' as const, DateTime: neededUntil },
];

/** @returns what is needed, read back and unchecked; throws `UnreadableBody`. */
export const readNeeded = ({
  ResourceInfoElementID,
  Resource,
  AssignmentInformation,
  ScheduleInformation,
}: NeededInformation) => ({
  itemId: ResourceInfoElementID,
  kind: readKind(Resource.TypeStructure),
  level: readLevel(Resource.Keyword),
  quantity: readCount(AssignmentInformation?.Quantity),
  mission: present(AssignmentInformation?.AnticipatedFunction, 'AnticipatedFunction'),
  neededBy: readMoment(ScheduleInformation, 'RequestedArrival'),
  neededUntil: readMoment(ScheduleInformation, 'EstimatedReturnDeparture'),
  reportingPoint: readPlace(ScheduleInformation, 'ReportTo'),
});
