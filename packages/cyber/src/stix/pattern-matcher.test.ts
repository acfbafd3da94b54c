import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LogDecoder } from '../logs/log-decoder.ts'
import type { LogRecord } from '../records/record.ts'
import { meetsComparison } from './compare.ts'
import { foldPattern } from './folded-pattern.ts'
import { parseStixPattern } from './parse-pattern.ts'
import { PatternMatcher } from './pattern-matcher.ts'
import type { PatternRule } from './pattern-rule.ts'
import { recordObjects } from './record-objects.ts'

const rule = (pattern: string, more: Partial<PatternRule> = {}): PatternRule => ({
  id: `indicator--${pattern.length}`,
  name: 'made up',
  pattern,
  source: 'test',
  about: [],
  tags: [],
  ...more,
})
/** Records as the decoder reads them from a line of JSON. */
function records(...values: readonly object[]): LogRecord[] {
  const decoder = new LogDecoder({ name: 'test.json' })
  const read: LogRecord[] = []
  for (const [i, value] of values.entries())
    expect(decoder.value(value, `line ${i + 1}`, read)).toBeUndefined()
  return read
}
const at = (second: number) => `2016-02-04 20:36:${String(second).padStart(2, '0')}.000`
const sysmon = (EventID: number, second: number, more: object, Computer = 'SWIFT1') => ({
  Channel: 'Microsoft-Windows-Sysmon/Operational',
  EventID,
  Computer,
  UtcTime: at(second),
  ...more,
})
const started = (image: string, second = 1, host = 'SWIFT1') =>
  sysmon(
    1,
    second,
    {
      Image: image,
      CommandLine: `"${image}" -svc`,
      ProcessId: '4711',
      User: 'BANK\\svc',
      ParentImage: 'C:\\Windows\\explorer.exe',
      Hashes: 'SHA1=525A8E3AE4E3DF8C9C61F2A49E38541D196E9228,MD5=5D0FFBC8389F27B0649696F0EF5B3CFE',
    },
    host,
  )
const isMet = (pattern: string, ...values: readonly object[]) => {
  const matcher = new PatternMatcher([rule(pattern)])
  expect(matcher.rejects).toEqual([])
  return records(...values).flatMap((one) => matcher.match(one)).length
}

