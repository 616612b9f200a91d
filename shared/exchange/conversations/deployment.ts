import { deployment } from '../../domain/deployment/deployment.ts';
import type { DeploymentCommand } from '../../domain/deployment/deployment-commands.ts';
import type { DeploymentEvent } from '../../domain/deployment/deployment-events.ts';
import { isSpoken, SPEAKERS, type SpokenEvent } from '../../domain/deployment/deployment-notices.ts';
import { counterpartOf, type DeploymentState } from '../../domain/deployment/deployment-state.ts';
import { isLent } from '../../domain/deployment/mission.ts';
import type { DeploymentContext } from '../codecs/deployment-message.ts';
import { decodeRelease, encodeRelease } from '../codecs/release-resource.ts';
import { decodeStatusReport, encodeStatusReport } from '../codecs/report-resource-deployment-status.ts';
import { decodeExtensionQuestion, encodeExtensionQuestion } from '../codecs/request-extended-deployment-duration.ts';
import { decodeStatusQuestion, encodeStatusQuestion } from '../codecs/request-resource-deployment-status.ts';
import { decodeReturnQuestion, encodeReturnQuestion } from '../codecs/request-return.ts';
import {
  decodeExtensionAnswer,
  encodeExtensionAnswer,
} from '../codecs/response-to-request-extended-deployment-duration.ts';
import { decodeReturnAnswer, encodeReturnAnswer } from '../codecs/response-to-request-return.ts';
import type { Conversation, Incoming, Outgoing } from '../conversation.ts';

/** @returns the message that tells the other city of an event. */
const messageOf = (event: SpokenEvent, state: DeploymentState, context: DeploymentContext): Outgoing => {
  const addressed = { to: [counterpartOf(state)], agreement: context.mission.agreementId };
  switch (event.type) {
    case 'statusReported':
      return {
        ...addressed,
        id: event.report.messageId,
        type: 'ReportResourceDeploymentStatus',
        body: encodeStatusReport(event, context),
      };
    case 'statusAsked':
      return {
        ...addressed,
        id: event.messageId,
        type: 'RequestResourceDeploymentStatus',
        body: encodeStatusQuestion(event, context),
      };
    case 'extensionAsked':
      return {
        ...addressed,
        id: event.question.messageId,
        type: 'RequestExtendedDeploymentDuration',
        body: encodeExtensionQuestion(event.question, context),
      };
    case 'extensionAnswered':
      return {
        ...addressed,
        id: event.answer.messageId,
        type: 'ResponseToRequestExtendedDeploymentDuration',
        body: encodeExtensionAnswer(event.answer, context),
      };
    case 'returnAsked':
      return {
        ...addressed,
        id: event.question.messageId,
        type: 'RequestReturn',
        body: encodeReturnQuestion(event.question, context),
      };
    case 'returnAnswered':
      return {
        ...addressed,
        id: event.answer.messageId,
        type: 'ResponseToRequestReturn',
        body: encodeReturnAnswer(event.answer, state.progress.status, context),
      };
    case 'teamReleased':
      return {
        ...addressed,
        id: event.release.messageId,
        type: 'ReleaseResource',
        body: encodeRelease(event.release, context),
      };
  }
};

const incoming = (message: Incoming): DeploymentCommand | undefined => {
  const { from } = message.envelope;
  switch (message.type) {
    case 'ReportResourceDeploymentStatus':
      return { type: 'receive-report', from, ...decodeStatusReport(message.body) };
    case 'RequestResourceDeploymentStatus':
      return { type: 'receive-status-request', from, ...decodeStatusQuestion(message.body) };
    case 'RequestExtendedDeploymentDuration':
      return { type: 'receive-extension-request', from, question: decodeExtensionQuestion(message.body) };
    case 'ResponseToRequestExtendedDeploymentDuration':
      return { type: 'receive-extension-answer', from, answer: decodeExtensionAnswer(message.body) };
    case 'RequestReturn':
      return { type: 'receive-return-request', from, question: decodeReturnQuestion(message.body) };
    case 'ResponseToRequestReturn':
      return { type: 'receive-return-answer', from, answer: decodeReturnAnswer(message.body) };
    case 'ReleaseResource':
      return { type: 'receive-release', from, release: decodeRelease(message.body) };
    default:
      return undefined;
  }
};

/** Seven of the sixteen messages: how the two cities of a deployment keep each other informed and ask things of each other. */
export const deploymentConversation: Conversation<DeploymentState, DeploymentCommand, DeploymentEvent> = {
  aggregate: deployment,
  outgoing: (event, state, { city, dutyRoom }) => {
    const { side, mission } = state;
    if (!isLent(mission) || !isSpoken(event) || SPEAKERS[event.type] !== side) return [];
    return [messageOf(event, state, { mission, city, dutyRoom })];
  },
  incoming,
};
