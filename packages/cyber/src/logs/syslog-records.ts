import type { LogClass, LogRecord } from '../records/record.ts'
import type { ClassBook } from './class-book.ts'
import type { SyslogLine } from './syslog.ts'

/** Sigma's services of programs that go by other names. */
const programServices: Readonly<Record<string, readonly string[]>> = {
  sshd: ['sshd', 'auth'],
  'sshd-session': ['sshd', 'auth'],
  sudo: ['sudo', 'auth'],
  su: ['su', 'auth'],
  login: ['auth'],
  cron: ['cron'],
  crond: ['cron'],
  vsftpd: ['vsftpd'],
  clamd: ['clamav'],
  freshclam: ['clamav'],
  guacd: ['guacamole'],
  named: ['dns'],
}
/** Facilities of RFC 5424 whose messages are about signing in. */
const authFacilities = new Set([4, 10])

/** A syslog message as a record: of Linux, or of the network device that its form tells. */
export function syslogRecord(line: SyslogLine, where: string, book: ClassBook): LogRecord {
  const { time, host, program, structured } = line
  const fields = { ...line, ...(structured ?? {}), ...pairsOf(line.message) }
  return {
    class: classOf(line, book),
    fields,
    where,
    ...(time !== undefined && { time }),
    ...(host !== undefined && { host }),
    ...(program === undefined && host === undefined && { account: 'syslog' }),
  }
}

function classOf({ program = '', facility, message }: SyslogLine, book: ClassBook): LogClass {
  const cisco = /%([A-Z][A-Z0-9_]+)-(?:[A-Z0-9_]+-)?[0-7]-/.exec(`${program} ${message}`)
  if (cisco) {
    const subject = cisco[1]!.toLowerCase()
    return book.of(`cisco\0${subject}`, () => ({
      product: 'cisco',
      services: ['syslog', 'aaa', subject],
      categories: subject === 'asa' || subject === 'ftd' ? [{ name: 'firewall' }] : [],
    }))
  }
  if (/\bdevid="?FG/i.test(message) || /\blogid="?\d{10}/.test(message)) {
    const type = /\btype="?(\w+)/.exec(message)?.[1] ?? 'event'
    return book.of(`fortigate\0${type}`, () => ({
      product: 'fortigate',
      services: [type],
      categories: type === 'traffic' ? [{ name: 'firewall' }] : [],
      aliases: { src_ip: ['srcip'], dst_ip: ['dstip'], src_port: ['srcport'], dst_port: ['dstport'] },
    }))
  }
  const name = program.toLowerCase()
  const isAuth = facility !== undefined && authFacilities.has(facility)
  return book.of(`syslog\0${name}\0${isAuth}`, () => ({
    product: 'linux',
    services: [...new Set([...(programServices[name] ?? [name]), ...(isAuth ? ['auth'] : []), 'syslog'])],
    categories: [],
  }))
}

/** `KEY=value` pairs of a message, as sudo and firewalls write them; names that the envelope has are not taken. */
function pairsOf(message: string): Record<string, string> {
  if (!message.includes('=')) return {}
  const fields: Record<string, string> = {}
  const pair = /(?:^|[\s;:])([A-Za-z_][\w.-]{0,59})=(?:"([^"]*)"|([^\s;"]+))/g
  for (let match = pair.exec(message); match; match = pair.exec(message)) {
    const name = match[1]!
    if (!reserved.has(name)) fields[name] = match[2] ?? match[3]!
  }
  return fields
}

const reserved = new Set(['time', 'host', 'program', 'pid', 'message', 'facility', 'severity'])
