import { bytesOf, collect } from '@cordon/formats'
import { describe, expect, it } from 'vitest'
import { writeEvtx } from '../evtx/testing-evtx.ts'
import type { LogRecord } from '../records/record.ts'
import { SigmaEngine } from '../sigma/engine.ts'
import { ruleOf } from '../sigma/testing-rules.ts'
import { type ReadLogsOptions, readLogs } from './read-logs.ts'
import { ipfix, netflow5, netflow9 } from './testing-flows.ts'

const now = Date.UTC(2016, 1, 6)
const read = (content: string | Uint8Array, options: Partial<ReadLogsOptions> = {}, size?: number) =>
  collect(readLogs(bytesOf(content, size), { name: 'log', now, ...options }))
const one = async (content: string | Uint8Array, options: Partial<ReadLogsOptions> = {}) => {
  const { records, rejects } = await read(content, options)
  expect(rejects).toEqual([])
  expect(records).toHaveLength(1)
  return records[0]!
}
const sourceOf = ({ class: { product, services, categories } }: LogRecord) => [
  product,
  ...services,
  ...categories.map(({ name }) => name),
]
const meets = (record: LogRecord, logsource: string, detection: string) =>
  new SigmaEngine([ruleOf(`s:\n  ${detection}\ncondition: s`, logsource)]).match(record).length === 1

describe('JSON', () => {
  const event = {
    EventID: 1,
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    Computer: 'WS1',
    Image: 'C:\\a.exe',
  }
  it.each([
    ['one a line', `${JSON.stringify(event)}\n\n${JSON.stringify(event)}\n`],
    ['an array', JSON.stringify([event, event], null, 2)],
    ['pretty-printed', `${JSON.stringify(event, null, 2)}\n${JSON.stringify(event, null, 2)}`],
    ['in a wrapper', JSON.stringify({ Records: [event, event] })],
    [
      'a search result',
      JSON.stringify({ took: 1, hits: { total: 2, hits: [{ _source: event }, { _source: event }] } }),
    ],
    ['with a byte order mark', `\ufeff${JSON.stringify(event)}\r\n${JSON.stringify(event)}`],
  ])('%s', async (_, text) => {
    for (const size of [7, 100_000]) {
      const { records, rejects } = await read(text, {}, size)
      expect(rejects).toEqual([])
      expect(records.map((record) => record.host)).toEqual(['ws1', 'ws1'])
      expect(sourceOf(records[0]!)).toEqual(['windows', 'sysmon', 'process_creation'])
    }
  })
  it.each([
    [
      'aws,cloudtrail',
      {
        eventSource: 's3.amazonaws.com',
        eventName: 'GetObject',
        awsRegion: 'x',
        eventTime: '2016-02-04T00:00:00Z',
        userIdentity: { arn: 'arn:a' },
      },
      'arn:a',
    ],
    [
      'okta,okta',
      {
        eventType: 'user.session.start',
        published: '2016-02-04T00:00:00.000Z',
        actor: { alternateId: 'kim@x' },
      },
      'kim@x',
    ],
    ['github,audit', { action: 'repo.create', actor: 'kim', org: 'x', created_at: 1454544000000 }, 'kim'],
    [
      'azure,signinlogs',
      { category: 'SignInLogs', time: '2016-02-04T00:00:00Z', properties: { userPrincipalName: 'kim@x' } },
      'kim@x',
    ],
    [
      'azure,auditlogs',
      { category: 'AuditLogs', time: '2016-02-04T00:00:00Z', operationName: 'Add user', identity: 'kim' },
      'kim',
    ],
    [
      'azure,activitylogs',
      { operationName: 'MICROSOFT.COMPUTE/X', resourceId: '/a', time: '2016-02-04T00:00:00Z', caller: 'kim' },
      'kim',
    ],
    [
      'm365,audit',
      {
        Workload: 'AzureActiveDirectory',
        Operation: 'UserLoggedIn',
        CreationTime: '2016-02-04T00:00:00',
        UserId: 'kim',
      },
      'kim',
    ],
    [
      'gcp,gcp.audit',
      {
        logName: 'x',
        timestamp: '2016-02-04T00:00:00Z',
        protoPayload: { serviceName: 'iam.googleapis.com', authenticationInfo: { principalEmail: 'kim' } },
      },
      'kim',
    ],
    [
      'kubernetes,audit,application',
      {
        kind: 'Event',
        apiVersion: 'audit.k8s.io/v1',
        verb: 'get',
        requestReceivedTimestamp: '2016-02-04T00:00:00Z',
        user: { username: 'kim' },
      },
      'kim',
    ],
  ])('is known as %s', async (source, value, account) => {
    const record = await one(JSON.stringify(value))
    expect(sourceOf(record).join()).toBe(source)
    expect(record).toMatchObject({ time: Date.UTC(2016, 1, 4), account })
  })
  it("of Suricata's EVE is seen by rules for name service and proxies", async () => {
    const base = {
      timestamp: '2016-02-04T23:36:00.5+0600',
      flow_id: 1,
      src_ip: '10.0.0.1',
      dest_ip: '10.0.0.2',
    }
    const dns = await one(
      JSON.stringify({ ...base, event_type: 'dns', dns: { rrname: 'evil.example', rrtype: 'A' } }),
    )
    expect(dns.time).toBe(Date.UTC(2016, 1, 4, 17, 36, 0, 500))
    expect(meets(dns, 'category: dns', 'query|endswith: .example')).toBe(true)
    const http = await one(
      JSON.stringify({
        ...base,
        event_type: 'http',
        http: { url: '/al?---O', http_user_agent: 'x', hostname: 'h' },
      }),
    )
    expect(meets(http, 'category: proxy', "c-uri|contains: '/al?---O'")).toBe(true)
  })
  it('of Zeek is seen by rules for Zeek, with dots or without', async () => {
    const record = await one(
      '{"_path":"dns","ts":1454544000.5,"uid":"C","id_orig_h":"10.0.0.1","query":"a.example"}',
    )
    expect(record).toMatchObject({ time: 1454544000500, host: '10.0.0.1' })
    expect(meets(record, 'product: zeek\n  service: dns', 'id.orig_h: 10.0.0.1')).toBe(true)
  })
  it('of no known kind takes the source that a person states', async () => {
    expect(sourceOf(await one('{"a":1}'))).toEqual([undefined])
    const source = { product: 'acme', service: 'vault' }
    expect(sourceOf(await one('{"a":1}', { source }))).toEqual(['acme', 'vault'])
  })
})

