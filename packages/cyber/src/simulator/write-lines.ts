import type { Instant } from '@cordon/model'
import type { SimulatedLine } from './simulated-log.ts'

type Fields = Readonly<Record<string, unknown>>

/** Where a Windows event stands: its channel and who writes it. */
const channels = {
  sysmon: ['Microsoft-Windows-Sysmon/Operational', 'Microsoft-Windows-Sysmon'],
  security: ['Security', 'Microsoft-Windows-Security-Auditing'],
  system: ['System', 'Service Control Manager'],
  print: ['Microsoft-Windows-PrintService/Operational', 'Microsoft-Windows-PrintService'],
} as const
/** Channels of Windows that are simulated. */
export type WindowsChannel = keyof typeof channels
/** Their names. */
export const windowsChannels = Object.keys(channels) as WindowsChannel[]

/** A Windows event as Winlogbeat ships it. */
export function windowsLine(
  time: Instant,
  host: string,
  channel: WindowsChannel,
  eventId: number,
  data: Fields,
): SimulatedLine {
  const [name, provider] = channels[channel]
  const value = {
    '@timestamp': iso(time),
    host: { name: host },
    winlog: {
      channel: name,
      provider_name: provider,
      event_id: eventId,
      computer_name: host,
      event_data:
        channel === 'sysmon' ? { UtcTime: iso(time).replace('T', ' ').slice(0, 23), ...data } : data,
    },
  }
  return { log: 'windows', time, text: `${JSON.stringify(value)}\n` }
}

/** The start of a program on Linux as auditd writes it: SYSCALL, EXECVE and CWD of one event. */
export function auditdLine(
  time: Instant,
  host: string,
  serial: number,
  args: readonly string[],
  { exe = args[0] ?? '', user = 0, folder = '/' }: { exe?: string; user?: number; folder?: string } = {},
): SimulatedLine {
  const stamp = `${Math.floor(time / 1000)}.${String(time % 1000).padStart(3, '0')}:${serial}`
  const head = (type: string) => `node=${host} type=${type} msg=audit(${stamp}): `
  const comm = exe.split('/').at(-1)!.slice(0, 15)
  const text = [
    `${head('SYSCALL')}arch=c000003e syscall=59 success=yes exit=0 a0=55d0 a1=55d1 a2=55d2 a3=8 items=2 ppid=${1000 + (serial % 400)} pid=${2000 + (serial % 30000)} auid=${user} uid=${user} gid=${user} euid=${user} tty=pts0 ses=3 comm=${quoted(comm)} exe=${quoted(exe)} key="exec"`,
    `${head('EXECVE')}argc=${args.length} ${args.map((arg, i) => `a${i}=${quoted(arg)}`).join(' ')}`,
    `${head('CWD')}cwd=${quoted(folder)}`,
  ]
  return { log: 'auditd', time, text: `${text.join('\n')}\n` }
}

/** auditd writes what holds blanks or quotes in hexadecimal. */
function quoted(text: string): string {
  return /^[\x21\x23-\x7e]*$/.test(text)
    ? `"${text}"`
    : Buffer.from(text, 'utf8').toString('hex').toUpperCase()
}

/** A record of one of Zeek's logs. */
export function zeekLine(time: Instant, path: 'conn' | 'dns' | 'http', fields: Fields): SimulatedLine {
  return {
    log: 'zeek',
    time,
    text: `${JSON.stringify({ _path: path, ts: time / 1000, uid: `C${time.toString(36)}`, ...fields })}\n`,
  }
}

/** A request in a web server's access log (NCSA combined). */
export function accessLine(
  time: Instant,
  { client, request, status = 200, bytes = 5120, agent = 'Mozilla/5.0', referer = '-' }: AccessFields,
): SimulatedLine {
  const at = new Date(time)
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`
  const stamp = `${two(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}:${clock} +0000`
  return {
    log: 'access',
    time,
    text: `${client} - - [${stamp}] "${request}" ${status} ${bytes} "${referer}" "${agent}"\n`,
  }
}

/** A request as an access log has it. */
export interface AccessFields {
  readonly client: string
  /** `GET /path HTTP/1.1` */
  readonly request: string
  readonly status?: number
  readonly bytes?: number
  readonly agent?: string
  readonly referer?: string
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A sign-in in Okta's system log. */
export function oktaLine(
  time: Instant,
  account: string,
  address: string,
  [lat, lon]: readonly [number, number],
): SimulatedLine {
  const value = {
    eventType: 'user.session.start',
    published: iso(time),
    severity: 'INFO',
    displayMessage: 'User login to Okta',
    actor: { id: `00u${account.split('@')[0]}`, type: 'User', alternateId: account },
    client: { ipAddress: address, geographicalContext: { geolocation: { lat, lon } } },
    outcome: { result: 'SUCCESS' },
  }
  return { log: 'okta', time, text: `${JSON.stringify(value)}\n` }
}

/** A call of the AWS API as CloudTrail tells it. */
export function cloudtrailLine(time: Instant, fields: Fields): SimulatedLine {
  const value = { eventVersion: '1.08', eventTime: iso(time), awsRegion: 'eu-central-1', ...fields }
  return { log: 'cloudtrail', time, text: `${JSON.stringify(value)}\n` }
}

/** A record that names its log source itself. */
export function statedLine(time: Instant, source: Fields, fields: Fields): SimulatedLine {
  const text = `${JSON.stringify({ logsource: source, time: iso(time), ...fields })}\n`
  return { log: 'stated', time, text }
}

const iso = (time: Instant) => new Date(time).toISOString()
