import { asField, element, inActions } from './examples.ts'
import { elementsFile } from './sources.ts'
import { subject } from './subject.ts'

/** An element in an actions block of a message. */
export const action = (type: string, docs: string) => subject(named(type), elementsFile(docs), inActions, element(type))

/** An element as the field of a modal. */
export const field = (type: string, docs: string) => subject(named(type), elementsFile(docs), asField, element(type))

function named(type: string): string {
  if (['checkboxes', 'radio_buttons'].includes(type)) return type
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`
}
