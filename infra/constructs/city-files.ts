import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { FILES_KEPT_DAYS, UPLOAD_SECONDS } from '../../shared/files/file-store.ts';

export interface CityFilesProps {
  /** Whether the files outlive the stack. */
  readonly keep: boolean;
}

/**
 * A city's files: spreadsheets on their way in. Nobody reads them but the functions; browsers put them there by addresses that are
 * signed for one file and a quarter of an hour, which is why any origin may: the signature decides, not the page.
 */
export class CityFiles extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { keep }: CityFilesProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      lifecycleRules: [
        { expiration: Duration.days(FILES_KEPT_DAYS), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: ['*'],
          allowedHeaders: ['content-type'],
          maxAge: UPLOAD_SECONDS,
        },
      ],
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Who brought which file is in the ledger of the import; a log of the bucket would say the same with less.',
    });
  }
}
