import type { CaseEvent, CaseState } from '../../api/cases.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { actorText } from './words.ts'

const words = strings.cases.log

/** What an entry of a case's log says: a short line, and what a person wrote or a rule found. */
export interface LogText {
  readonly line: string
  readonly text?: string | undefined
}

/** An entry of the log in words. Values from outside are in `text`, or are names. */
export function logText({ kind, body, case: home }: CaseEvent, id: number): LogText {
  const text = (name: string) => (typeof body[name] === 'string' ? (body[name] as string) : '')
  const count = (name: string) => (typeof body[name] === 'number' ? (body[name] as number) : 0)
  const reason = text('reason') || undefined
  switch (kind) {
    case 'joined':
      return { line: words.joined(count('count'), body.opened === true), text: firstWhy(body) }
    case 'merged':
      return home === id && count('into') === id
        ? { line: words.mergedHere(count('from')), text: reason ?? firstWords(body.joins) }
        : { line: words.mergedAway(count('into')), text: reason }
    case 'suggested':
      return {
        line: words.suggested(count('other')),
        text: [firstWords(body.joins), words.suggestedWhy[text('because')]].filter(Boolean).join(' '),
      }
    case 'split':
      return count('from') === id
        ? { line: words.splitAway(count('count'), count('into')), text: reason }
        : { line: words.splitHere(count('count'), count('from')), text: reason }
    case 'state':
      return {
        line: words.state(stateText(text('from')), stateText(text('to'))),
        text: [reason, text('secondPerson') && words.secondPerson(actorText(text('secondPerson')))]
          .filter(Boolean)
          .join(' '),
      }
    case 'release':
      return {
        line: text('step') === 'asked' ? words.asked : words.declined(actorText(text('askedBy'))),
        text: reason,
      }
    case 'assign':
      return { line: text('to') ? words.assign(actorText(text('to'))) : words.unassign }
    case 'due':
      return { line: words.due(dateTime(count('to'))) }
    case 'note':
      return { line: words.note, text: text('text') }
    case 'attachment':
      return {
        line: body.removed ? words.detached(text('name')) : words.attachment(text('name')),
        text: reason,
      }
    case 'matrix':
      return {
        line: body.back === undefined ? words.matrix : words.matrixBack,
        text: text('what') || undefined,
      }
    case 'link':
      return { line: body.removed ? words.unlinked(text('target')) : words.link(text('label')) }
    case 'decision':
      return {
        line: text('verdict')
          ? words.decided(count('count'), verdictText(text('verdict')))
          : words.reopened(count('count')),
        text: reason,
      }
    case 'share':
      return {
        line: text('collection')
          ? strings.sharing.logShared(text('collection'), text('tlp'))
          : strings.sharing.logFile(text('format'), text('tlp')),
        text: count('held') > 0 ? strings.sharing.logHeld(count('held')) : undefined,
      }
    case 'undo':
      return { line: words.undo, text: reason }
    default:
      return { line: kind, text: reason }
  }
}

const stateText = (state: string) => strings.cases.states[state as CaseState] ?? state
const verdictText = (verdict: string) =>
  strings.findings.decided[verdict as keyof typeof strings.findings.decided] ?? verdict

function firstWords(joins: unknown): string {
  const [first] = Array.isArray(joins) ? (joins as { words?: unknown }[]) : []
  return typeof first?.words === 'string' ? first.words : ''
}

function firstWhy(body: CaseEvent['body']): string | undefined {
  const [first] = Array.isArray(body.findings) ? (body.findings as { joins?: unknown }[]) : []
  return firstWords(first?.joins) || undefined
}
