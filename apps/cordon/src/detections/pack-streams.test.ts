import { type LogRecord, type StreamDetection, StreamEngine, WindowsRecords } from '@cordon/cyber'
import { describe, expect, it } from 'vitest'
import { loadPackDetections } from './pack-detections.ts'

const { streams } = loadPackDetections()
const start = Date.parse('2009-07-07T09:00:00Z')
const second = 1000
const minute = 60_000
const hour = 3_600_000

/** What a rule finds in records that come in order of time. */
function find(name: string, records: readonly LogRecord[]): StreamDetection[] {
  const engine = new StreamEngine([streams.get(name)!])
  return [...records].sort((a, b) => a.time! - b.time!).flatMap((record) => engine.observe(record))
}

const classOf = (logsource: { product?: string; category?: string; service?: string }) => ({
  key: JSON.stringify(logsource),
  ...(logsource.product && { product: logsource.product }),
  services: logsource.service ? [logsource.service] : [],
  categories: logsource.category ? [{ name: logsource.category }] : [],
})
const [firewall, proxy, web, okta, azure, process] = [
  classOf({ category: 'firewall' }),
  classOf({ category: 'proxy' }),
  classOf({ category: 'webserver' }),
  classOf({ product: 'okta' }),
  classOf({ product: 'azure', service: 'signinlogs' }),
  classOf({ product: 'windows', category: 'process_creation' }),
]
const make = (
  logClass: LogRecord['class'],
  time: number,
  fields: Record<string, unknown>,
  host?: string,
): LogRecord => ({
  class: logClass,
  time,
  fields,
  where: `test:${time}`,
  ...(host && { host }),
})
const windows = new WindowsRecords()
const event = (
  host: string,
  time: number,
  id: number,
  channel: string,
  fields: Record<string, unknown> = {},
) =>
  windows.read(
    { Channel: channel, EventID: id, Computer: host, '@timestamp': new Date(time).toISOString(), ...fields },
    `${host}:${time}`,
  )!
const range = (count: number) => Array.from({ length: count }, (_, i) => i)
const flow = (time: number, src: string, dst: string, port = 80) =>
  make(firewall, time, { src_ip: src, dst_ip: dst, dst_port: port })
const address = (i: number) => `10.${1 + (i >> 16)}.${(i >> 8) & 255}.${i & 255}`

describe('flood-on-target', () => {
  const usual = range(60).flatMap((m) =>
    range(50).map((i) => flow(start + m * minute + i * second, address(i), '203.0.113.1')),
  )
  const wave = range(6000).map((i) => flow(start + 60 * minute + i * 8, address(i), '203.0.113.1'))

  it('July 2009: sources and volume far above the past of the target', () => {
    const [first, ...grown] = find('flood-on-target', [...usual, ...wave])
    expect(first).toMatchObject({ key: '203.0.113.1', revision: 1, start: start + 60 * minute })
    expect(first!.measures).toMatchObject({ usual: 50 })
    expect(first!.measures.events).toBeGreaterThanOrEqual(1000)
    expect(grown.every(({ start: begun }) => begun === first!.start)).toBe(true)
    expect(grown.map(({ revision }) => revision)).toEqual(grown.map((_, i) => i + 2))
  })

  it('is quiet on a busy target, on one loud source, and on slow growth', () => {
    const busy = range(60).flatMap((m) =>
      range(2500).map((i) => flow(start + m * minute + i * 20, address(i), '203.0.113.2')),
    )
    expect(find('flood-on-target', busy).filter(({ measures }) => measures.buckets! > 15)).toEqual([])
    const loud = range(5000).map((i) => flow(start + 60 * minute + i * 10, '10.0.0.1', '203.0.113.1'))
    expect(find('flood-on-target', [...usual, ...loud])).toEqual([])
    const growth = range(120).flatMap((m) =>
      range(1000 + m * 20).map((i) => flow(start + m * minute + i * 15, address(i), '203.0.113.3')),
    )
    expect(find('flood-on-target', growth)).toEqual([])
  })
})

it('flood-on-web-server: requests of many clients, and not of one', () => {
  const request = (time: number, client: string) => make(web, time, { 'c-ip': client, 'cs-method': 'GET' })
  const usual = range(30).flatMap((m) =>
    range(40).map((i) => request(start + m * minute + i * second, address(i))),
  )
  const wave = range(3000).map((i) => request(start + 30 * minute + i * 15, address(i)))
  expect(find('flood-on-web-server', [...usual, ...wave])[0]).toMatchObject({ key: '' })
  expect(
    find('flood-on-web-server', [
      ...usual,
      ...range(3000).map((i) => request(start + 30 * minute + i * 15, '10.0.0.1')),
    ]),
  ).toEqual([])
})

