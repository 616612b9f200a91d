import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

/** Has an app checked by the AWS Solutions rules of cdk-nag when it is synthesised: what breaks one and is not argued fails it. */
export const checkRules = (app: App): void => Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
