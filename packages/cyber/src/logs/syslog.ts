import type { Instant } from '@cordon/model'
import { parseTime } from '../records/time.ts'

/** The envelope of a syslog line (RFC 5424; RFC 3164 as it is found in the wild), and what it carries. */
export interface SyslogLine {
  readonly facility?: number
  readonly severity?: number
  readonly time?: Instant
  readonly host?: string
  readonly program?: string
  readonly pid?: string
  readonly messageId?: string
  readonly structured?: Readonly<Record<string, string>>
  readonly message: string
}

const priority = /^<(\d{1,3})>/
const modern = /^(?:<\d{1,3}>)1 (\S+) (\S+) (\S+) (\S+) (\S+) /
const stamped =
  /^(?:<\d{1,3}>)?(?:\d+: )?(?:\*|\.)?(?:([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?(?: [A-Z]{3,4})?:?|(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)) (?:(\S+) )?/
const tag = /^([A-Za-z_%][\w./%()@-]{0,99})(?:\[(\d{1,10})\])?: ?/
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * Reads the envelope of a line, or gives undefined where it has none.
 * @param now what the year of times without one is taken from: the latest year in which they are not past this instant by
 *   more than a day. Absent: such lines have no time
 */
export function parseSyslog(text: string, now?: Instant): SyslogLine | undefined {
  const pri = priority.exec(text)
  const level =
    pri && Number(pri[1]) <= 191 ? { facility: Number(pri[1]) >> 3, severity: Number(pri[1]) & 7 } : {}
  const five = modern.exec(text)
  if (five) return { ...level, ...parseModern(five, text) }
  const three = stamped.exec(text)
  if (!three) return pri ? { ...level, ...tagged(text.slice(pri[0].length)) } : undefined
  const time = three[8] === undefined ? yearless(three, now) : parseTime(three[8])
  let host = three[9]
  let rest = text.slice(three[0].length)
  // A sender that leaves its name out writes the tag in its place.
  if (host !== undefined && (/[[:]/.test(host) || host.startsWith('%')) && !isAddress(host)) {
    rest = `${host} ${rest}`
    host = undefined
  }
  return {
    ...level,
    ...(time !== undefined && { time }),
    ...(host !== undefined && { host: host.toLowerCase() }),
    ...tagged(rest),
  }
}

function isAddress(text: string): boolean {
  return /^[\da-f:.]+$/i.test(text) && text.includes(':') && !text.endsWith(':')
}

function tagged(text: string): Pick<SyslogLine, 'program' | 'pid' | 'message'> {
  const match = tag.exec(text)
  if (!match || match[1] === 'CEF' || match[1] === 'LEEF') return { message: text }
  return {
    program: match[1]!,
    ...(match[2] !== undefined && { pid: match[2] }),
    message: text.slice(match[0].length),
  }
}

function parseModern(match: RegExpExecArray, text: string): Omit<SyslogLine, 'facility' | 'severity'> {
  const [whole, stamp, host, program, pid, messageId] = match
  const given = (value: string | undefined) => (value === '-' ? undefined : value)
  const time = parseTime(stamp)
  const { structured, end } = structuredData(text, whole.length)
  const message = text.slice(end).replace(/^ ?\ufeff?/, '')
  return {
    ...(time !== undefined && { time }),
    ...(given(host) !== undefined && { host: host!.toLowerCase() }),
    ...(given(program) !== undefined && { program: program! }),
    ...(given(pid) !== undefined && { pid: pid! }),
    ...(given(messageId) !== undefined && { messageId: messageId! }),
    ...(structured && { structured }),
    message,
  }
}

/** Structured data as one map, `id.name` to value; where it is broken it stays part of the message. */
function structuredData(text: string, from: number): { structured?: Record<string, string>; end: number } {
  if (text[from] === '-') return { end: from + 1 }
  const structured: Record<string, string> = {}
  let at = from
  while (text[at] === '[') {
    const element = /\[([^\s\]="]{1,64})/y
    element.lastIndex = at
    const open = element.exec(text)
    if (!open) return { end: from }
    at = element.lastIndex
    const parameter = / ([^\s\]="]{1,64})="((?:[^"\\\]]|\\.)*)"/y
    for (parameter.lastIndex = at; ; at = parameter.lastIndex) {
      const pair = parameter.exec(text)
      if (!pair) break
      structured[`${open[1]}.${pair[1]}`] = pair[2]!.replace(/\\(["\\\]])/g, '$1')
    }
    if (text[at] !== ']') return { end: from }
    at++
  }
  return { structured, end: at }
}

function yearless(match: RegExpExecArray, now: Instant | undefined): Instant | undefined {
  const month = months.indexOf(match[1]!)
  if (month < 0) return undefined
  const [day, hour, minute, second] = [match[2], match[4], match[5], match[6]].map(Number)
  const at = (year: number) => Date.UTC(year, month, day, hour, minute, second)
  if (match[3] !== undefined) return at(Number(match[3]))
  if (now === undefined) return undefined
  const year = new Date(now).getUTCFullYear()
  for (const one of [year + 1, year, year - 1]) if (at(one) <= now + 86_400_000) return at(one)
  return undefined
}
