import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { CATALOG } from '../functions/catalog.ts';
import { BUNDLES_DIRECTORY, bundleFunctions } from './bundles.ts';
import { addCells } from './cells.ts';
import { ProfileSchema, profileNamed } from './cities.ts';
import { checkRules } from './rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const app = new App();
const profile = profileNamed(app.node.tryGetContext('profile') ?? 'commercial');
const issuer: unknown = app.node.tryGetContext('issuer') ?? profile.issuer;

await bundleFunctions(CATALOG, root);
addCells(app, {
  profile: ProfileSchema.parse({ ...profile, issuer }),
  catalog: CATALOG,
  codeOf: (name) => Code.fromAsset(join(root, BUNDLES_DIRECTORY, name)),
});
if (!profile.emulated) checkRules(app);
