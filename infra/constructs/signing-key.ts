import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type IKey, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

export interface SigningKeyProps {
  readonly city: string;
  /** Whether the key outlives its stack. */
  readonly keep: boolean;
  /** The key to sign with instead of the one made here, once it was announced to the partners. */
  readonly nextKeyArn?: string | undefined;
}

/**
 * The key with which a city signs: elliptic curve P-256, made in KMS and never to leave it. Partners pin its public half, so it
 * is kept when the stack goes, and KMS waits thirty days before it destroys one. It does not rotate by itself: a new key is
 * announced in a message signed with the old one.
 */
export class SigningKey extends Construct {
  /** The key the city signs with. */
  readonly key: IKey;

  constructor(scope: Construct, id: string, { city, keep, nextKeyArn }: SigningKeyProps) {
    super(scope, id);
    const own = new Key(this, 'Key', {
      alias: `shouwang/${city}`,
      description: `Signs the messages of city ${city}`,
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      pendingWindow: Duration.days(30),
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.key = nextKeyArn === undefined ? own : Key.fromKeyArn(this, 'Next', nextKeyArn);
  }
}
