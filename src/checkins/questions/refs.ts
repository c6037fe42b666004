/** What the buttons and windows of the editor carry. Each begins with the id of the check-in, by which its right is asked. Ids have no colon. */

/** What the list shows. */
export interface Shown {
  checkInId: string
  version: number
}

export const fromShown = ({ checkInId, version }: Shown): string => [checkInId, version].join(':')

export function toShown(metadata: string): Shown {
  const [checkInId = '', version = ''] = metadata.split(':')
  return { checkInId, version: Number(version) }
}

/** The button of one question. */
export interface Pressed {
  checkInId: string
  questionId: string
}

export const fromPressed = ({ checkInId, questionId }: Pressed): string => [checkInId, questionId].join(':')

export function toPressed(value: string): Pressed {
  const [checkInId = '', questionId = ''] = value.split(':')
  return { checkInId, questionId }
}

/** One question in its form. */
export interface Form extends Shown, Pressed {
  /** Slack's id of the list it was opened from: what is saved is shown there. */
  listViewId: string
}

export const fromForm = ({ checkInId, questionId, version, listViewId }: Form): string =>
  [checkInId, questionId, version, listViewId].join(':')

export function toForm(metadata: string): Form {
  const [checkInId = '', questionId = '', version = '', listViewId = ''] = metadata.split(':')
  return { checkInId, questionId, version: Number(version), listViewId }
}
