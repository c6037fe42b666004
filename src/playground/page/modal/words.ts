/** What a modal says itself. */
export const words = {
  en: { cancel: 'Cancel', shut: 'Close', closeAll: 'Close', submit: 'Submit', waiting: 'Waiting for the app' },
  nl: { cancel: 'Annuleren', shut: 'Sluiten', closeAll: 'Sluiten', submit: 'Versturen', waiting: 'Wachten op de app' },
}
