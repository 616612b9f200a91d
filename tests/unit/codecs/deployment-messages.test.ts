import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRelease, encodeRelease } from '../../../shared/exchange/codecs/release-resource.ts';
import {
  decodeStatusReport,
  encodeStatusReport,
} from '../../../shared/exchange/codecs/report-resource-deployment-status.ts';
import {
  decodeExtensionQuestion,
  encodeExtensionQuestion,
} from '../../../shared/exchange/codecs/request-extended-deployment-duration.ts';
import {
  decodeStatusQuestion,
  encodeStatusQuestion,
} from '../../../shared/exchange/codecs/request-resource-deployment-status.ts';
import { decodeReturnQuestion, encodeReturnQuestion } from '../../../shared/exchange/codecs/request-return.ts';
import {
  decodeExtensionAnswer,
  encodeExtensionAnswer,
} from '../../../shared/exchange/codecs/response-to-request-extended-deployment-duration.ts';
import { decodeReturnAnswer, encodeReturnAnswer } from '../../../shared/exchange/codecs/response-to-request-return.ts';
import { id, moment } from '../../builders/answer-arbitraries.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { aMission } from '../../builders/deployment.ts';
import {
  anyExtensionAnswer,
  anyExtensionQuestion,
  anyRelease,
  anyReport,
  anyReturnAnswer,
  anyReturnQuestion,
} from '../../builders/deployment-arbitraries.ts';
import { travelled } from '../../builders/travelled.ts';

const mission = aMission();
const owner = { mission, city: LANZHOU, dutyRoom: { name: '兰州市应急值班室', telephone: '000-0000-0002' } };
const requester = { mission, city: XINING, dutyRoom: { name: '西宁市应急值班室', telephone: '000-0000-0001' } };

const NOON = '2026-07-15T12:00:00.000Z';
const ONE = '0190b000-0000-7000-8000-000000000a01';
const TWO = '0190b000-0000-7000-8000-000000000a02';

describe('a message about a deployment', () => {
  it('is read back as it was said: ReleaseResource', () => {
    fc.assert(
      fc.property(anyRelease, (any) => {
        expect(decodeRelease(travelled(encodeRelease(any, requester)))).toEqual(any);
      }),
    );
  });

  it('is read back as it was said: RequestReturn', () => {
    fc.assert(
      fc.property(anyReturnQuestion, (any) => {
        expect(decodeReturnQuestion(travelled(encodeReturnQuestion(any, owner)))).toEqual(any);
      }),
    );
  });

  it('is read back as it was said: ResponseToRequestReturn', () => {
    fc.assert(
      fc.property(anyReturnAnswer, (any) => {
        expect(decodeReturnAnswer(travelled(encodeReturnAnswer(any, 'working', requester)))).toEqual(any);
      }),
    );
  });

  it('is read back as it was said: RequestExtendedDeploymentDuration', () => {
    fc.assert(
      fc.property(anyExtensionQuestion, (any) => {
        expect(decodeExtensionQuestion(travelled(encodeExtensionQuestion(any, requester)))).toEqual(any);
      }),
    );
  });

  it('is read back as it was said: ResponseToRequestExtendedDeploymentDuration', () => {
    fc.assert(
      fc.property(anyExtensionAnswer, (any) => {
        expect(decodeExtensionAnswer(travelled(encodeExtensionAnswer(any, owner)))).toEqual(any);
      }),
    );
  });

  it('is read back as it was said: RequestResourceDeploymentStatus', () => {
    fc.assert(
      fc.property(fc.record({ messageId: id, askedAt: moment }), (any) => {
        expect(decodeStatusQuestion(travelled(encodeStatusQuestion(any, requester)))).toEqual(any);
      }),
    );
  });

  it('is read back as it was said: ReportResourceDeploymentStatus', () => {
    const any = fc.record({ report: anyReport, answers: id }, { requiredKeys: ['report'] });
    fc.assert(
      fc.property(any, (said) => {
        expect(decodeStatusReport(travelled(encodeStatusReport(said, owner)))).toEqual(said);
      }),
    );
  });
});

