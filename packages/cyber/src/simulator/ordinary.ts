import { type Instant, SeededRandom } from '@cordon/model'
import {
  paymentPrograms,
  siteNames,
  unixCommands,
  webPaths,
  windowsPrograms,
  windowsServices,
} from './ordinary.data.ts'
import type { SimulatedHost, SimulatedLine } from './simulated-log.ts'
import { accessLine, auditdLine, cloudtrailLine, oktaLine, windowsLine, zeekLine } from './write-lines.ts'

/** Kinds of ordinary records, and how often each comes. */
export const ordinaryKinds = {
  windows: 'programs, logons, services, files on Windows hosts',
  unix: 'commands on Unix hosts',
  connections: 'connections seen on the wire',
  names: 'names looked up',
  fetches: 'web pages fetched by hosts inside',
  requests: "requests to the institution's own web servers",
  signIns: 'sign-ins of people',
  cloud: "calls of the cloud's API by people and pipelines",
} as const
/** One of `ordinaryKinds`. */
export type OrdinaryKind = keyof typeof ordinaryKinds

/** What a site's ordinary day looks like. */
export interface OrdinaryLogsOptions {
  readonly seed: number
  readonly from: Instant
  readonly until: Instant
  readonly hosts: readonly SimulatedHost[]
  /** Records in an hour in which people work; by night a seventh of it. */
  readonly perHour: number
  /** How much of each kind; kinds without hosts for them are left out. */
  readonly mix: Readonly<Partial<Record<OrdinaryKind, number>>>
  /** Of the site's clock. */
  readonly utcOffsetHours: number
  /** Weekly days off, 1 is Monday. Default: Saturday and Sunday. */
  readonly daysOff?: readonly number[]
  /** People who sign in: mail addresses. */
  readonly accounts?: readonly string[]
}

const hourMs = 3_600_000
const home: readonly [number, number] = [33.45, -112.07]

/** The ordinary lines of a site, in order of time. The same options give the same lines. */
export function ordinaryLines(options: OrdinaryLogsOptions): SimulatedLine[] {
  const site = new OrdinarySite(options)
  const lines: SimulatedLine[] = []
  for (let hour = options.from; hour < options.until; hour += hourMs) lines.push(...site.hour(hour))
  return lines
}

class OrdinarySite {
  private readonly options: OrdinaryLogsOptions
  private readonly random: SeededRandom
  private readonly windows: readonly SimulatedHost[]
  private readonly unix: readonly SimulatedHost[]
  private readonly mix: Partial<Record<OrdinaryKind, number>>
  private serial = 0

  constructor(options: OrdinaryLogsOptions) {
    this.options = options
    this.random = new SeededRandom(Math.imul(options.seed, 0x9e3779b1) ^ 0x2c1b3c6d)
    const of = (role: string) => options.hosts.filter(({ roles }) => roles.includes(role))
    this.windows = of('windows')
    this.unix = of('linux')
    const { accounts = [], mix } = options
    this.mix = {
      ...mix,
      ...(this.windows.length === 0 && { windows: 0 }),
      ...(this.unix.length === 0 && { unix: 0 }),
      ...(options.hosts.length === 0 && { connections: 0, names: 0, fetches: 0 }),
      ...(of('web').length === 0 && { requests: 0 }),
      ...(accounts.length === 0 && { signIns: 0, cloud: 0 }),
    }
  }

  /** The lines of one hour, in order of time. */
  hour(start: Instant): SimulatedLine[] {
    const { perHour, until } = this.options
    const length = Math.min(hourMs, until - start)
    const wanted = ((perHour * length) / hourMs) * this.busyness(start) * (0.9 + 0.2 * this.random.next())
    const count = Math.floor(wanted) + (this.random.chance(wanted % 1) ? 1 : 0)
    const times = Array.from({ length: count }, () => start + Math.floor(this.random.next() * length))
    return times.sort((a, b) => a - b).flatMap((time) => this.line(time))
  }

  private busyness(time: Instant): number {
    const { utcOffsetHours, daysOff = [6, 7] } = this.options
    const local = time + utcOffsetHours * hourMs
    const weekday = ((Math.floor(local / (24 * hourMs)) + 3) % 7) + 1
    const hour = Math.floor((local % (24 * hourMs)) / hourMs)
    return daysOff.includes(weekday) || hour < 8 || hour >= 19 ? 0.15 : 1
  }

  private line(time: Instant): SimulatedLine[] {
    const { random } = this
    switch (random.weighted(this.mix)) {
      case 'windows':
        return this.windowsRecord(time, random.pick(this.windows))
      case 'unix':
        return [this.command(time, random.pick(this.unix))]
      case 'connections':
        return [this.connection(time)]
      case 'names':
        return [this.lookUp(time)]
      case 'fetches':
        return [this.fetch(time)]
      case 'requests':
        return [this.request(time)]
      case 'signIns':
        return [this.signIn(time)]
      case 'cloud':
        return [this.call(time)]
      default:
        return []
    }
  }

