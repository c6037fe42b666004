import { wordsOf } from '../../json.ts'
import { usePlace } from '../place.tsx'
import type { ElementProps } from './props.ts'
import { fieldId } from './props.ts'

export interface Naming {
  id: string | undefined
  'aria-labelledby': string | undefined
  'aria-label': string | undefined
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

/** What ties a field to its label, hint and error. @param otherwise what it is called where it has no label */
export function useNaming({ block, element, labelledBy, describedBy }: ElementProps, otherwise: string): Naming {
  const { errors } = usePlace()
  return {
    id: labelledBy && fieldId(labelledBy),
    'aria-labelledby': labelledBy,
    'aria-label': labelledBy ? undefined : wordsOf(element.placeholder) || otherwise,
    'aria-describedby': describedBy,
    'aria-invalid': labelledBy && errors[block] !== undefined ? true : undefined,
  }
}