describe('what a record tells of', () => {
  const zeek = {
    _path: 'http',
    ts: 1454618161.5,
    'id.orig_h': '10.0.0.5',
    'id.orig_p': 50001,
    'id.resp_h': '196.202.103.174',
    'id.resp_p': 80,
    method: 'GET',
    host: 'updates.example.com',
    uri: '/al?abc---O',
    user_agent: 'Mozilla/4.0',
  }
  const eve = {
    timestamp: '2016-02-04T20:36:01.000000+0000',
    event_type: 'dns',
    src_ip: '10.0.0.5',
    src_port: 5353,
    dest_ip: '10.0.0.1',
    dest_port: 53,
    proto: 'UDP',
    dns: { type: 'query', rrname: 'Lure-Jobs.example', rrtype: 'A' },
  }
  const exe = started('C:\\Users\\Public\\evtdiag.exe')
  it.each([
    ["[file:name = 'EvtDiag.exe']", exe],
    ["[file:name = 'evtdiag.exe' AND file:parent_directory_ref.path = 'C:\\\\Users\\\\Public\\\\']", exe],
    ["[file:hashes.'SHA-1' = '525a8e3ae4e3df8c9c61f2a49e38541d196e9228' AND file:name LIKE 'evt%']", exe],
    ["[process:command_line MATCHES 'evt[a-z]+\\\\.exe\" -svc$']", exe],
    ["[process:image_ref.name = 'evtdiag.exe' AND process:parent_ref.image_ref.name = 'explorer.exe']", exe],
    ["[process:binary_ref.name = 'evtdiag.exe' AND process:pid = 4711]", exe],
    ["[process:creator_user_ref.account_login = 'svc']", exe],
    ["[user-account:user_id = 'BANK\\\\svc']", exe],
    ["[network-traffic:dst_ref.value ISSUBSET '196.202.103.0/24' AND network-traffic:dst_port = 80]", zeek],
    [
      "[network-traffic:dst_ref.type = 'domain-name' AND network-traffic:dst_ref.value = 'updates.example.com']",
      zeek,
    ],
    ["[network-traffic:protocols[*] = 'http']", zeek],
    ["[network-traffic:extensions.'http-request-ext'.request_value LIKE '/al?%---O']", zeek],
    ["[network-traffic:extensions.'http-request-ext'.request_header.'User-Agent' = 'Mozilla/4.0']", zeek],
    ["[url:value LIKE 'http://updates.example.com/al?%']", zeek],
    ["[domain-name:value MATCHES '^lure-[a-z]+\\\\.example$']", eve],
    ["[network-traffic:protocols[0] = 'udp' AND network-traffic:src_ref.value = '10.0.0.5']", eve],
    [
      "[windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\Software\\\\Run' AND windows-registry-key:values[*].name = 'evil']",
      sysmon(13, 1, {
        EventType: 'SetValue',
        TargetObject: 'HKLM\\Software\\Run\\evil',
        Details: 'C:\\x.exe',
      }),
    ],
    [
      "[windows-registry-key:key LIKE 'HKCU\\\\Software\\\\%']",
      sysmon(13, 1, {
        EventType: 'SetValue',
        TargetObject: 'HKU\\S-1-5-21-1-2-3-500\\Software\\Run\\evil',
        Details: 'x',
      }),
    ],
    [
      "[process:extensions.'windows-service-ext'.service_name = 'diagsysevt']",
      {
        Channel: 'System',
        EventID: 7045,
        Computer: 'a',
        SystemTime: '2016-02-04T20:36:01Z',
        ServiceName: 'diagsysevt',
        ImagePath: 'C:\\x.exe',
      },
    ],
    [
      "[mutex:name = 'Global\\\\MsWinZonesCacheCounterMutexA']",
      { ...exe, Mutex: 'Global\\MsWinZonesCacheCounterMutexA' },
    ],
    [
      "[email-message:from_ref.value = 'hr@lure.example' AND email-message:subject LIKE 'Job%']",
      {
        _path: 'smtp',
        ts: 1,
        'id.orig_h': '10.0.0.5',
        'id.resp_h': '10.0.0.9',
        mailfrom: '<hr@lure.example>',
        from: 'HR <hr@lure.example>',
        to: ['a@bank.example'],
        subject: 'Job offer',
      },
    ],
    [
      "[file:hashes.'SHA-256' LIKE 'abcd%']",
      { ...eve, event_type: 'fileinfo', fileinfo: { filename: '/a/b.doc', sha256: 'ABCD'.repeat(16) } },
    ],
  ])('%s', (pattern, value) => {
    expect(isMet(pattern, value)).toBe(1)
  })
  it.each([
    ["[file:name = 'evtdiag']", exe],
    ["[file:name = 'explorer.exe' AND file:hashes.MD5 = '5d0ffbc8389f27b0649696f0ef5b3cfe']", exe],
    ['[process:pid = 4712]', exe],
    ["[network-traffic:dst_ref.value ISSUBSET '10.0.0.0/8']", zeek],
    ["[url:value = 'http://updates.example.com/']", zeek],
    ["[windows-registry-key:key LIKE '%']", exe],
  ])('and does not meet %s', (pattern, value) => {
    expect(isMet(pattern, value)).toBe(0)
  })
})

describe('patterns over several records', () => {
  const chain =
    "([process:image_ref.name = 'first.exe'] FOLLOWEDBY [process:image_ref.name = 'second.exe']) WITHIN 10 SECONDS"
  const [first, second] = ['C:\\a\\first.exe', 'C:\\a\\second.exe']
  it('are met in order, within the time, on one host', () => {
    expect(isMet(chain, started(first, 1), started(second, 9))).toBe(1)
    expect(isMet(chain, started(second, 1), started(first, 9))).toBe(0)
    expect(isMet(chain, started(first, 1), started(second, 12))).toBe(0)
    expect(isMet(chain, started(first, 1), started(second, 9, 'OTHER'))).toBe(0)
  })
  it('name all records that they rest on, and use them up', () => {
    const matcher = new PatternMatcher([rule(chain)])
    const met = records(started(first, 1), started(second, 5), started(second, 6)).map((one) =>
      matcher.match(one),
    )
    expect(met.map(({ length }) => length)).toEqual([0, 1, 0])
    expect(met[1]![0]!.evidence.map(({ path }) => path)).toEqual(['line 2', 'line 1'])
  })
  it('count', () => {
    const many = "[file:name = 'first.exe'] REPEATS 3 TIMES WITHIN 5 SECONDS"
    expect(isMet(many, started(first, 1), started(first, 2), started(first, 3))).toBe(1)
    expect(isMet(many, started(first, 1), started(first, 2), started(first, 8))).toBe(0)
  })
  it('go on from a snapshot', () => {
    const [a, b] = records(started(first, 1), started(second, 5))
    const before = new PatternMatcher([rule(chain)])
    before.match(a!)
    const after = new PatternMatcher([rule(chain)])
    after.restore(JSON.parse(JSON.stringify(before.snapshot())))
    expect(after.match(b!)).toHaveLength(1)
    after.restore(undefined)
    expect(after.match(b!)).toHaveLength(0)
  })
  it('keep no more than they may need, however many records come', () => {
    const matcher = new PatternMatcher([rule("[file:name = 'first.exe'] AND [file:name = 'never.exe']")])
    for (const one of records(...Array.from({ length: 1000 }, (_, i) => started(first, i % 60))))
      matcher.match(one)
    expect(matcher.snapshot()[0]![1].length).toBeLessThanOrEqual(100)
  })
})