describe('bots-inside', () => {
  const fetch = (host: number, time: number, site: string) =>
    make(proxy, time, { 'c-ip': address(host), 'cs-host': site, 'c-uri': '/update/client.exe' })
  const everyday = range(40).flatMap((m) =>
    range(30).map((i) => flow(start + m * minute + i * second, address(i), '203.0.113.9')),
  )
  const fetches = range(20).map((i) => fetch(i, start + i * minute, 'webhard.example'))
  const attack = range(18).map((i) => flow(start + 40 * minute + i * second, address(i), '203.0.113.80'))

  it('July 2009 from inside: hosts that one site served talk to one target at once', () => {
    const [first] = find('bots-inside', [...everyday, ...fetches, ...attack])
    expect(first).toMatchObject({ key: 'webhard.example 203.0.113.80', measures: { fetched: 20 } })
    expect(first!.measures.hosts).toBeGreaterThanOrEqual(12)
  })

  it('is quiet about what all hosts always talk to, and about hosts that fetched elsewhere', () => {
    expect(find('bots-inside', [...everyday, ...fetches])).toEqual([])
    const elsewhere = range(18).map((i) =>
      flow(start + 40 * minute + i * second, address(i + 100), '203.0.113.80'),
    )
    expect(find('bots-inside', [...everyday, ...fetches, ...elsewhere])).toEqual([])
  })
})

describe('wiped-from-one-server', () => {
  const logon = (host: number, time: number, from: string) =>
    event(`pc-${host}`, time, 4624, 'Security', { LogonType: 3, IpAddress: from })
  const restart = (host: number, time: number) => event(`pc-${host}`, time, 1074, 'System')

  it('March 2013: hosts that one server had logged on to restart within minutes', () => {
    const logons = range(40).flatMap((i) => [
      logon(i, start + i * second, '10.9.9.9'),
      logon(i, start, `10.8.0.${i % 7}`),
    ])
    const restarts = range(30).map((i) => restart(i, start + 2 * hour + i * 5 * second))
    const found = find('wiped-from-one-server', [...logons, ...restarts])
    expect(found.filter(({ key }) => key === '10.9.9.9').at(-1)).toMatchObject({ measures: { fetched: 40 } })
    expect(found.every(({ key }) => key === '10.9.9.9')).toBe(true)
  })

  it('April 2011: disks overwritten by a program, logs cleared', () => {
    const logons = range(20).map((i) => logon(i, start + i * second, '10.9.9.9'))
    const wipes = range(20).map((i) =>
      i % 2 === 0
        ? event(`pc-${i}`, start + hour + i * second, 9, 'Microsoft-Windows-Sysmon/Operational', {
            Device: '\\Device\\Harddisk0\\DR0',
            Image: 'C:\\Temp\\a.exe',
          })
        : event(`pc-${i}`, start + hour + i * second, 1102, 'Security'),
    )
    expect(find('wiped-from-one-server', [...logons, ...wipes])[0]).toMatchObject({
      key: '10.9.9.9',
      measures: { hosts: 10 },
    })
  })

  it('is quiet when restarts are spread over the day, few, or of hosts that nothing joins', () => {
    const logons = range(40).map((i) => logon(i, start + i * second, '10.9.9.9'))
    expect(
      find('wiped-from-one-server', [
        ...logons,
        ...range(30).map((i) => restart(i, start + hour + i * 20 * minute)),
      ]),
    ).toEqual([])
    expect(
      find('wiped-from-one-server', [
        ...logons,
        ...range(8).map((i) => restart(i, start + hour + i * second)),
      ]),
    ).toEqual([])
    expect(
      find('wiped-from-one-server', [
        ...logons,
        ...range(30).map((i) => restart(i + 100, start + hour + i * second)),
      ]),
    ).toEqual([])
  })
})

describe('signs-on-payment-server', () => {
  const sysmon = 'Microsoft-Windows-Sysmon/Operational'
  const sql = event('swift01', start, 1, sysmon, {
    CommandLine: 'sqlplus -S / as sysdba @a.sql',
    Image: 'C:\\oracle\\sqlplus.exe',
  })
  const opened = event('swift01', start + hour, 10, sysmon, {
    TargetImage: 'D:\\Alliance\\Access\\bin\\BSS.exe',
    GrantedAccess: '0x1F0FFF',
    SourceImage: 'C:\\a.exe',
  })
  const spooler = event('swift01', start + 2 * hour, 7036, 'System', {
    param1: 'Print Spooler',
    param2: 'stopped',
  })
  const cleared = event('swift01', start + 3 * hour, 1102, 'Security')

  it('February 2016: three of the signs on one host, and again with the fourth', () => {
    expect(find('signs-on-payment-server', [sql, opened, spooler, cleared])).toMatchObject([
      {
        key: 'swift01',
        revision: 1,
        measures: { kinds: 3 },
        members: ['message_store_changed', 'alliance_process_opened', 'printer_service_stopped'],
      },
      { revision: 2, measures: { kinds: 4 } },
    ])
  })

  it('is quiet about one sign many times, and about signs on different hosts or days', () => {
    expect(find('signs-on-payment-server', [sql, sql, sql, cleared])).toEqual([])
    const elsewhere = event('pc-7', start + hour, 1102, 'Security')
    expect(find('signs-on-payment-server', [sql, opened, elsewhere])).toEqual([])
    expect(
      find('signs-on-payment-server', [sql, opened, event('swift01', start + 40 * hour, 1102, 'Security')]),
    ).toEqual([])
  })
})

