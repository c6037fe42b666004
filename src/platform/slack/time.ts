/**
 * What Slack's clock shows, from the `Date` header of an answer to a call that changes nothing and needs no token.
 * @param apiUrl ends in '/'
 * @returns epoch milliseconds, whole seconds; undefined where Slack does not answer or does not say
 */
export async function askSlackTime(apiUrl: string): Promise<number | undefined> {
  const call = { method: 'POST', signal: AbortSignal.timeout(10_000) }
  const answer = await fetch(new URL('api.test', apiUrl), call).catch(() => undefined)
  await answer?.body?.cancel()
  const time = Date.parse(answer?.headers.get('date') ?? '')
  return Number.isNaN(time) ? undefined : time
}
