import type { Conversation } from '../../platform/interaction.ts'
import type { ItemButton } from '../../platform/rendered.ts'
import { buttons, section } from '../../platform/slack/blocks.ts'

/** Says something that only they see. @param sentence mrkdwn */
export function reply(to: Conversation, sentence: string, offered: ItemButton[] = []): Promise<void> {
  const row = offered.length > 0 ? [buttons(offered)] : []
  return to.reply({ text: sentence, blocks: [section(sentence), ...row] })
}
