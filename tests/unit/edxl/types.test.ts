import { describe, expectTypeOf, it } from 'vitest';
import type { EdxlMessage, EdxlMessageType } from '../../../shared/exchange/edxl/messages.ts';
import { parseEdxl } from '../../../shared/exchange/edxl/parse-edxl.ts';
import type { Quantity } from '../../../shared/exchange/edxl/quantity.ts';
import type { ScheduleType } from '../../../shared/exchange/edxl/schedule-information.ts';

/** What an optional or repeated element holds once. */
type Content<M, K> = K extends keyof M
  ? NonNullable<M[K]> extends readonly (infer One)[]
    ? One
    : NonNullable<M[K]>
  : never;

type Member<T extends EdxlMessageType> = Content<EdxlMessage<T>, 'ResourceInformation'>;
type Resource<T extends EdxlMessageType> = Content<Member<T>, 'Resource'>;
type Assignment<T extends EdxlMessageType> = Content<Member<T>, 'AssignmentInformation'>;
type Schedule<T extends EdxlMessageType> = Content<Content<Member<T>, 'ScheduleInformation'>, 'ScheduleType'>;

/** The elements that a message of this type has to have. */
type Required<M> = { [K in keyof M]-?: undefined extends M[K] ? never : K }[keyof M];

describe('the types of the messages', () => {
  it('know which elements are required, which are optional and which are not there', () => {
    expectTypeOf<keyof EdxlMessage<'RequestResource'>>().toEqualTypeOf<
      | 'MessageID'
      | 'SentDateTime'
      | 'MessageContentType'
      | 'MessageDescription'
      | 'OriginatingMessageID'
      | 'IncidentInformation'
      | 'MessageRecall'
      | 'Funding'
      | 'ContactInformation'
      | 'ResourceInformation'
    >();
    expectTypeOf<Required<EdxlMessage<'RequestInformation'>>>().toEqualTypeOf<
      | 'MessageID'
      | 'SentDateTime'
      | 'MessageContentType'
      | 'MessageDescription'
      | 'OriginatingMessageID'
      | 'ContactInformation'
    >();
    expectTypeOf<Required<EdxlMessage<'CommitResource'>>>().toEqualTypeOf<
      | 'MessageID'
      | 'SentDateTime'
      | 'MessageContentType'
      | 'OriginatingMessageID'
      | 'PrecedingMessageID'
      | 'ContactInformation'
      | 'ResourceInformation'
    >();
  });

  it('know it inside the containers too', () => {
    expectTypeOf<Required<Member<'RequestResource'>>>().toEqualTypeOf<'ResourceInfoElementID' | 'Resource'>();
    expectTypeOf<Required<Member<'CommitResource'>>>().toEqualTypeOf<'ResourceInfoElementID' | 'ResponseInformation'>();
    expectTypeOf<'ResponseInformation' extends keyof Member<'RequestReturn'> ? true : false>().toEqualTypeOf<false>();
    expectTypeOf<'ResourceStatus' extends keyof Resource<'RequestQuote'> ? true : false>().toEqualTypeOf<false>();
    expectTypeOf<keyof Content<Resource<'CommitResource'>, 'ResourceStatus'>>().toEqualTypeOf<
      'InventoryRefreshDateTime' | 'DeploymentStatus'
    >();
    expectTypeOf<keyof Assignment<'RequestResource'>>().toEqualTypeOf<
      'Quantity' | 'Restrictions' | 'AnticipatedFunction'
    >();
    expectTypeOf<Assignment<'RequisitionResource'>['Quantity']>().toEqualTypeOf<Quantity>();
    expectTypeOf<Assignment<'RequestReturn'>['Quantity']>().toEqualTypeOf<Quantity | undefined>();
    expectTypeOf<Required<Assignment<'ResponseToRequestQuote'>>>().toEqualTypeOf<'PriceQuote'>();
  });

  it('know which schedules a message admits', () => {
    expectTypeOf<Schedule<'RequestQuote'>>().toEqualTypeOf<
      | 'RequestedArrival'
      | 'RequestedDeparture'
      | 'EstimatedReturnDeparture'
      | 'EstimatedReturnArrival'
      | 'ReportTo'
      | 'Route'
    >();
    expectTypeOf<Schedule<'ReleaseResource'>>().toEqualTypeOf<Exclude<ScheduleType, 'ActualReturnArrival'>>();
    expectTypeOf<Schedule<'RequestInformation'>>().toEqualTypeOf<ScheduleType>();
  });

  it('tell the messages apart by MessageContentType', () => {
    expectTypeOf<EdxlMessage['MessageContentType']>().toEqualTypeOf<EdxlMessageType>();
    expectTypeOf<Extract<EdxlMessage, { MessageContentType: 'ReleaseResource' }>>().toEqualTypeOf<
      EdxlMessage<'ReleaseResource'>
    >();
  });

  it('come out of the parser', () => {
    const parsed = parseEdxl('RequestReturn', undefined);
    if (parsed.valid) expectTypeOf(parsed.message).toEqualTypeOf<EdxlMessage<'RequestReturn'>>();
    else expectTypeOf(parsed).not.toHaveProperty('message');
  });
});
