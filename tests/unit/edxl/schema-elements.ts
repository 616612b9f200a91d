import * as z from 'zod';
import type { StandardElement } from './standard.ts';

interface Occurring {
  readonly cardinality: string;
  readonly content: z.core.$ZodType;
}

const occurring = (schema: z.core.$ZodType): Occurring => {
  const isOptional = schema instanceof z.ZodOptional;
  const inner = isOptional ? schema.def.innerType : schema;
  if (!(inner instanceof z.ZodArray)) return { cardinality: isOptional ? '0..1' : '1..1', content: inner };
  const admitsNone = isOptional || inner.safeParse([]).success;
  return { cardinality: admitsNone ? '0..*' : '1..*', content: inner.def.element };
};

const valuesOf = (schema: z.core.$ZodType): readonly string[] | undefined => {
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String);
  return schema instanceof z.ZodEnum ? schema.options.map(String).sort() : undefined;
};

/**
 * @returns what an object schema is made of, written as the standard's text is; the alternatives of a union as its elements.
 * Objects are opened where `opens` says so.
 */
export const elementsOf = (schema: z.core.$ZodType, opens: (name: string) => boolean): StandardElement[] => {
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap((option) => elementsOf(option, opens));
  if (!(schema instanceof z.ZodObject)) throw new Error('not an object schema');
  return Object.entries<z.core.$ZodType>(schema.shape).map(([name, part]) => {
    const { cardinality, content } = occurring(part);
    const values = valuesOf(content);
    return {
      name,
      cardinality,
      ...(values === undefined ? {} : { values }),
      children: opens(name) ? elementsOf(content, opens) : [],
    };
  });
};