it('smb-fan-out: May 2017, a host that tries hundreds; a file server that many reach is quiet', () => {
  const worm = range(400).map((i) => flow(start + i * 100, '10.0.0.66', address(i), 445))
  expect(find('smb-fan-out', worm)[0]).toMatchObject({ key: '10.0.0.66' })
  expect(
    find(
      'smb-fan-out',
      range(400).map((i) => flow(start + i * 100, address(i), '10.0.0.5', 445)),
    ),
  ).toEqual([])
  expect(
    find(
      'smb-fan-out',
      range(400).map((i) => flow(start + i * 100, '10.0.0.66', address(i), 443)),
    ),
  ).toEqual([])
})

it('mass-renaming: May 2017, one program; a few files are quiet', () => {
  const written = (i: number) =>
    event('pc-1', start + i * 100, 11, 'Microsoft-Windows-Sysmon/Operational', {
      Image: 'C:\\Windows\\tasksche.exe',
      TargetFilename: `C:\\Users\\kim\\d${i}.doc.WNCRY`,
    })
  expect(find('mass-renaming', range(60).map(written))[0]).toMatchObject({
    key: 'pc-1 c:\\windows\\tasksche.exe',
    measures: { events: 30 },
  })
  expect(find('mass-renaming', range(20).map(written))).toEqual([])
})

it('remote-worker-signs: three different ones on a laptop within a week; two are quiet', () => {
  const run = (i: number, image: string) => make(process, start + i * hour, { Image: image }, 'laptop-9')
  const images = [
    'C:\\Program Files\\AnyDesk\\AnyDesk.exe',
    'C:\\Apps\\RustDesk\\rustdesk.exe',
    'C:\\Apps\\MouseJiggler.exe',
  ]
  expect(
    find(
      'remote-worker-signs',
      images.map((image, i) => run(i, image)),
    ),
  ).toMatchObject([{ key: 'laptop-9', measures: { kinds: 3 } }])
  expect(find('remote-worker-signs', [run(0, images[0]!), run(1, images[0]!), run(2, images[1]!)])).toEqual(
    [],
  )
})

describe('impossible locations', () => {
  const signIn = (time: number, lat: number, lon: number) =>
    make(okta, time, {
      eventType: 'user.session.start',
      actor: { alternateId: 'Dev@bank.example' },
      client: { ipAddress: '203.0.113.5', geographicalContext: { geolocation: { lat, lon } } },
    })

  it('from Arizona to Shenyang in an hour; a flight to London is possible', () => {
    expect(
      find('impossible-location', [signIn(start, 33.4, -112.1), signIn(start + hour, 41.8, 123.4)]),
    ).toMatchObject([{ key: 'dev@bank.example', members: ['33.40, -112.10', '41.80, 123.40'] }])
    expect(
      find('impossible-location', [signIn(start, 40.7, -74), signIn(start + 8 * hour, 51.5, -0.1)]),
    ).toEqual([])
    expect(
      find('impossible-location', [signIn(start, 33.4, -112.1), signIn(start + minute, 33.5, -112)]),
    ).toEqual([])
  })

  it('the same in Entra ID', () => {
    const azureSignIn = (time: number, latitude: number, longitude: number) =>
      make(azure, time, {
        properties: {
          userPrincipalName: 'dev@bank.example',
          location: { geoCoordinates: { latitude, longitude } },
        },
      })
    expect(
      find('impossible-location-azure', [
        azureSignIn(start, 33.4, -112.1),
        azureSignIn(start + hour, 41.8, 123.4),
      ]),
    ).toHaveLength(1)
    expect(
      find('impossible-location-azure', [
        azureSignIn(start, 33.4, -112.1),
        azureSignIn(start + hour, 33.4, -112.1),
      ]),
    ).toEqual([])
  })
})

it('laptop-farm: many accounts from one address; one account often is quiet', () => {
  const signIn = (i: number, account: string, ip: string) =>
    make(okta, start + i * minute, {
      eventType: 'user.session.start',
      actor: { alternateId: account },
      client: { ipAddress: ip },
    })
  expect(
    find(
      'laptop-farm',
      range(8).map((i) => signIn(i, `dev${i}@bank.example`, '203.0.113.5')),
    )[0],
  ).toMatchObject({ key: '203.0.113.5', measures: { distinct: 5 } })
  expect(
    find(
      'laptop-farm',
      range(50).map((i) => signIn(i, 'dev@bank.example', '203.0.113.5')),
    ),
  ).toEqual([])
})
