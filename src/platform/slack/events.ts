import type { Arrival } from './arrival.ts'
import { report } from './error-edge.ts'
import type { Surroundings } from './surroundings.ts'

/** Gives an event to everyone who listens to its type. Never rejects; one that fails does not keep it from the others. */
export async function handleEvent(arrival: Extract<Arrival, { kind: 'event' }>, around: Surroundings): Promise<void> {
  const { db, log, clients, clock, registry, workspace } = around
  const { event } = arrival.body
  const now = clock.now()
  for (const listener of registry.events(event.type)) {
    try {
      await listener.run({ db, slack: clients.read, log, now, workspaceId: workspace.id, event })
    } catch (error) {
      report(log, event.type, error)
    }
  }
}
