import type { View } from '../wire.ts'

/** The open modals, the root first. */
export function Modals({ modals }: { modals: View[] }) {
  return modals.length > 0 ? <div class="modal" role="dialog" /> : null
}
