export const words = {
  en: {
    privateChannel: 'private channel',
    you: 'you',
    deactivated: 'deactivated',
    guest: 'guest',
  },
  nl: {
    privateChannel: 'privékanaal',
    you: 'jij',
    deactivated: 'gedeactiveerd',
    guest: 'gast',
  },
}
