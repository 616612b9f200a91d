import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CATALOG } from '../../functions/catalog.ts';
import { ALARMS, alarmDescription, RUNBOOK } from '../../infra/alarm-catalogue.ts';
import { deadLettersPrefix, stackName } from '../../infra/constructs/names.ts';
import { DEAD_LETTER_QUEUES } from '../../shared/exchange/dead-letters.ts';
import { SIGNALS } from '../../shared/lambda/signals.ts';
import { at, resourcesOf, synthesise, threeCitiesOf } from './synthesis.ts';

const template = synthesise(threeCitiesOf('china'), CATALOG)('630100');
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
const ofMetric = (name: string) => alarms.filter(({ MetricName }) => MetricName === name);

describe('alarms', () => {
  test('each kind is there, says what it means in both languages, and tells somebody', () => {
    const descriptions = new Set(alarms.map(({ AlarmDescription }) => String(AlarmDescription)));
    expect([...descriptions].toSorted()).toEqual(Object.values(ALARMS).map(alarmDescription).toSorted());
    for (const description of descriptions) {
      expect(description).toMatch(/\p{Script=Han}.*[a-z]\. docs\/runbook\.md#[a-z-]+$/u);
      expect(description.length).toBeLessThanOrEqual(1024);
    }
    for (const { AlarmActions, OKActions } of alarms) {
      expect(AlarmActions).toHaveLength(1);
      expect(OKActions).toEqual(AlarmActions);
    }
  });

  test('every function is watched for errors and throttles', () => {
    expect(ofMetric('Errors')).toHaveLength(CATALOG.length);
    expect(ofMetric('Throttles')).toHaveLength(CATALOG.length);
  });

  test('every dead-letter queue is watched', () => {
    const watched = ofMetric('ApproximateNumberOfMessagesVisible').map(({ Dimensions }) =>
      at(Dimensions, 0, 'Value', 'Fn::GetAtt', 0),
    );
    const redriven = resourcesOf(template, 'AWS::SQS::Queue').filter(([, { Properties }]) => !Properties.RedrivePolicy);
    expect(watched.toSorted()).toEqual(redriven.map(([id]) => id).toSorted());
  });

  test.each(DEAD_LETTER_QUEUES)('the dead letters of %s are where redriving looks for them by name', (of) => {
    // CloudFormation names a queue after its stack and its logical id.
    const found = resourcesOf(template, 'AWS::SQS::Queue').filter(([id]) =>
      `${stackName('630100')}-${id}`.startsWith(deadLettersPrefix('630100', of)),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.[1].Properties).not.toHaveProperty('QueueName');
    expect(found[0]?.[1].Properties).not.toHaveProperty('RedrivePolicy');
  });

  test('a clock that does not run is an alarm, not missing data', () => {
    const stopped = ofMetric('Invocations');
    expect(stopped).toHaveLength(
      CATALOG.filter(({ triggers }) => triggers.some(({ kind }) => kind === 'schedule')).length,
    );
    for (const alarm of stopped) {
      expect(alarm).toMatchObject({
        TreatMissingData: 'breaching',
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
      });
    }
  });

  test('what functions signal in their logs is counted where an alarm looks', () => {
    for (const [signal, message] of Object.entries(SIGNALS)) {
      const [alarm] = ofMetric(signal);
      const filters = resourcesOf(template, 'AWS::Logs::MetricFilter')
        .map(([, { Properties }]) => Properties)
        .filter(({ FilterPattern }) => FilterPattern === `{ $.message = "${message}" }`);
      expect(filters.length).toBe(CATALOG.filter(({ triggers }) => triggers.length > 0).length);
      for (const { MetricTransformations } of filters) {
        expect(MetricTransformations).toEqual([
          { MetricName: signal, MetricNamespace: alarm?.Namespace, MetricValue: '1' },
        ]);
      }
    }
  });

  test('the runbook has a section for each', () => {
    const anchors = [...readFileSync(RUNBOOK, 'utf8').matchAll(/^#+ (.+)$|<a id="([^"]+)">/gm)].map(
      ([, heading, id]) =>
        id ??
        heading
          ?.toLowerCase()
          .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
          .trim()
          .replaceAll(/\s/g, '-'),
    );
    for (const { id } of Object.values(ALARMS)) expect(anchors).toContain(id);
  });
});