describe('text', () => {
  it('syslog of RFC 3164, whose year comes from the file', async () => {
    const record = await one(
      '<38>Dec 31 23:59:01 srv1 sshd[42]: Failed password for root from 10.0.0.9 port 22',
    )
    expect(record).toMatchObject({
      time: Date.UTC(2015, 11, 31, 23, 59, 1),
      host: 'srv1',
      fields: { program: 'sshd', pid: '42', facility: 4, severity: 6 },
    })
    expect(sourceOf(record)).toEqual(['linux', 'sshd', 'auth', 'syslog'])
    expect(meets(record, 'product: linux\n  service: sshd', "message|contains: 'Failed password'")).toBe(true)
  })
  it('syslog of RFC 5424, with structured data', async () => {
    const line =
      '<165>1 2016-02-04T22:14:15.003Z Host.example.com evntslog 7 ID47 [ex@1 a="b \\"c\\" ]d" e="f"][g@2 h="i"] \ufeffAn event'
    const record = await one(line.replace(' ]d', ' \\]d'))
    expect(record).toMatchObject({
      time: Date.UTC(2016, 1, 4, 22, 14, 15, 3),
      host: 'host.example.com',
      fields: { 'ex@1.a': 'b "c" ]d', 'g@2.h': 'i', message: 'An event', messageId: 'ID47' },
    })
  })
  it('of devices: Cisco by its mnemonic, FortiGate by its fields', async () => {
    const cisco = await one(
      '<189>45: *Feb  4 10:00:00.123 UTC: %PARSER-5-CFGLOG_LOGGEDCMD: User:kim logged command:!exec',
    )
    expect(sourceOf(cisco).slice(0, 3)).toEqual(['cisco', 'syslog', 'aaa'])
    const forti = await one(
      '<189>date=2016-02-04 time=10:00:00 devname="f1" devid="FG100" logid="0100044547" type="event" action="Add" cfgpath="system.admin"',
    )
    expect(meets(forti, 'product: fortigate\n  service: event', "action: 'Add'")).toBe(true)
  })
  it('CEF, alone or in syslog, with escapes and labels', async () => {
    const text =
      'Feb  4 10:00:00 fw1 CEF:0|Acme|Fire\\|wall|1.0|100|Denied a=b|7|src=10.0.0.1 dst=10.0.0.2 dpt=445 act=deny msg=one two\\=2\\nthree cs1Label=Rule Name cs1=r 1 rt=1454544000000'
    const record = await one(text)
    expect(record).toMatchObject({
      time: 1454544000000,
      host: 'fw1',
      fields: { DeviceProduct: 'Fire|wall', msg: 'one two=2\nthree', 'Rule Name': 'r 1', Name: 'Denied a=b' },
    })
    expect(meets(record, 'category: firewall', 'dst_port: 445\n  action: deny')).toBe(true)
  })
  it('LEEF 1 and 2', async () => {
    const first = await one('LEEF:1.0|Acme|IDS|1|login|src=10.0.0.1\tdst=10.0.0.2\tusrName=kim')
    expect(first.fields).toMatchObject({ usrName: 'kim', src: '10.0.0.1' })
    const second = await one('LEEF:2.0|Acme|IDS|1|login|^|src=10.0.0.1^dst=10.0.0.2^url=http://a/b')
    expect(meets(second, 'category: proxy', "c-uri|contains: '/b'")).toBe(true)
  })
  it('access logs', async () => {
    const record = await one(
      '10.0.0.9 - kim [04/Feb/2016:23:36:00 +0600] "GET /cgi?x=..%2f HTTP/1.1" 404 12 "-" "curl/7 \\"x\\""',
    )
    expect(record.time).toBe(Date.UTC(2016, 1, 4, 17, 36))
    expect(record.fields).toMatchObject({
      'cs-username': 'kim',
      'cs-user-agent': 'curl/7 "x"',
      'cs-version': 'HTTP/1.1',
    })
    expect(meets(record, 'category: webserver', "cs-uri-query|contains: '..%2f'\n  sc-status: 404")).toBe(
      true,
    )
  })
  it('W3C with its header, columns by name', async () => {
    const { records, rejects } = await read(
      '#Software: Microsoft Internet Information Services 10.0\n#Fields: date time s-computername cs-method cs-uri-stem cs-uri-query cs(User-Agent) sc-status\n2016-02-04 10:00:00 WEB1 GET /a.aspx cmd=whoami Mozilla/5.0+(x) 200\n2016-02-04 10:00:01 WEB1 GET\n',
    )
    expect(records[0]).toMatchObject({ host: 'web1', time: Date.UTC(2016, 1, 4, 10) })
    expect(
      meets(
        records[0]!,
        'category: webserver',
        "cs-uri-query|contains: '/a.aspx?cmd='\n  cs-user-agent: 'Mozilla/5.0 (x)'",
      ),
    ).toBe(true)
    expect(rejects).toMatchObject([{ where: 'log:4', reason: '4 columns where the header names 8' }])
  })
  it("Zeek's TSV, values by their types", async () => {
    const text = [
      '#separator \\x09',
      '#set_separator\t,',
      '#empty_field\t(empty)',
      '#unset_field\t-',
      '#path\tdns',
      '#fields\tts\tuid\tid.orig_h\tid.resp_p\tquery\tanswers\trejected',
      '#types\ttime\tstring\taddr\tport\tstring\tvector[string]\tbool',
      '1454544000.25\tC1\t10.0.0.1\t53\ta.example\t1.1.1.1,2.2.2.2\tF',
      '1454544001.25\tC2\t10.0.0.1\t53\t-\t(empty)\tT',
      '#close\t2016-02-04-00-00-02',
    ].join('\n')
    const { records, rejects } = await read(text)
    expect(rejects).toEqual([])
    expect(records[0]!.fields).toEqual({
      ts: 1454544000.25,
      uid: 'C1',
      'id.orig_h': '10.0.0.1',
      'id.resp_p': 53,
      query: 'a.example',
      answers: ['1.1.1.1', '2.2.2.2'],
      rejected: false,
    })
    expect(records[1]!.fields.query).toBeUndefined()
    expect(meets(records[0]!, 'category: dns', "answer: '2.2.2.2'")).toBe(true)
  })
  it('auditd: each line for its own rules, and a process creation of the event', async () => {
    const text = [
      'type=SYSCALL msg=audit(1454544000.123:7): arch=c000003e syscall=59 success=yes a0=55d1 a1=41424344 ppid=10 pid=11 auid=1000 uid=0 comm="sh" exe="/usr/bin/dash" key="x"',
      'type=EXECVE msg=audit(1454544000.123:7): argc=3 a0="sh" a1="-c" a2=6375726C206576696C',
      'type=CWD msg=audit(1454544000.123:7): cwd="/tmp"',
      'type=USER_CMD msg=audit(1454544001.000:8): pid=9 uid=1000 msg=\'cwd="/" cmd=6C73202D6C terminal=pts/0\'',
    ].join('\n')
    const { records, rejects } = await read(text)
    expect(rejects).toEqual([])
    expect(records.map(({ fields }) => fields.type ?? 'process')).toEqual([
      'SYSCALL',
      'EXECVE',
      'CWD',
      'process',
      'USER_CMD',
    ])
    expect(records[0]!.fields.a1).toBe('41424344')
    expect(records[3]!.fields).toMatchObject({
      Image: '/usr/bin/dash',
      CommandLine: 'sh -c curl evil',
      CurrentDirectory: '/tmp',
      ParentProcessId: '10',
    })
    expect(records[4]!.fields.cmd).toBe('ls -l')
    expect(
      meets(records[3]!, 'product: linux\n  category: process_creation', "CommandLine|contains: 'curl'"),
    ).toBe(true)
  })
  it('CSV by its header, and EvtxECmd in it', async () => {
    const record = await one(
      'RecordNumber,EventId,Channel,Computer,TimeCreated,Payload\n1,4688,Security,WS1,2016-02-04 10:00:00.123,"{""EventData"":{""Data"":[{""@Name"":""NewProcessName"",""#text"":""C:\\\\a.exe""}]}}"\n',
    )
    expect(record).toMatchObject({ host: 'ws1', fields: { NewProcessName: 'C:\\a.exe' } })
    expect(sourceOf(record)).toEqual(['windows', 'security', 'process_creation'])
  })
})

