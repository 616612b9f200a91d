import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { ReportContentSchema, ReportKindSchema } from './report-content.ts';

/** The city's signature, by whoever was the last to approve it, over {@link SignedReport}. */
export const ReportSignatureSchema = z
  .strictObject({
    by: PersonReferenceSchema,
    at: InstantSchema,
    /** SHA-256, base64url, of the canonical JSON (RFC 8785) of what is signed. */
    digest: z.string().min(1).max(100),
    algorithm: z.string().min(1).max(100),
    keyId: z.string().min(1).max(200),
    /** Detached JWS (RFC 7515) over the same. */
    jws: z.string().regex(/^[\w-]+\.\.[\w-]+$/),
  })
  .meta({ id: 'ReportSignature' });
export type ReportSignature = z.infer<typeof ReportSignatureSchema>;

/** A version as it is signed and sent. */
export const ReportVersionSchema = z
  .strictObject({ number: z.int().positive(), content: ReportContentSchema, signature: ReportSignatureSchema })
  .meta({ id: 'ReportVersion' });
export type ReportVersion = z.infer<typeof ReportVersionSchema>;

/** What is kept in sight of a version; the whole of it stands in the list of versions. */
export const VersionHeadSchema = z
  .strictObject({
    number: z.int().positive(),
    kind: ReportKindSchema,
    asOf: InstantSchema,
    approvedAt: InstantSchema,
    digest: z.string(),
    corrects: z.int().positive().optional(),
    /** Number of the version that stands in its place. */
    correctedBy: z.int().positive().optional(),
  })
  .meta({ id: 'ReportVersionHead' });
export type VersionHead = z.infer<typeof VersionHeadSchema>;

/** What the city signs of a version. */
export const SignedReportSchema = z
  .strictObject({
    reportId: z.uuid(),
    city: CityCodeSchema,
    incidentId: z.uuid(),
    exercise: z.boolean(),
    number: z.int().positive(),
    content: ReportContentSchema,
    by: PersonReferenceSchema,
    at: InstantSchema,
  })
  .meta({ id: 'SignedReport' });
export type SignedReport = z.infer<typeof SignedReportSchema>;

/** @returns the versions after another one was approved. */
export const withVersion = (
  heads: readonly VersionHead[],
  { number, content, signature }: ReportVersion,
): VersionHead[] => {
  const { kind, asOf, corrects } = content;
  const head = { number, kind, asOf, approvedAt: signature.at, digest: signature.digest };
  return [
    ...heads.map((each) => (each.number === corrects ? { ...each, correctedBy: number } : each)),
    corrects === undefined ? head : { ...head, corrects },
  ];
};
