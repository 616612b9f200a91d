import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  CachePolicy,
  type CfnDistribution,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  type IOrigin,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type ConsolePlacement, partitionOf } from '../cities.ts';
import { contentPolicy, type SpokenTo } from '../console/content-policy.ts';

const isInChina = (region: string): boolean => partitionOf(region) === 'aws-cn';

export interface ConsoleSiteProps {
  readonly region: string;
  readonly placement: ConsolePlacement;
  readonly spokenTo: SpokenTo;
}

/** For how long what was published before can be brought back. */
const FORMER_DAYS = 30;

/** A position is asked for on phones of teams and agencies; nothing else of the device is. */
const PERMISSIONS = 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()';

/**
 * The console as static files: a bucket that nobody reads but CloudFront, and the distribution before it. Files are put there by
 * `npm run console:publish`.
 */
export class ConsoleSite extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { region, placement, spokenTo }: ConsoleSiteProps) {
    super(scope, id);
    this.bucket = this.filesBucket();
    this.distribution = new Distribution(this, 'Distribution', {
      comment: Stack.of(this).stackName,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2,
      defaultBehavior: {
        origin: this.origin(region),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.headers(spokenTo),
      },
      ...this.name(region, placement),
    });
    if (isInChina(region)) this.nameInChina(placement);
    this.argue(region, placement);
  }

  private filesBucket(): Bucket {
    const bucket = new Bucket(this, 'Files', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(FORMER_DAYS) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'The files are the same for everybody and say nothing of anybody; who calls the API is in its own log.',
    });
    return bucket;
  }

  /** CloudFront in China has no origin access control, which came after the identities it has. */
  private origin(region: string): IOrigin {
    // The CDK declares its own classes against its interfaces without exactOptionalPropertyTypes.
    const bucket = this.bucket as IBucket;
    return isInChina(region)
      ? S3BucketOrigin.withOriginAccessIdentity(bucket)
      : S3BucketOrigin.withOriginAccessControl(bucket);
  }

  private headers(spokenTo: SpokenTo): ResponseHeadersPolicy {
    const override = true;
    return new ResponseHeadersPolicy(this, 'Headers', {
      comment: 'The page loads its own files, and speaks to the city it is of',
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentPolicy(spokenTo), override },
        contentTypeOptions: { override },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'permissions-policy', value: PERMISSIONS, override },
          { header: 'cross-origin-opener-policy', value: 'same-origin', override },
        ],
      },
    });
  }

  /** Certificates of commercial regions are in the Certificate Manager of us-east-1, where CloudFront looks for them. */
  private name(region: string, { domain, certificate }: ConsolePlacement) {
    if (domain === undefined || certificate === undefined || isInChina(region)) return {};
    return {
      domainNames: [domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }

  /** In China CloudFront takes certificates of IAM only, which the CDK has no words for. */
  private nameInChina({ domain, certificate }: ConsolePlacement): void {
    const { defaultChild } = this.distribution.node;
    const configuration = 'DistributionConfig';
    const resource = defaultChild as CfnDistribution;
    resource.addPropertyOverride(`${configuration}.Aliases`, [domain]);
    resource.addPropertyOverride(`${configuration}.ViewerCertificate`, {
      IamCertificateId: certificate,
      MinimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      SslSupportMethod: 'sni-only',
    });
  }

  private argue(region: string, { domain }: ConsolePlacement): void {
    const arguments_ = {
      'AwsSolutions-CFR1': 'A team on a mission abroad opens the console as it does at home.',
      'AwsSolutions-CFR2': 'There are static files only; what they call has its own limits and checks every caller.',
      'AwsSolutions-CFR3':
        'The files are the same for everybody and say nothing of anybody; who calls the API is in its own log.',
      ...(domain === undefined && {
        'AwsSolutions-CFR4':
          "Under CloudFront's own name its own certificate is used, by its own rules; a domain of the city's brings TLS 1.2.",
      }),
      ...(isInChina(region) && {
        'AwsSolutions-CFR4': 'TLS 1.2 is asked for together with the certificate of IAM, which the rule does not see.',
        'AwsSolutions-CFR7':
          'CloudFront in China has no origin access control; the identity lets in nobody else either.',
      }),
    };
    for (const [id, reason] of Object.entries(arguments_))
      Validations.of(this.distribution).acknowledge({ id, reason });
  }
}
