import { afterPulse } from './after-pulse.ts'
import { blank } from './blank.ts'
import { contentPlanning } from './content-planning.ts'
import { debrief } from './debrief.ts'
import { idealCustomerReview } from './ideal-customer-review.ts'
import { jointPlan } from './joint-plan.ts'
import { keyAccountDiscussion } from './key-account-discussion.ts'
import { leadDefinitionReview } from './lead-definition-review.ts'
import { pipelineReview } from './pipeline-review.ts'
import { swap } from './swap.ts'
import type { Template } from './template.ts'
import { winLossReview } from './win-loss-review.ts'

/** In the order in which they are offered; the ids stand in the database. */
export const templates: Record<string, Template> = {
  'pipeline-review': pipelineReview,
  'key-account-discussion': keyAccountDiscussion,
  debrief,
  'lead-definition-review': leadDefinitionReview,
  'ideal-customer-review': idealCustomerReview,
  'content-planning': contentPlanning,
  'win-loss-review': winLossReview,
  'joint-plan': jointPlan,
  swap,
  'after-pulse': afterPulse,
  blank,
}

/** What every partnership starts with. */
export const firstTemplate = 'pipeline-review'
