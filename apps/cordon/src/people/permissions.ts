/** What a person may be, the least first: each may do all that the one before may. */
export const roles = ['viewer', 'analyst', 'approver', 'administrator'] as const
/** One of `roles`. */
export type Role = (typeof roles)[number]

/** What a route can ask for and a key can be given: what it lets do, in words. */
export const permissionTexts = {
  read: 'See lists, entities, findings, cases, ships, networks and payments',
  screen: 'Ask who a party is; nothing is kept',
  'read:audit': 'Read the audit log and check its chain',
  'write:findings': 'Decide findings, and take decisions back',
  'write:cases': 'Open, assign, note and close cases',
  'write:parties': 'Put parties under watch, and end that',
  'write:observations': 'Send in logs, positions, sightings and payments to be watched',
  'write:knowledge': 'Say what is, and is not, one and the same',
  'read:shared': 'Read what is shared over TAXII',
  'write:shared': 'Add to shared collections over TAXII that are open to it',
  share: 'Share cases up to TLP:GREEN, as files and in collections; above it `approve` is needed too',
  approve: 'Release what needs a second pair of eyes',
  'write:profile': "Change the institution's profile",
  'manage:settings': 'Change settings',
  'manage:people': 'Add people, change roles, see and revoke all keys',
} as const

/** One thing that can be allowed. As a key's scope it has the same name. */
export type Permission = keyof typeof permissionTexts
/** All of them. */
export const permissions = Object.keys(permissionTexts) as Permission[]

/** What a route declares: a permission, `public`, or `self` for any person who is signed in (a key is nobody). */
export type RouteNeed = Permission | 'public' | 'self'

const added: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['read', 'screen', 'read:shared'],
  analyst: [
    'read:audit',
    'write:findings',
    'write:cases',
    'write:parties',
    'write:observations',
    'write:knowledge',
    'write:shared',
    'share',
  ],
  approver: ['approve', 'write:profile'],
  administrator: ['manage:settings', 'manage:people'],
}

const ofRole: ReadonlyMap<Role, ReadonlySet<Permission>> = new Map(
  roles.map((role, at) => [role, new Set(roles.slice(0, at + 1).flatMap((one) => added[one]))]),
)

/** All that a role may do. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return ofRole.get(role)!
}

/** The least role that may do it. */
export function leastRole(permission: Permission): Role {
  return roles.find((role) => added[role].includes(permission))!
}

/** True for a word that names a permission. */
export function isPermission(word: string): word is Permission {
  return Object.hasOwn(permissionTexts, word)
}
