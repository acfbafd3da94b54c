import type { LogRecord } from '../records/record.ts'
import { parseTime } from '../records/time.ts'
import type { ClassBook } from './class-book.ts'
import { webAliases } from './field-maps.data.ts'

const line =
  /^(?:(\S+:\d{1,5}) )?(\S+) (\S+) (.{1,200}?) \[(\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4})\] "((?:[^"\\]|\\.)*)" (\d{3}|-) (\d+|-)(?: "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)")?/

/** Whether a line is of a web server's access log (NCSA common or combined). */
export function isNcsa(text: string): boolean {
  return line.test(text)
}

/** A line of an access log (NCSA common and combined, as Apache and nginx write them) as a record, or undefined. */
export function ncsaRecord(text: string, where: string, book: ClassBook): LogRecord | undefined {
  const match = line.exec(text)
  if (!match) return undefined
  const [, server, client, , user, stamp, request, status, bytes, referer, agent] = match
  const [method, target, version] = requestParts(unescaped(request!))
  const mark = target.indexOf('?')
  const fields: Record<string, unknown> = {
    'c-ip': client,
    'cs-username': user,
    'cs-method': method,
    'cs-uri': target,
    'c-uri': target,
    'cs-uri-stem': mark === -1 ? target : target.slice(0, mark),
    // Rules for web servers look for paths in the query too, as SigmaHQ's do: without one it is the whole target.
    'cs-uri-query': target,
    'cs-version': version,
    'sc-status': status,
    'sc-bytes': bytes,
    'cs-referer': referer === undefined ? undefined : unescaped(referer),
    'cs-user-agent': agent === undefined ? undefined : unescaped(agent),
  }
  if (server !== undefined) fields['s-computername'] = server
  const time = parseTime(stamp)
  return {
    class: book.of('ncsa', () => ({
      services: ['apache', 'nginx'],
      categories: [{ name: 'webserver' }],
      aliases: webAliases,
    })),
    fields,
    where,
    ...(time !== undefined && { time }),
    ...(server !== undefined && { host: server.replace(/:\d+$/, '').toLowerCase() }),
  }
}

function requestParts(request: string): [method: string, target: string, version: string] {
  const first = request.indexOf(' ')
  if (first === -1) return ['', request, '']
  const last = request.lastIndexOf(' ')
  const hasVersion = last > first && request.startsWith('HTTP/', last + 1)
  return [
    request.slice(0, first),
    request.slice(first + 1, hasVersion ? last : undefined),
    hasVersion ? request.slice(last + 1) : '',
  ]
}

function unescaped(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\(?:x([0-9A-Fa-f]{2})|(["\\]))/g, (_, hex: string | undefined, plain: string) =>
        hex === undefined ? plain : String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text
}
