import { type IAspect, Stack } from 'aws-cdk-lib';
import { CfnArchive, CfnEventBusPolicy } from 'aws-cdk-lib/aws-events';
import { CfnPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';

interface Omission {
  /** What a deployment to an emulator goes without. */
  readonly without: string;
  /** Leaves it out, if the node is or has it. */
  readonly omit: (node: IConstruct) => void;
}

const remove =
  (isResource: (node: IConstruct) => boolean): Omission['omit'] =>
  (node) => {
    if (isResource(node)) node.node.scope?.node.tryRemoveChild(node.node.id);
  };

/** @returns the statements of a policy. */
const statementsOf = (node: IConstruct, document: unknown): readonly Statement[] =>
  (Stack.of(node).resolve(document) as { readonly Statement: readonly Statement[] }).Statement;

interface Statement {
  readonly Action: unknown;
  readonly Effect: 'Allow' | 'Deny';
}

const says = (node: IConstruct, document: unknown, conditionKey: string): boolean =>
  JSON.stringify(Stack.of(node).resolve(document)).includes(conditionKey);

const SEND = 'sqs:SendMessage';

/**
 * What emulators of AWS lack: the only place where an emulated stack differs from a real one. None of it carries messages, and
 * nothing else in the stack refers to it.
 */
const OMISSIONS: readonly Omission[] = [
  { without: 'replay of what was on the bus', omit: remove(CfnArchive.isCfnArchive) },
  {
    without: 'the refusal of strangers at the bus; the inbox still refuses them',
    omit: remove(CfnEventBusPolicy.isCfnEventBusPolicy),
  },
  {
    // Its own address is plain HTTP, on which the policy refuses everybody.
    without: 'the refusal of the bucket to be spoken to without TLS',
    omit: remove(CfnBucketPolicy.isCfnBucketPolicy),
  },
  {
    // As for the bucket. Policies that also let the bus in keep that.
    without: 'the refusal of queues to be spoken to without TLS',
    omit: (node) => {
      if (!CfnQueuePolicy.isCfnQueuePolicy(node)) return;
      const allowing = statementsOf(node, node.policyDocument).filter(({ Effect }) => Effect === 'Allow');
      if (allowing.length === 0) node.node.scope?.node.tryRemoveChild(node.node.id);
      else node.addPropertyOverride('PolicyDocument.Statement', allowing);
    },
  },
  {
    // MiniStack takes SendMessageBatch for an action of its own; on AWS the right to send messages is the right to send ten.
    without: 'the limits of the right to send messages',
    omit: (node) => {
      if (!CfnPolicy.isCfnPolicy(node)) return;
      for (const [n, { Action }] of statementsOf(node, node.policyDocument).entries())
        if (Action === SEND) node.addPropertyOverride(`PolicyDocument.Statement.${n}.Action`, `${SEND}*`);
    },
  },
  {
    // MiniStack compares the session's ARN where AWS compares the role's.
    without: 'the pinning of the courier by its role; its account is still pinned',
    omit: (node) => {
      if (CfnRole.isCfnRole(node) && says(node, node.assumeRolePolicyDocument, 'aws:PrincipalArn')) {
        node.addPropertyDeletionOverride('AssumeRolePolicyDocument.Statement.0.Condition');
      }
    },
  },
  {
    // MiniStack knows no condition keys of EventBridge.
    without: 'the pinning of the source at the gate; the inbox still checks the signature',
    omit: (node) => {
      if (CfnPolicy.isCfnPolicy(node) && says(node, node.policyDocument, 'events:source')) {
        node.addPropertyDeletionOverride('PolicyDocument.Statement.0.Condition');
      }
    },
  },
];

/** Takes out of a stack what emulators cannot make. */
export class EmulatorOmissions implements IAspect {
  visit(node: IConstruct): void {
    for (const { omit } of OMISSIONS) omit(node);
  }
}
