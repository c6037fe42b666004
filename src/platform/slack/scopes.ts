/** Every scope of the bot token; the reasons stand in `docs/scopes.md`. A test compares them with `manifest.yml`. */
export const botScopes = [
  'commands',
  'chat:write',
  'channels:read',
  'groups:read',
  'channels:join',
  'channels:history',
  'groups:history',
  'im:write',
  'im:history',
  'users:read',
  'usergroups:read',
  'files:write',
  'files:read',
] as const
