import { XMLBuilder } from 'fast-xml-parser';
import { type CapAlert, CapAlertSchema } from '../../domain/cap/cap-alert.ts';
import { CAP_NAMESPACE } from './cap-structure.ts';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  indentBy: '  ',
  suppressEmptyNode: false,
  processEntities: true,
});

/** @returns the alert as a CAP 1.2 document. */
export const writeCap = (alert: CapAlert): string => {
  // Parsing puts the members into the order of the elements, whatever order they came in.
  const content = { '@xmlns': CAP_NAMESPACE, ...CapAlertSchema.parse(alert) };
  const document = builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, alert: content });
  // A reader takes a bare carriage return for the end of a line.
  return document.replaceAll('\r', '&#13;');
};
