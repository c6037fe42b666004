import { type Json, objects } from '../../json.ts'
import { anyBlock } from './blocks.ts'
import { plainText } from './composition.ts'
import {
  type Agreement,
  boolean,
  byType,
  type Fields,
  list,
  object,
  optional,
  required,
  string,
  type Total,
} from './rules.ts'
import { oneTable, together } from './together.ts'

const viewBytes: Total<Json> = {
  name: 'bytes of the view',
  max: 250_000,
  measure: (view) => Buffer.byteLength(JSON.stringify(view)),
  message: 'must be less than 250 kB',
  at: '',
  code: 'view_too_large',
}

const submitForInputs: Agreement<Json> = {
  name: 'submit for inputs',
  refusals: (view) =>
    view.submit === undefined && objects(view.blocks).some((one) => one.type === 'input')
      ? [{ at: '', message: 'must define `submit` to use an `input` block in modals', constraint: { type: 'all_of' } }]
      : [],
}

const common: Fields = {
  private_metadata: optional(string({ max: 3000 })),
  callback_id: optional(string({ max: 255 })),
  external_id: optional(string({ max: 255 })),
  blocks: required(list(anyBlock, { max: 100 }, ...together, oneTable)),
}

export const views = {
  modal: byType({
    modal: object(
      {
        ...common,
        title: required(plainText(24)),
        submit: optional(plainText(24)),
        close: optional(plainText(24)),
        clear_on_close: optional(boolean),
        notify_on_close: optional(boolean),
      },
      submitForInputs,
      viewBytes,
    ),
  }),
  home: byType({ home: object(common, viewBytes) }),
}
