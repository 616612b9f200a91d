// Verifies an exported story with Node's own crypto and nothing of Shouwang: node verify-story-file.mjs FILE [city=fingerprint …]
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (text) => createHash('sha256').update(text).digest('base64url');
const fail = (what) => {
  console.error(`NOT VERIFIED: ${what}`);
  process.exit(1);
};

const [path, ...told] = process.argv.slice(2);
const file = JSON.parse(readFileSync(path, 'utf8'));
if (file.format !== 'shouwang-story/1') fail(`unknown format ${file.format}`);

const keys = new Map();
for (const [city, list] of Object.entries(file.keys))
  for (const { keyId, jwk } of list) {
    const thumbprint = sha256(JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y }));
    if (thumbprint !== keyId) fail(`the key ${keyId} of ${city} has the fingerprint ${thumbprint}`);
    keys.set(`${city} ${keyId}`, createPublicKey({ key: jwk, format: 'jwk' }));
  }
for (const pair of told) {
  const [city, fingerprint] = pair.split('=');
  if (!keys.has(`${city} ${fingerprint}`)) fail(`${city} did not sign with ${fingerprint}`);
}

/** @returns the payload of a compact JWS, once its signature is proven to be the city's. */
const opened = (jws, city) => {
  const [header, payload, signature] = jws.split('.');
  const { alg, kid } = JSON.parse(Buffer.from(header, 'base64url'));
  const content = JSON.parse(Buffer.from(payload, 'base64url'));
  const key = keys.get(`${city ?? content.from} ${kid}`);
  if (alg !== 'ES256' || !key) fail(`no key ${kid} of ${city ?? content.from}`);
  const input = Buffer.from(`${header}.${payload}`);
  const good = verify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  return good ? content : fail(`the signature of ${content.id ?? 'the seal'} is not good`);
};

let entries = 0;
let messages = 0;
for (const chapter of file.chapters) {
  const digests = new Map();
  for (const { jws, answers } of chapter.messages) {
    const { id } = opened(jws);
    digests.set(id, sha256(jws));
    for (const answer of answers)
      if (opened(answer).body.digest !== sha256(jws)) fail(`an answer to ${id} is for another message`);
    messages += 1 + answers.length;
  }
  let previous = 'genesis';
  for (const { canonical, hash } of chapter.entries) {
    const entry = JSON.parse(canonical);
    const where = `entry ${entry.sequence} of ${chapter.kind} ${chapter.id}`;
    if (sha256(canonical) !== hash) fail(`${where} was changed`);
    if (entry.previous !== previous) fail(`${where} does not follow the one before`);
    for (const { id, digest } of entry.messages)
      if (digests.get(id) !== digest) fail(`${where} names a message ${id} that is not this one`);
    previous = hash;
    entries += 1;
  }
  if (previous !== chapter.head) fail(`the ledger of ${chapter.kind} ${chapter.id} is cut off`);
}
const { heads } = opened(file.seal, file.city);
if (JSON.stringify(heads.map(({ head }) => head)) !== JSON.stringify(file.chapters.map(({ head }) => head)))
  fail('the seal is for other ledgers');
console.log(`verified: ${entries} ledger entries, ${messages} signed messages, sealed by ${file.city}`);
