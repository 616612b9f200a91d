import * as fc from 'fast-check';
import type {
  ExtensionAnswer,
  ExtensionQuestion,
  Release,
  ReturnAnswer,
  ReturnQuestion,
} from '../../shared/domain/deployment/deployment-questions.ts';
import type { DeploymentReport } from '../../shared/domain/deployment/deployment-report.ts';
import type { Progress } from '../../shared/domain/deployment/progress.ts';
import { id, moment, words } from './answer-arbitraries.ts';
import { position } from './request-arbitraries.ts';

export const anyRelease: fc.Arbitrary<Release> = fc.record(
  { messageId: id, releasedAt: moment, note: words },
  { requiredKeys: ['messageId', 'releasedAt'] },
);

export const anyReturnQuestion: fc.Arbitrary<ReturnQuestion> = fc.record({
  messageId: id,
  askedAt: moment,
  by: moment,
  reason: words,
});

export const anyExtensionQuestion: fc.Arbitrary<ExtensionQuestion> = fc.record({
  messageId: id,
  askedAt: moment,
  until: moment,
  reason: words,
});

const answering = { messageId: id, question: id, answeredAt: moment };

export const anyReturnAnswer: fc.Arbitrary<ReturnAnswer> = fc.oneof(
  fc.record({ response: fc.constant('accept' as const), ...answering }),
  fc.record({ response: fc.constant('decline' as const), ...answering, reason: words }),
  fc.record({ response: fc.constant('provisional' as const), ...answering, reason: words, availableFrom: moment }),
);

export const anyExtensionAnswer: fc.Arbitrary<ExtensionAnswer> = fc.oneof(
  fc.record({ response: fc.constant('accept' as const), ...answering, until: moment }),
  fc.record({ response: fc.constant('decline' as const), ...answering, until: moment, reason: words }),
);

const departed = { since: moment, departedAt: moment };
const arrived = { ...departed, arrivedAt: moment };
const returning = { ...arrived, returnDepartedAt: moment };
const mayHaveTurnedBack = ['since', 'departedAt', 'returnDepartedAt'] as const;

/** A progress in any status, with whatever times that status has. */
const anyProgress: fc.Arbitrary<Progress> = fc.oneof(
  fc.record({ status: fc.constantFrom('mobilising' as const, 'cancelled' as const), since: moment }),
  fc.record({ status: fc.constantFrom('departed' as const, 'en-route' as const), ...departed }),
  fc.record({ status: fc.constantFrom('arrived' as const, 'working' as const, 'delivered' as const), ...arrived }),
  fc.record(
    { status: fc.constant('returning' as const), ...returning },
    { requiredKeys: ['status', ...mayHaveTurnedBack] },
  ),
  fc.record(
    { status: fc.constant('home' as const), ...returning, homeAt: moment },
    { requiredKeys: ['status', ...mayHaveTurnedBack, 'homeAt'] },
  ),
);

export const anyReport: fc.Arbitrary<DeploymentReport> = fc.record(
  {
    messageId: id,
    at: moment,
    sentAt: moment,
    progress: anyProgress,
    estimates: fc.record(
      { departure: moment, arrival: moment, returnArrival: moment },
      { requiredKeys: ['departure', 'arrival'] },
    ),
    position,
    note: words,
  },
  { requiredKeys: ['messageId', 'at', 'sentAt', 'progress', 'estimates'] },
);
