import { type ReturnAnswer, ReturnAnswerSchema } from '../../domain/deployment/deployment-questions.ts';
import type { DeploymentStatus } from '../../domain/deployment/deployment-status.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import type { ResponseType } from '../edxl/response-information.ts';
import { readAs, readMoment } from './common.ts';
import {
  answering,
  type DeploymentContext,
  deployedInformation,
  deploymentHeading,
  deploymentStatus,
  onlyInformation,
} from './deployment-message.ts';

type Message = EdxlMessage<'ResponseToRequestReturn'>;

const ANSWERS = {
  accept: { ResponseType: 'Accept', Availability: 'available' },
  provisional: { ResponseType: 'Provisional', Availability: 'available later' },
  decline: { ResponseType: 'Decline', Availability: 'not available' },
} as const satisfies Record<ReturnAnswer['response'], { ResponseType: ResponseType; Availability: string }>;

/**
 * @returns the requester's answer as EDXL-RM has it.
 * @param status how far the team has got, as the requester knows it; the message must say it.
 */
export const encodeReturnAnswer = (
  answer: ReturnAnswer,
  status: DeploymentStatus,
  context: DeploymentContext,
): Message => {
  const { ResponseType, Availability } = ANSWERS[answer.response];
  const { Resource, ...information } = deployedInformation(
    context.mission,
    answer.response === 'provisional'
      ? [{ ScheduleType: 'EstimatedReturnDeparture' as const, DateTime: answer.availableFrom }]
      : [],
  );
  return {
    ...deploymentHeading(
      'ResponseToRequestReturn',
      { id: answer.messageId, sentAt: answer.answeredAt, answers: answer.question },
      context,
    ),
    ResourceInformation: [
      {
        ...information,
        ResponseInformation: {
          ...answering(context.mission),
          ResponseType,
          ...(answer.response === 'accept' ? {} : { ResponseReason: answer.reason }),
        },
        Resource: { ...Resource, ResourceStatus: { DeploymentStatus: deploymentStatus(status), Availability } },
      },
    ],
  };
};

/**
 * @returns the requester's answer, read back.
 * @throws UnreadableBody
 */
export const decodeReturnAnswer = (message: Message): ReturnAnswer => {
  const { ResponseInformation, ScheduleInformation } = onlyInformation(message);
  const { ResponseType, ResponseReason: reason } = ResponseInformation;
  const common = {
    messageId: message.MessageID,
    question: message.PrecedingMessageID,
    answeredAt: message.SentDateTime,
  };
  const said = {
    Accept: () => ({ response: 'accept' }),
    Decline: () => ({ response: 'decline', reason }),
    Provisional: () => ({
      response: 'provisional',
      reason,
      availableFrom: readMoment(ScheduleInformation, 'EstimatedReturnDeparture'),
    }),
  }[ResponseType]();
  return readAs(ReturnAnswerSchema, { ...common, ...said }, 'answer to the return asked');
};
