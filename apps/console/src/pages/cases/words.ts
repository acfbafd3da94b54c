import type { Case } from '../../api/cases.ts'
import { strings } from '../../strings/index.ts'
import { ago, dateTime, instantOf } from '../../text/dates.ts'

const words = strings.cases

/** Whether work is left on it. */
export const isOpen = ({ state }: Pick<Case, 'state'>) =>
  state === 'new' || state === 'in-review' || state === 'escalated'

/** When a case is due, in words: `due in 3 days`, `overdue, 2 hours ago`; of a closed one nothing. */
export function dueText(found: Pick<Case, 'state' | 'due'>, now: number): string {
  if (!isOpen(found)) return ''
  const when = ago(found.due, now)
  return instantOf(found.due) < now ? words.overdue(when) : words.dueIn(when)
}

/** Whether a case is past its date. */
export const isOverdue = (found: Pick<Case, 'state' | 'due'>, now: number) =>
  isOpen(found) && instantOf(found.due) < now

/** Who did something, for a person: Cordon itself, or the account without its kind. */
export function actorText(actor: string): string {
  return actor.startsWith('system:') ? words.log.system : actor.replace(/^(person|cli):/, '')
}

/** From when to when what was found happened. */
export function happened({ first, last }: Pick<Case, 'first' | 'last'>): string {
  if (!first || !last) return '–'
  return first === last ? dateTime(first) : `${dateTime(first)} – ${dateTime(last)}`
}
