import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Field, FieldSection } from '../../console/src/registry/field.ts';
import { AGENCY } from '../../console/src/registry/kinds/agency.tsx';
import { DEPOT } from '../../console/src/registry/kinds/depot.tsx';
import { EQUIPMENT } from '../../console/src/registry/kinds/equipment.tsx';
import { EXPERT } from '../../console/src/registry/kinds/expert.tsx';
import { PACKAGE } from '../../console/src/registry/kinds/package.tsx';
import { PLAN } from '../../console/src/registry/kinds/plan.tsx';
import { ROSTERS } from '../../console/src/registry/kinds/roster.tsx';
import { STOCK_LINES } from '../../console/src/registry/kinds/stock.tsx';
import { TEAM } from '../../console/src/registry/kinds/team.tsx';
import { VEHICLE } from '../../console/src/registry/kinds/vehicle.tsx';

type Path = readonly (string | number)[];

/** Not asked for on the page; it stays as it is when an entry is changed. */
const LEFT_AS_IT_IS = ['requestTemplate'];

const bare = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return bare(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodPipe ? bare(schema.in as z.ZodType) : schema;
};

/** @returns the schema of what stands at a path of what a schema describes, if it may stand there. */
const schemaAt = (schema: z.ZodType, [step, ...rest]: Path): z.ZodType | undefined => {
  const own = bare(schema);
  if (step === undefined) return own;
  if (own instanceof z.ZodObject) {
    const below = (own.shape as Record<string, z.ZodType>)[step];
    return below && schemaAt(below, rest);
  }
  if (own instanceof z.ZodArray) return schemaAt(own.element as z.ZodType, rest);
  return own instanceof z.ZodRecord ? schemaAt(own.valueType as z.ZodType, rest) : undefined;
};

/** @returns the paths of fields that a body does not have. */
const astray = (fields: readonly Field[], schema: z.ZodType, within: Path = []): readonly string[] =>
  fields.flatMap(({ name, control }) => {
    const path = [...within, ...name];
    if (!schemaAt(schema, path)) return [path.join('.')];
    return 'rows' in control ? astray(control.rows, schema, [...path, 0]) : [];
  });

const fieldsOf = (sections: readonly FieldSection[] = []): readonly Field[] => sections.flatMap(({ fields }) => fields);

describe.each([TEAM, AGENCY, EXPERT, STOCK_LINES, DEPOT, EQUIPMENT, VEHICLE, PACKAGE, PLAN, ROSTERS])(
  'the form of $path',
  ({ register, change, sections, registering, changing, changeWithin = [], acts }) => {
    const registered = register.body as z.ZodType;

    it('asks for nothing that the API does not take', () => {
      expect(astray([...fieldsOf(sections), ...fieldsOf(registering)], registered)).toEqual([]);
      expect(astray(fieldsOf(sections), change.body as z.ZodType, changeWithin)).toEqual([]);
      expect(astray(fieldsOf(changing), change.body as z.ZodType)).toEqual([]);
    });

    it('asks for all that the API takes', () => {
      const asked = [...fieldsOf(sections), ...fieldsOf(registering)].map(({ name }) => name[0]);
      const taken = Object.keys((bare(registered) as z.ZodObject).shape);
      expect(taken.filter((name) => !asked.includes(name) && !LEFT_AS_IT_IS.includes(name))).toEqual([]);
    });

    it('has acts that ask for what their routes take', () => {
      for (const { contract, fields = [], bodyOf } of acts)
        if (!bodyOf && contract.body) expect(astray(fields, contract.body), contract.operationId).toEqual([]);
    });
  },
);