describe('binary', () => {
  it('EVTX with the place of each record', async () => {
    const record = await one(
      writeEvtx([
        { channel: 'Security', eventId: 4688, computer: 'WS1', time: now, data: { CommandLine: 'x' } },
      ]),
    )
    expect(record).toMatchObject({ where: 'log: record 1', host: 'ws1', time: now })
    expect(sourceOf(record)).toEqual(['windows', 'security', 'process_creation'])
  })
  const flow = { from: '10.0.0.1', to: '10.0.0.2', port: 445, bytes: 1234 }
  const seconds = now / 1000
  it('NetFlow 5', async () => {
    const { records, rejects } = await read(
      Buffer.concat([netflow5([flow, flow], seconds), netflow5([flow], seconds)]),
    )
    expect(rejects).toEqual([])
    expect(records).toHaveLength(3)
    expect(records[0]).toMatchObject({
      host: '10.0.0.1',
      time: now - 10_000,
      fields: {
        src_ip: '10.0.0.1',
        dst_ip: '10.0.0.2',
        dst_port: 445,
        bytes: 1234,
        packets: 3,
        proto: 'tcp',
      },
    })
    expect(meets(records[0]!, 'category: firewall', 'dst_port: 445')).toBe(true)
  })
  it('NetFlow 9 by its templates, however the bytes arrive', async () => {
    const bytes = Buffer.concat([netflow9([flow, flow], seconds), netflow9([flow], seconds, false)])
    for (const size of [3, 1000]) {
      const { records, rejects } = await read(bytes, {}, size)
      expect(rejects).toEqual([])
      expect(records).toHaveLength(3)
      expect(records[2]).toMatchObject({ time: now - 10_000, fields: { proto: 'udp', dst_port: 445 } })
    }
    const { rejects } = await read(netflow9([flow], seconds, false))
    expect(rejects[0]!.reason).toContain('template 256 has not come yet')
  })
  it('IPFIX with IPv6, variable lengths and what an enterprise adds', async () => {
    const record = await one(Buffer.concat([ipfix(seconds, 'kim')]))
    expect(record).toMatchObject({
      time: now - 5,
      fields: { src_ip: '2001:db8::1', dst_ip: '2001:db8::abc', username: 'kim' },
    })
  })
  it('flows cut off, or followed by something else', async () => {
    const good = netflow5([flow], seconds)
    const { rejects } = await read(good.subarray(0, 40))
    expect(rejects[0]!.reason).toContain('cut off')
    await expect(read(Buffer.concat([good, Buffer.alloc(70_000, 0xee)]))).rejects.toMatchObject({
      code: 'FORMATS_SYNTAX',
    })
  })
})

describe('bad input', () => {
  it('a line of 50 MB, a nesting of 100,000, binary noise: counted with place and reason, the rest goes on', async () => {
    const good = '{"EventID":1,"Channel":"Security"}'
    const text = `${good}\n{"a":"${'x'.repeat(50_000_000)}"}\n${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}\n\u0000\u0001 noise\n{"a":\n3\n${good}\n`
    const { records, rejects } = await read(text)
    expect(records).toHaveLength(2)
    expect(rejects.map(({ where, reason }) => [where, reason.slice(0, 24)])).toEqual([
      ['log: line 2', 'longer than 4194304 char'],
      ['log:3', 'nested deeper than 64'],
      ['log:4', 'no log line of a known f'],
      ['log:5', 'not JSON: Unexpected end'],
      ['log:6', 'no log line of a known f'],
    ])
  })
})
