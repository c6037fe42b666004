import { action, field } from './element-subject.ts'
import { asField, rich, section } from './examples.ts'
import type { Row } from './row.ts'
import { elementsFile, extensionsFile, guess, limitsFile, objectsFile } from './sources.ts'
import { subject } from './subject.ts'

const day = action('datepicker', 'Datepicker')
const time = action('timepicker', 'Timepicker')
const moment = action('datetimepicker', 'DateTimepicker')
const text = field('plain_text_input', 'PlainTextInput')
const number = field('number_input', 'NumberInput')
const richInput = field('rich_text_input', 'RichTextInput')
const files = field('file_input', 'FileInput')
const email = field('email_text_input', 'EmailInput')
const notEmpty = guess('what is required is not empty')

export const pickerRows: Row[] = [
  day.form('initial_date', '2026-05-11', '11-05-2026'),
  time.form('initial_time', '09:30', '9.30'),
  time.form('initial_time', '23:59', '24:00'),
  time.length('timezone', { min: 1 }, guess('an empty time zone is none')),
  moment.range('initial_date_time', { min: 1_000_000_000, max: 9_999_999_999 }),
  moment.rule(
    'The `initial_date_time` of a datetimepicker is a whole number.',
    {},
    { initial_date_time: 1_700_000_000.5 },
    '/initial_date_time',
    'integer',
  ),
].flat()

const dispatch = objectsFile('DispatchActionConfig')
const on = 'dispatch_action_config/trigger_actions_on'
const lengths = { initial_value: undefined, min_length: undefined, max_length: undefined }
const bare = subject('a plain_text_input', elementsFile('PlainTextInput'), asField, { type: 'plain_text_input' })
const bareRich = subject('a rich_text_input', elementsFile('RichTextInput'), asField, { type: 'rich_text_input' })

export const inputRows: Row[] = [
  bare.length('initial_value', { max: 3000 }, guess('the most that can be typed')),
  bare.range('min_length', { max: 3000 }),
  bare.range('min_length', { min: 0 }, limitsFile),
  bare.range('max_length', { max: 3000, min: 1 }, limitsFile),
  bare.whole('min_length', guess('a length is a whole number')),
  bare.whole('max_length', guess('a length is a whole number')),
  text.rule(
    'The `min_length` of a plain_text_input is not more than its `max_length`.',
    { ...lengths, min_length: 3, max_length: 3 },
    { ...lengths, min_length: 4, max_length: 3 },
    '/min_length',
    'all_of',
    guess('nobody could fill it in otherwise'),
  ),
  text.rule(
    'The `initial_value` of a plain_text_input fits its `max_length`.',
    { ...lengths, initial_value: 'abc', max_length: 3 },
    { ...lengths, initial_value: 'abcd', max_length: 3 },
    '/initial_value',
    'all_of',
    guess('Slack would not take it on submission'),
  ),
  text.oneOf(`${on}/0`, ['on_enter_pressed', 'on_character_entered'], dispatch),
  text.count(on, { min: 1, max: 2 }, () => 'on_enter_pressed', dispatch),
  text.text('placeholder', 150, ['plain_text'], extensionsFile('Placeholdable')),
  number.needs('is_decimal_allowed'),
  number.form('initial_value', '2.5', 'two', guess('a number as text')),
  number.form('min_value', '-1', 'one', guess('a number as text')),
  number.form('max_value', '10', 'ten', guess('a number as text')),
  number.rule(
    'The `min_value` of a number_input is not more than its `max_value`.',
    { min_value: '3' },
    { min_value: '4' },
    '/min_value',
  ),
  email.rule(
    'An email_text_input takes any `initial_value`.',
    { initial_value: '' },
    { initial_value: 1 },
    '/initial_value',
    'type',
  ),
  bareRich.range('min_lines', { min: 1, max: 100 }),
  bareRich.range('max_lines', { min: 1, max: 100 }),
  bareRich.whole('min_lines', guess('lines are whole')),
  bareRich.whole('max_lines', guess('lines are whole')),
  richInput.only('initial_value', [rich], section),
  files.range('max_files', { min: 1, max: 10 }),
  files.whole('max_files', guess('files are whole')),
  files.length('filetypes/0', { min: 1 }, notEmpty),
].flat()
