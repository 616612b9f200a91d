import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { type FileStore, UPLOAD_CONTENT_TYPE, UPLOAD_SECONDS } from './file-store.ts';

export interface S3FileStoreOptions {
  readonly client: S3Client;
  readonly bucket: string;
}

const unlessMissing = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NoSuchKey || error instanceof NotFound) return undefined;
    throw error;
  }
};

/** @returns the {@link FileStore} port on a bucket of S3 or of anything that speaks its protocol. */
export const createS3FileStore = ({ client, bucket }: S3FileStoreOptions): FileStore => {
  const at = (name: string) => ({ Bucket: bucket, Key: name });
  return {
    put: async (name, bytes) => {
      await client.send(new PutObjectCommand({ ...at(name), Body: bytes, ContentType: UPLOAD_CONTENT_TYPE }));
    },
    get: async (name) => {
      const found = await unlessMissing(client.send(new GetObjectCommand(at(name))));
      return found?.Body?.transformToByteArray();
    },
    size: async (name) => (await unlessMissing(client.send(new HeadObjectCommand(at(name)))))?.ContentLength,
    delete: async (name) => {
      await client.send(new DeleteObjectCommand(at(name)));
    },
    uploadAddress: async (name, size) => {
      const command = new PutObjectCommand({ ...at(name), ContentType: UPLOAD_CONTENT_TYPE, ContentLength: size });
      // Signed into the address, so that nothing of another size or type gets in by it.
      const signableHeaders = new Set(['content-type', 'content-length']);
      const url = await getSignedUrl(client, command, { expiresIn: UPLOAD_SECONDS, signableHeaders });
      return { url, headers: { 'content-type': UPLOAD_CONTENT_TYPE } };
    },
  };
};
