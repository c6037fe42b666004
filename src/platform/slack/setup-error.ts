/** Slack cannot be used as it was set up. The message says in a sentence what to mend and holds no secret: show it and stop. */
export class SlackSetupError extends Error {
  override name = 'SlackSetupError'
}
