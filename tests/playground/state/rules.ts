import type { StateRule } from './rule.ts'
import { answeringRules } from './rules/answering.ts'
import { callingRules } from './rules/calling.ts'
import { contentRules } from './rules/contents.ts'
import { editingRules } from './rules/editing.ts'
import { fileRules } from './rules/files.ts'
import { installingRules } from './rules/installing.ts'
import { peopleRules } from './rules/people.ts'
import { postingRules } from './rules/posting.ts'
import { reactionRules } from './rules/reactions.ts'
import { readingRules } from './rules/reading.ts'
import { schedulingRules } from './rules/scheduling.ts'
import { tellingRules } from './rules/telling.ts'
import { unfurlingRules } from './rules/unfurling.ts'
import { viewRules } from './rules/views.ts'

/** Every rule about the state of the stand-in, by what it is about. */
export const ruleChapters: Readonly<Record<string, readonly StateRule[]>> = {
  'Every call': callingRules,
  Posting: postingRules,
  'What a message holds': contentRules,
  'Changing and deleting': editingRules,
  'Conversations and reading': readingRules,
  'People and groups': peopleRules,
  'Modals and Home': viewRules,
  'Answers by response_url': answeringRules,
  Scheduling: schedulingRules,
  Reactions: reactionRules,
  'What is behind links': unfurlingRules,
  Files: fileRules,
  'Installing, manifests and custom steps': installingRules,
  'What the app is told of': tellingRules,
}

export const stateRules: readonly StateRule[] = Object.values(ruleChapters).flat()
