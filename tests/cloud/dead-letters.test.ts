import { ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { deadLettersPrefix } from '../../infra/constructs/names.ts';
import { eventually } from '../../scripts/walkthrough/eventually.ts';
import { dutyRoomRoutes } from '../../shared/http/routes/duty-room.ts';
import { setAsideRoutes } from '../../shared/http/routes/set-aside.ts';
import { deploymentFromEnv } from '../e2e/deployment.ts';
import { ForeignCity } from '../e2e/suite/foreign-city.ts';
import { LANZHOU, sceneOf } from '../e2e/suite/scene.ts';
import { emulated } from './emulated.ts';

test('what the bus could not deliver goes on the bus again, by the rights of the function, when the administrator says so', async () => {
  const deployment = deploymentFromEnv() ?? expect.unreachable('the suite runs against a deployment');
  const scene = sceneOf(deployment);
  const administrator = scene.desk('administrator', LANZHOU);
  const { bus } = emulated().find(({ code }) => code === LANZHOU) ?? expect.unreachable('Lanzhou is deployed');
  const sqs = new SQSClient({ region: bus.region, endpoint: bus.endpoint });
  const QueueNamePrefix = deadLettersPrefix(LANZHOU, 'undelivered');
  const [QueueUrl] = (await sqs.send(new ListQueuesCommand({ QueueNamePrefix }))).QueueUrls ?? [];
  const city = new ForeignCity(scene, LANZHOU);
  const envelope = await city.request({}, { from: '650200' });
  const event = { 'detail-type': envelope.type, source: 'shouwang.650200', detail: { to: [LANZHOU], envelope } };
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(event) }));

  const { body: lying } = await administrator.call(setAsideRoutes.listDeadLetters, {});
  expect(lying.items.find(({ queue }) => queue === 'undelivered')).toMatchObject({
    count: 1,
    letters: [{ what: { en: expect.stringContaining('RequestResource') }, count: 1 }],
  });
  const { body } = await administrator.call(setAsideRoutes.redriveDeadLetters, { params: { queue: 'undelivered' } });
  expect(body).toEqual({ queue: 'undelivered', putBack: 1, needless: 0, left: 0 });
  // It came in: the inbox does not know its sender.
  const entry = await eventually(async () => {
    const { body: page } = await administrator.call(dutyRoomRoutes.listQuarantine, { query: { limit: 200 } });
    return page.items.find(({ messageId }) => messageId === envelope.id);
  });
  expect(entry).toMatchObject({ code: 'unknown-city' });
});