  private windowsRecord(time: Instant, host: SimulatedHost): SimulatedLine[] {
    const { random } = this
    const user = `BANK\\u${random.whole(100, 199)}`
    const kind = random.weighted({ start: 5, logon: 4, service: 1, file: 2, connection: 2, opened: 1 })
    if (kind === 'logon') {
      const from = random.pick(this.options.hosts).address
      const LogonId = `0x${random.whole(100_000, 999_999).toString(16)}`
      const [domain, name] = user.split('\\')
      return [
        windowsLine(time, host.name, 'security', 4624, {
          LogonType: random.pick(['2', '3', '3', '5']),
          IpAddress: random.chance(0.5) ? from : '-',
          TargetUserName: name,
          TargetDomainName: domain,
          TargetLogonId: LogonId,
        }),
      ]
    }
    if (kind === 'service')
      return [
        windowsLine(time, host.name, 'system', 7036, {
          param1: random.pick(windowsServices),
          // A spooler that stops is rare, and it happens.
          param2: random.chance(0.02) ? 'stopped' : 'running',
        }),
      ]
    const programs = isPaying(host) && random.chance(0.6) ? paymentPrograms : windowsPrograms
    const [Image, CommandLine, ParentImage] = random.pick(programs)
    if (kind === 'file')
      return [
        windowsLine(time, host.name, 'sysmon', 11, {
          Image,
          TargetFilename: `C:\\Users\\Public\\Documents\\note${random.whole(1, 9999)}.${random.pick(['tmp', 'docx', 'xlsx', 'log'])}`,
          User: user,
        }),
      ]
    if (kind === 'connection')
      return [
        windowsLine(time, host.name, 'sysmon', 3, {
          Image,
          SourceIp: host.address,
          DestinationIp: this.outside(),
          DestinationPort: random.pick(['443', '80']),
          Protocol: 'tcp',
        }),
      ]
    if (kind === 'opened')
      return [
        windowsLine(time, host.name, 'sysmon', 10, {
          SourceImage: 'C:\\Program Files\\Backup\\agent.exe',
          TargetImage: Image,
          // Query and read: what agents ask for.
          GrantedAccess: random.pick(['0x1000', '0x1410']),
        }),
      ]
    return [windowsLine(time, host.name, 'sysmon', 1, { Image, CommandLine, ParentImage, User: user })]
  }

  private command(time: Instant, host: SimulatedHost): SimulatedLine {
    return auditdLine(time, host.name, ++this.serial, this.random.pick(unixCommands), {
      user: this.random.pick([0, 1000, 1001]),
    })
  }

  private connection(time: Instant): SimulatedLine {
    const { random } = this
    const inside = random.chance(0.4)
    return zeekLine(time, 'conn', {
      'id.orig_h': random.pick(this.options.hosts).address,
      'id.orig_p': random.whole(49152, 65535),
      'id.resp_h': inside ? random.pick(this.options.hosts.slice(0, 3)).address : this.outside(),
      'id.resp_p': inside ? random.pick([445, 389, 443, 53]) : random.pick([443, 443, 80]),
      proto: 'tcp',
      conn_state: 'SF',
    })
  }

  private lookUp(time: Instant): SimulatedLine {
    return zeekLine(time, 'dns', {
      'id.orig_h': this.random.pick(this.options.hosts).address,
      'id.resp_h': '10.1.0.53',
      'id.resp_p': 53,
      query: this.random.pick(siteNames),
      qtype_name: 'A',
      rcode_name: 'NOERROR',
    })
  }

  private fetch(time: Instant): SimulatedLine {
    return zeekLine(time, 'http', {
      'id.orig_h': this.random.pick(this.options.hosts).address,
      'id.resp_h': this.outside(),
      'id.resp_p': 80,
      host: this.random.pick(siteNames),
      method: 'GET',
      uri: this.random.pick(webPaths),
      status_code: 200,
      user_agent: 'Mozilla/5.0',
    })
  }

  private request(time: Instant): SimulatedLine {
    const { random } = this
    return accessLine(time, {
      client: `198.18.${random.whole(0, 15)}.${random.whole(1, 254)}`,
      request: `GET ${random.pick(webPaths)} HTTP/1.1`,
      status: random.chance(0.03) ? 404 : 200,
      bytes: random.whole(300, 40_000),
    })
  }

  private signIn(time: Instant): SimulatedLine {
    const accounts = this.options.accounts ?? []
    const at = this.random.whole(0, accounts.length - 1)
    // Each at home, behind an address of their own.
    return oktaLine(time, accounts[at]!, `198.18.200.${1 + (at % 254)}`, [home[0] + (at % 10) / 20, home[1]])
  }

  private call(time: Instant): SimulatedLine {
    const { random } = this
    const account = random.pick(this.options.accounts ?? [])
    const isDeployed = random.chance(0.3)
    return cloudtrailLine(time, {
      eventSource: 's3.amazonaws.com',
      eventName: isDeployed ? 'PutObject' : random.pick(['GetObject', 'ListObjects', 'HeadObject']),
      userIdentity: {
        type: 'AssumedRole',
        arn: `arn:aws:sts::111122223333:assumed-role/${isDeployed ? 'deploy-pipeline' : 'developer'}/${isDeployed ? 'build' : account}`,
      },
      requestParameters: {
        bucketName: 'app',
        key: random.pick(['app/main.js', 'app/index.html', 'img/logo.png']),
      },
      sourceIPAddress: this.outside(),
      userAgent: isDeployed ? 'aws-sdk-js/3.400.0' : 'aws-cli/2.15.0 Python/3.11.6 Darwin/23.1.0',
    })
  }

  /** An address of the range set aside for documentation (RFC 5737). */
  private outside(): string {
    return `203.0.113.${this.random.whole(1, 60)}`
  }
}

const isPaying = ({ roles }: SimulatedHost) => roles.some((role) => /payment|swift|alliance/i.test(role))
