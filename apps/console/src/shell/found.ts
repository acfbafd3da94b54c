import type { FoundThing } from '../api/floor.ts'
import { strings } from '../strings/index.ts'
import { schemaName } from '../text/labels.ts'
import { type IconName, schemaIcon } from '../ui/icons.tsx'
import { paths } from './paths.ts'

/** The rooms that are asked besides the entities, which the scorer finds. */
export const otherRooms = 'cases,findings,payments,vessels,threats,watched,lists'

/** Where a found thing has its page. */
export function foundPath(room: string, { id, kind, watch }: FoundThing): string {
  if (room === 'entities') return paths.entity(id)
  if (room === 'cases') return paths.case(Number(id))
  if (room === 'payments') return paths.payment(id)
  if (room === 'vessels') return paths.vessel(Number(id))
  if (room === 'threats')
    return kind.startsWith('indicator ')
      ? paths.indicator(kind.slice('indicator '.length), id)
      : paths.threat(id)
  if (room === 'watched') return paths.watchedFor(id)
  if (room === 'lists') return paths.changes(id)
  if (room === 'findings' && watch === 'cyber') return paths.detection(id)
  return paths.finding(id)
}

/** Its icon. */
export function foundIcon(room: string, { kind }: FoundThing): IconName {
  const icons: Readonly<Record<string, IconName>> = {
    findings: 'findings',
    cases: 'cases',
    payments: 'payments',
    vessels: 'vessel',
    threats: 'network',
    watched: 'person',
    lists: 'lists',
  }
  return icons[room] ?? schemaIcon(kind)
}

/** What kind of thing it is, in words. */
export function foundKind(room: string, { kind }: FoundThing): string {
  if (room === 'findings' || room === 'cases')
    return strings.findings.severities[kind as keyof typeof strings.findings.severities] ?? kind
  if (room === 'threats')
    return kind.startsWith('indicator ')
      ? (strings.knowledge.indicator.kinds[kind.slice('indicator '.length)] ?? kind)
      : (strings.knowledge.types[kind] ?? kind)
  if (room === 'entities' || room === 'watched') return schemaName(kind)
  return strings.find.rooms[room] ?? kind
}
