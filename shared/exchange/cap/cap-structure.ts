import * as z from 'zod';
import { CapAlertSchema } from '../../domain/cap/cap-alert.ts';

/** An element of CAP: its name, whether it may recur, and the elements in it where it holds no text. */
export interface CapElement {
  readonly name: string;
  readonly recurs: boolean;
  readonly elements?: readonly CapElement[];
}

const withoutOptional = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional ? withoutOptional(schema.unwrap()) : schema;

const elementOf = (name: string, member: z.core.$ZodType): CapElement => {
  const schema = withoutOptional(member);
  const one = schema instanceof z.ZodArray ? withoutOptional(schema.element) : schema;
  const recurs = schema instanceof z.ZodArray;
  return one instanceof z.ZodObject ? { name, recurs, elements: elementsOf(one) } : { name, recurs };
};

const elementsOf = ({ shape }: z.ZodObject): readonly CapElement[] =>
  Object.entries(shape).map(([name, member]) => elementOf(name, member));

/** The elements of an alert in their order, as the contract has them: it is written once. */
export const ALERT_ELEMENTS = elementsOf(CapAlertSchema);

export const CAP_NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';

/** The one namespace of which other elements may stand in an alert, after all of CAP's own. */
export const SIGNATURE_NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';
