/** What the load and the servers agree on. */
export const signingSecret = 'bench-signing-secret-0123456789'
export const botToken = 'xoxb-playground-bench'
export const appToken = 'xapp-playground-bench'
export const team = { id: 'T0BENCH001', appId: 'A0BENCH001', botId: 'B0BENCH001', botUserId: 'U0BENCHBOT' }
