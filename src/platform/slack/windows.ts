import { setTimeout as wait } from 'node:timers/promises'
import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { classify } from './trouble.ts'

/**
 * Puts what had to be waited for in a window that was answered to a submission. Slack may take a moment to put that window up;
 * where the person closed it again there is nothing to do.
 * @param externalId of that window; unlike its id, it is known to Slack only once it stands there
 */
export async function fillWindow(slack: WebClient, externalId: string, view: ModalView): Promise<void> {
  for (const pauseMs of [0, 200, 500, 1_000]) {
    if (pauseMs > 0) await wait(pauseMs)
    try {
      await slack.views.update({ external_id: externalId, view })
      return
    } catch (error) {
      if (classify(error).kind !== 'gone') throw error
    }
  }
}
