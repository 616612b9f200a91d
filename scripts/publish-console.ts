import { S3Client } from '@aws-sdk/client-s3';
import { SSMClient } from '@aws-sdk/client-ssm';
import { freshConsole } from '../console/build/fresh-console.ts';
import { readPublishOptions } from './publish-console/options.ts';
import { publicationOf, publish } from './publish-console/publish.ts';
import { writeTo } from './publish-console/write-to.ts';

/** Builds the console and puts it where the city's people open it; docs/deploy.md says when. */
const main = async (): Promise<void> => {
  const options = readPublishOptions(process.argv.slice(2));
  const files = await freshConsole();
  if ('folder' in options) {
    await writeTo(files, options);
    console.log(`控制台已写入 The console is in ${options.folder}`);
    return;
  }
  const place = options.region === undefined ? {} : { region: options.region };
  const publication = await publicationOf(new SSMClient(place), options.city);
  const count = await publish(new S3Client(place), files, publication);
  console.log(`已发布${count}个文件 ${count} files are published to ${publication.bucket}`);
};

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