describe('patterns', () => {
  it('that cannot be read, or ask for too much, are named and leave the others', () => {
    const matcher = new PatternMatcher([
      rule("[file:name = 'x'", { id: 'a' }),
      rule("[file:name MATCHES '(?=x)']", { id: 'b' }),
      rule("[file:name = 'first.exe'] REPEATS 50000 TIMES", { id: 'c' }),
      rule("[file:name = 'first.exe']", { id: 'd' }),
    ])
    expect(matcher.rejects.map(({ id, reason }) => `${id} ${reason.split(':')[0]}`)).toEqual([
      'a STIX_SYNTAX',
      'b STIX_VALUE',
      'c STIX_TOO_COMPLEX',
    ])
    expect(records(started('C:\\first.exe')).flatMap((one) => matcher.match(one))).toHaveLength(1)
  })
  it('end when their source says so', () => {
    const ended = rule("[file:name = 'first.exe']", { validUntil: Date.UTC(2016, 1, 1), confidence: 0.9 })
    const [record] = records(started('C:\\first.exe'))
    expect(new PatternMatcher([ended]).match(record!)).toEqual([])
    const early = {
      ...ended,
      tags: ['attack.t1204.002'],
      validUntil: Date.UTC(2020, 1, 1),
      validFrom: Date.UTC(2019, 1, 1),
    }
    expect(new PatternMatcher([early]).match(record!)).toMatchObject([
      {
        severity: 'high',
        matches: [{ kind: 'rule', label: 'made up' }, { id: 'T1204.002' }],
        evidence: [{ detail: expect.stringContaining('Older than') }],
      },
    ])
  })
  it('meet with their index what they meet without', () => {
    const parts = ['evtdiag', 'first.exe', 'C:\\Users\\Public', 'Run', 'svc', '10.0.0.5', 'bank']
    const paths = [
      'file:name',
      'process:command_line',
      'directory:path',
      'user-account:account_login',
      'file:parent_directory_ref.path',
    ]
    const text = fc.constantFrom(...parts)
    const test = fc
      .tuple(fc.constantFrom(...paths), fc.constantFrom('=', 'LIKE', '!=', 'IN'), text, fc.boolean())
      .map(([path, operator, value, isNegated]) => {
        const written = value.replaceAll('\\', '\\\\')
        const right =
          operator === 'IN'
            ? `('${written}', 'other')`
            : operator === 'LIKE'
              ? `'%${written}%'`
              : `'${written}'`
        return `${path} ${isNegated ? 'NOT ' : ''}${operator} ${right}`
      })
    const leaf = fc
      .tuple(fc.array(test, { minLength: 1, maxLength: 3 }), fc.constantFrom(' AND ', ' OR '))
      .map(([tests, joined]) => `[${tests.join(joined)}]`)
    fc.assert(
      fc.property(leaf, fc.array(text, { minLength: 1, maxLength: 3 }), (pattern, path) => {
        const [record] = records(started(`C:\\${path.join('\\')}.exe`))
        const { comparison } = foldPattern(parseStixPattern(pattern).expression).leaves[0]!
        const expected = meetsComparison(comparison, recordObjects(record!))
        expect(new PatternMatcher([rule(pattern)]).match(record!).length === 1).toBe(expected)
      }),
    )
  })
})
