import * as z from 'zod';
import { type DeploymentReport, DeploymentReportSchema } from '../../domain/deployment/deployment-report.ts';
import { actualTimes } from '../../domain/deployment/progress.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { locationOf, present, readAs, readLocation, readTypeInfo, readValue, VALUE_LISTS } from './common.ts';
import {
  answeredMessage,
  type DeploymentContext,
  deployedInformation,
  deploymentHeading,
  deploymentStatus,
  momentsOf,
  onlyInformation,
} from './deployment-message.ts';

type Message = EdxlMessage<'ReportResourceDeploymentStatus'>;

/** A report, and the message that asked for it, if one did. */
export interface StatusReport {
  readonly report: DeploymentReport;
  readonly answers?: string | undefined;
}

/** What the standard has no element for: when the present status began. */
const TypeInfoSchema = z.strictObject({ since: InstantSchema });

const ACTUAL = {
  departedAt: 'ActualDeparture',
  arrivedAt: 'ActualArrival',
  returnDepartedAt: 'ActualReturnDeparture',
  homeAt: 'ActualReturnArrival',
} as const;

const ESTIMATED = {
  departure: 'EstimatedDeparture',
  arrival: 'EstimatedArrival',
  returnArrival: 'EstimatedReturnArrival',
} as const;

const moment = <T extends string>(ScheduleType: T, DateTime: string | undefined) =>
  DateTime === undefined ? [] : [{ ScheduleType, DateTime }];

const scheduleOf = ({ at, position, progress, estimates }: DeploymentReport) => {
  const actual = actualTimes(progress);
  return [
    ...moment('EstimatedDeparture', estimates.departure),
    ...moment('ActualDeparture', actual.departure),
    ...moment('EstimatedArrival', estimates.arrival),
    ...moment('ActualArrival', actual.arrival),
    ...moment('ActualReturnDeparture', actual.returnDeparture),
    ...moment('EstimatedReturnArrival', estimates.returnArrival),
    ...moment('ActualReturnArrival', actual.returnArrival),
    {
      ScheduleType: 'Current' as const,
      DateTime: at,
      ...(position === undefined ? {} : { Location: locationOf(position) }),
    },
  ];
};

/** @returns the report as EDXL-RM has it: the status, all estimated and actual times, and where the team is. */
export const encodeStatusReport = ({ report, answers }: StatusReport, context: DeploymentContext): Message => {
  const { messageId, sentAt, note, progress } = report;
  const information = deployedInformation(context.mission, scheduleOf(report));
  const ResourceStatus = { DeploymentStatus: deploymentStatus(progress.status) };
  return {
    ...deploymentHeading('ReportResourceDeploymentStatus', { id: messageId, sentAt, answers }, context),
    ...(note === undefined ? {} : { MessageDescription: note }),
    ResourceInformation: [
      { ...information, Resource: { ...information.Resource, TypeInfo: { since: progress.since }, ResourceStatus } },
    ],
  };
};

/**
 * @returns the report, read back.
 * @throws UnreadableBody also when its times do not go with its status
 */
export const decodeStatusReport = (message: Message): StatusReport => {
  const { Resource, ScheduleInformation: schedule } = onlyInformation(message);
  const { TypeInfo, ResourceStatus } = present(Resource, 'Resource');
  const status = readValue(
    ResourceStatus?.DeploymentStatus && [ResourceStatus.DeploymentStatus],
    VALUE_LISTS.deploymentStatus,
  );
  const current = schedule?.find(({ ScheduleType }) => ScheduleType === 'Current');
  const answers = answeredMessage(message);
  const report = readAs(
    DeploymentReportSchema,
    {
      messageId: message.MessageID,
      sentAt: message.SentDateTime,
      at: current?.DateTime,
      progress: { status, ...readTypeInfo(TypeInfoSchema, TypeInfo), ...momentsOf(schedule, ACTUAL) },
      estimates: momentsOf(schedule, ESTIMATED),
      ...(current?.Location === undefined ? {} : { position: readLocation(current.Location) }),
      ...(message.MessageDescription === undefined ? {} : { note: message.MessageDescription }),
    },
    'report',
  );
  return { report, ...(answers === undefined ? {} : { answers }) };
};
