/** Where rules come from. How far a source can be trusted stands in its first words. */
export const types = (what: string) => `@slack/types 3.2.0 ${what}`
export const blocksFile = (what: string) => types(`block-kit/blocks.d.ts: ${what}`)
export const elementsFile = (what: string) => types(`block-kit/block-elements.d.ts: ${what}`)
export const objectsFile = (what: string) => types(`block-kit/composition-objects.d.ts: ${what}`)
export const extensionsFile = (what: string) => types(`block-kit/extensions.d.ts: ${what}`)
export const viewsFile = (what: string) => types(`views.d.ts: ${what}`)
export const page = (path: string) => `docs.slack.dev/reference/${path}`
export const blockPage = (name: string) => page(`block-kit/blocks/${name}-block`)
export const elementPage = (name: string) => page(`block-kit/block-elements/${name}-element`)
export const secondHand = (where: string) => `second-hand: ${where}`
export const guess = (why: string) => `guess: ${why}`

/** What we wrote down of a page some time ago, without reading it again for this. */
export const notes = (path: string) => secondHand(`our notes on docs.slack.dev/reference/${path}`)
/** A repository of Slack's own. */
export const slackapi = (path: string) => `github.com/slackapi/${path}`

export const skills = slackapi('slack-skills-plugin skills/block-kit')
export const limitsFile = secondHand('slackblocks spec/limits.json')
export const builderSchema = secondHand("Block Kit Builder's schema of 2023")
