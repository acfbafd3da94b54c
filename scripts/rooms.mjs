/**
 * The arrows of the map (ARCHITECTURE.md): which room may know which. A room missing here may know nobody.
 * `scripts/check-arrows.mjs` fails the build on an import that goes against them.
 */
export const arrows = {
  'packages/model': [],
  'packages/formats': [],
  'packages/text': ['model'],
  'packages/sources': ['model', 'formats'],
  'packages/knowledge': ['model'],
  'packages/screening': ['model', 'text'],
  'packages/payments': ['model', 'formats', 'text', 'screening'],
  'packages/maritime': ['model', 'formats'],
  'packages/cyber': ['model', 'formats', 'text'],
  'packages/casework': ['model'],
  'apps/cordon': 'all',
  'apps/console': [],
  testing: 'all',
}

/** Rooms whose code reads no clock, no random source, no environment and does no I/O. */
export const pureRooms = Object.keys(arrows).filter((room) => room.startsWith('packages/'))
