import type { IAspect } from 'aws-cdk-lib';
import { CfnArchive, CfnEventBusPolicy } from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';

/**
 * What emulators of AWS lack, with what a deployment to one goes without: the only place where an emulated stack differs from
 * a real one. None of it carries messages, and nothing else in the stack refers to it.
 */
export const OMITTED: readonly { readonly isOmitted: (node: IConstruct) => boolean; readonly without: string }[] = [
  { isOmitted: CfnArchive.isCfnArchive, without: 'replay of what was on the bus' },
  {
    isOmitted: CfnEventBusPolicy.isCfnEventBusPolicy,
    without: 'the refusal of strangers at the bus; the inbox refuses them',
  },
];

/** Takes out of a stack what emulators cannot make. */
export class EmulatorOmissions implements IAspect {
  visit(node: IConstruct): void {
    if (OMITTED.some(({ isOmitted }) => isOmitted(node))) node.node.scope?.node.tryRemoveChild(node.node.id);
  }
}
