import { Topic } from 'aws-cdk-lib/aws-sns';
import { expect, test } from 'vitest';
import { CATALOG } from '../../functions/catalog.ts';
import { stackName } from '../../infra/cells.ts';
import { checkRules } from '../../infra/rules.ts';
import { synthesise, threeCitiesOf } from './synthesis.ts';

test.each(['commercial', 'china'])('%s: neither cdk-nag nor the schemas of CloudFormation find anything', (profile) => {
  expect(() => synthesise(threeCitiesOf(profile), CATALOG, checkRules)).not.toThrow();
});

test('cdk-nag looks at every stack: a topic without TLS is found', () => {
  const careless = () =>
    synthesise(threeCitiesOf('china'), [], (app) => {
      checkRules(app);
      new Topic(app.node.findChild(stackName('630200')), 'Careless');
    });
  expect(careless).toThrow('AwsSolutions-SNS3');
});
