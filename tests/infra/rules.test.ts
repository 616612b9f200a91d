import { CfnResource, type Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, test } from 'vitest';
import { CATALOG } from '../../functions/catalog.ts';
import { stackName } from '../../infra/constructs/names.ts';
import { checkRules } from '../../infra/rules.ts';
import { synthesise, threeCitiesOf } from './synthesis.ts';

test.each(['commercial', 'china'])('%s: neither cdk-nag nor the schemas of CloudFormation find anything', (profile) => {
  expect(() => synthesise(threeCitiesOf(profile), CATALOG, checkRules)).not.toThrow();
});

describe('what would be found', () => {
  const withMistake = (mistake: (stack: Stack) => void) => () =>
    synthesise(threeCitiesOf('china'), [], (app) => {
      checkRules(app);
      mistake(app.node.findChild(stackName('630200')) as Stack);
    });

  test('a topic without TLS, by cdk-nag', () => {
    expect(withMistake((stack) => new Topic(stack, 'Careless'))).toThrow('AwsSolutions-SNS3');
  });

  test('a property that is none, by the schemas', () => {
    const properties = { VisibilityTimeout: 'soon' };
    expect(withMistake((stack) => new CfnResource(stack, 'Odd', { type: 'AWS::SQS::Queue', properties }))).toThrow(
      'VisibilityTimeout',
    );
  });
});