describe('in the words of EDXL-RM', () => {
  it('every message names the commitment, the team, its owner, the order and the duty room that speaks', () => {
    expect(encodeRelease({ messageId: ONE, releasedAt: NOON, note: '辛苦了' }, requester)).toEqual({
      MessageID: ONE,
      SentDateTime: NOON,
      MessageContentType: 'ReleaseResource',
      MessageDescription: '辛苦了',
      OriginatingMessageID: mission.commitMessageId,
      PrecedingMessageID: mission.commitMessageId,
      ContactInformation: [
        {
          ContactDescription: XINING,
          ContactRole: 'Requester',
          AdditionalContactInformation: {
            PartyName: { OrganisationName: ['西宁市应急值班室'] },
            ContactNumbers: ['000-0000-0001'],
          },
        },
      ],
      ResourceInformation: [
        {
          ResourceInfoElementID: mission.deploymentId,
          Resource: {
            ResourceID: mission.team.teamId,
            Name: '兰州水上救援一队',
            Keyword: [{ ValueListURN: 'urn:shouwang:list:capability-level', Value: ['1'] }],
            OwnershipInformation: { OwningJurisdiction: LANZHOU },
          },
          AssignmentInformation: {
            Quantity: { MeasuredQuantity: { Amount: 1 } },
            AnticipatedFunction: mission.mission,
            OrderID: mission.orderNumber,
          },
          ScheduleInformation: [{ ScheduleType: 'RequestedReturnDeparture', DateTime: NOON }],
        },
      ],
    });
  });

  it('a report has the status of the field, estimated and actual times side by side, and where the team is', () => {
    const position = { latitude: 36.62, longitude: 101.78, crs: 'CGCS2000' as const, place: '南川河' };
    const report = {
      messageId: ONE,
      at: NOON,
      sentAt: NOON,
      progress: { status: 'departed' as const, since: NOON, departedAt: NOON },
      estimates: { departure: '2026-07-15T11:00:00.000Z', arrival: '2026-07-15T15:00:00.000Z' },
      position,
    };
    const { PrecedingMessageID, ResourceInformation } = encodeStatusReport({ report, answers: TWO }, owner);
    expect(PrecedingMessageID).toBe(TWO);
    expect(ResourceInformation[0]).toMatchObject({
      Resource: {
        ResourceStatus: {
          DeploymentStatus: { ValueListURN: 'urn:shouwang:list:deployment-status', Value: ['departed'] },
        },
      },
      ScheduleInformation: [
        { ScheduleType: 'EstimatedDeparture', DateTime: '2026-07-15T11:00:00.000Z' },
        { ScheduleType: 'ActualDeparture', DateTime: NOON },
        { ScheduleType: 'EstimatedArrival', DateTime: '2026-07-15T15:00:00.000Z' },
        {
          ScheduleType: 'Current',
          DateTime: NOON,
          Location: {
            LocationDescription: '南川河',
            TargetArea: { srsName: 'urn:ogc:def:crs:EPSG::4490', pos: [36.62, 101.78] },
          },
        },
      ],
    });
  });

  it('a recall on a condition is Provisional, with reason and the hour, and says how far the team is', () => {
    const answer = {
      response: 'provisional' as const,
      messageId: ONE,
      question: TWO,
      answeredAt: NOON,
      reason: '待接替',
      availableFrom: '2026-07-15T18:00:00.000Z',
    };
    expect(encodeReturnAnswer(answer, 'working', requester)).toMatchObject({
      PrecedingMessageID: TWO,
      ResourceInformation: [
        {
          ResponseInformation: { ResponseType: 'Provisional', ResponseReason: '待接替' },
          Resource: { ResourceStatus: { DeploymentStatus: { Value: ['working'] }, Availability: 'available later' } },
          ScheduleInformation: [{ ScheduleType: 'EstimatedReturnDeparture', DateTime: answer.availableFrom }],
        },
      ],
    });
  });
});

describe('a message of another system that keeps the standard but not the field', () => {
  const report = {
    messageId: ONE,
    at: NOON,
    sentAt: NOON,
    progress: { status: 'arrived' as const, since: NOON, departedAt: NOON, arrivedAt: NOON },
    estimates: { departure: NOON, arrival: NOON },
  };

  it('cannot be read when its status lacks the times that go with it', () => {
    const message = encodeStatusReport({ report }, owner);
    const [information] = message.ResourceInformation;
    if (!information?.ScheduleInformation) throw new Error('there is a schedule');
    const schedule = information.ScheduleInformation.filter(({ ScheduleType }) => ScheduleType !== 'ActualArrival');
    const ResourceInformation = [{ ...information, ScheduleInformation: schedule }];
    expect(() => decodeStatusReport({ ...message, ResourceInformation })).toThrow('no readable report');
  });

  it('cannot be read when it speaks of two teams at once, or grants an extension on a condition', () => {
    const question = encodeReturnQuestion({ messageId: ONE, askedAt: NOON, by: NOON, reason: '汛情' }, owner);
    const twice = [...question.ResourceInformation, ...question.ResourceInformation];
    expect(() => decodeReturnQuestion({ ...question, ResourceInformation: twice })).toThrow(
      'single ResourceInformation',
    );
    const granted = encodeExtensionAnswer(
      { response: 'accept', messageId: ONE, question: TWO, answeredAt: NOON, until: NOON },
      owner,
    );
    const [information] = granted.ResourceInformation;
    if (!information) throw new Error('there is one');
    const ResponseInformation = { ...information.ResponseInformation, ResponseType: 'Provisional' as const };
    expect(() =>
      decodeExtensionAnswer({ ...granted, ResourceInformation: [{ ...information, ResponseInformation }] }),
    ).toThrow('answer to the extension');
  });
});
