import { describe, expect, it } from 'vitest'
import { csvOf, csvText } from './csv-export.ts'
import { goamlReport } from './goaml/goaml-report.ts'
import { validateGoaml } from './goaml/goaml-validate.ts'
import { mispEventOf, mispFeedOf } from './misp-export.ts'
import { ofacReport } from './ofac/ofac-forms.ts'
import { release } from './release.ts'
import { caseReport } from './report/case-report.ts'
import { htmlOf } from './report/html.ts'
import { stixBundleOf } from './stix-export.ts'
import { inCase, markingRef, stixObject, testDossier, testFinding, testPayment } from './testing-dossier.ts'
import { stixNamespace, uuidV5 } from './uuid.ts'

const now = Date.UTC(2026, 2, 1)
const malware = stixObject('malware', 1, {
  name: 'AppleJeus',
  is_family: true,
  object_marking_refs: [markingRef['TLP:GREEN']],
})
const hit = inCase(
  testFinding('Abacus', {
    watch: 'cyber',
    rule: 'indicator',
    marking: 'TLP:GREEN',
    matches: [
      { kind: 'indicator', id: 'domain:evil.example', label: 'evil.example' },
      { kind: 'stix', id: malware.id, label: 'AppleJeus' },
    ],
  }),
  { decision: { verdict: 'true', reason: 'TLP:GREEN Seen in two logs.', who: 'ann', at: now } },
)

describe('STIX', () => {
  const bundle = stixBundleOf(release(testDossier([hit], { objects: [malware] }), 'TLP:GREEN'))
  const of = (type: string) => bundle.objects.filter((one) => one.type === type)

  it('tells what was seen, what it matches, how it was decided, each object marked and made by the institution', () => {
    expect(of('grouping')[0]).toMatchObject({
      name: 'Abacus Trading ↔ evil.example',
      context: 'suspicious-activity',
    })
    expect(of('indicator')[0]).toMatchObject({
      pattern: "[domain-name:value = 'evil.example']",
      pattern_type: 'stix',
    })
    expect(of('observed-data')[0]).toMatchObject({
      object_refs: [of('domain-name')[0]!.id],
      number_observed: 1,
    })
    expect(of('sighting')[0]).toMatchObject({
      sighting_of_ref: of('indicator')[0]!.id,
      observed_data_refs: [of('observed-data')[0]!.id],
    })
    expect(of('opinion')[0]).toMatchObject({ opinion: 'strongly-agree', object_refs: [of('note')[0]!.id] })
    expect(
      of('relationship')
        .map((one) => one.relationship_type)
        .sort(),
    ).toEqual(['based-on', 'indicates', 'related-to'])
    expect(of('malware')).toEqual([malware])
    for (const one of bundle.objects)
      if (one.type !== 'marking-definition') expect(one.object_marking_refs).toHaveLength(1)
    expect(of('marking-definition').map(({ name }) => name)).toEqual(['TLP:CLEAR', 'TLP:GREEN'])
  })

  it('refers to nothing that is not in it', () => {
    const ids = new Set(bundle.objects.map(({ id }) => id))
    for (const one of bundle.objects)
      for (const [member, value] of Object.entries(one))
        if (/_refs?$/.test(member)) for (const ref of [value].flat()) expect(ids).toContain(ref)
    expect(ids.size).toBe(bundle.objects.length)
  })

  it('gives observables the ids that everyone gives them, and a finished case a report', () => {
    // The id of an observable by section 2.9: the namespace, and its contributing members as JSON.
    expect(of('domain-name')[0]!.id).toBe(`domain-name--${uuidV5(stixNamespace, '{"value":"evil.example"}')}`)
    expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    )
    const done = stixBundleOf(
      release(testDossier([hit], { case: { id: 7, state: 'reported', opened: 0 } }), 'TLP:GREEN'),
    )
    expect(done.objects.at(-1)).toMatchObject({ type: 'report', report_types: ['threat-report'] })
  })

  it('changes the time of change of what has changed, and of nothing else', () => {
    const two = testFinding('Basalt', { marking: 'TLP:GREEN' })
    const later = (at: number) =>
      stixBundleOf(release(testDossier([hit, inCase(two, { revisedAt: at })]), 'TLP:GREEN'))
    const [before, after] = [later(now), later(now + 1)]
    const changed = after.objects.filter(
      (one) => !before.objects.some((old) => JSON.stringify(old) === JSON.stringify(one)),
    )
    expect(changed.length).toBeGreaterThan(0)
    for (const one of changed) {
      const old = before.objects.find(({ id }) => id === one.id)
      expect(String(one.modified) > String(old!.modified)).toBe(true)
    }
  })
})

describe('MISP', () => {
  it('has indicators for detection, texts beside them, tags as markings, and a feed with hashes', () => {
    const event = mispEventOf(release(testDossier([hit]), 'TLP:GREEN'))
    expect(event.Event.Attribute[0]).toMatchObject({
      type: 'domain',
      value: 'evil.example',
      to_ids: true,
      Tag: [{ name: 'tlp:green' }],
    })
    expect(event.Event.Attribute.filter(({ to_ids }) => to_ids)).toHaveLength(1)
    const feed = mispFeedOf([event])
    expect(JSON.parse(feed.get('manifest.json')!)[event.Event.uuid]).toMatchObject({ info: event.Event.info })
    expect(feed.get('hashes.csv')).toContain(`,${event.Event.uuid}`)
    expect([...feed.keys()]).toEqual([`${event.Event.uuid}.json`, 'manifest.json', 'hashes.csv'])
  })

  it('detects by nothing that a person found false', () => {
    const decision = { verdict: 'false' as const, reason: '', who: 'ann', at: now }
    const { Event } = mispEventOf(release(testDossier([{ ...hit, decision }]), 'TLP:GREEN'))
    expect(Event.Attribute.some(({ to_ids }) => to_ids)).toBe(false)
  })
})

describe('CSV', () => {
  it('runs in no spreadsheet', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1'])
      expect(csvText(text).replace(/^"/, '')).toMatch(/^'/)
    expect(csvText('plain')).toBe('plain')
    const evil = inCase(
      testFinding('=HYPERLINK("http://x")', { marking: 'TLP:CLEAR', place: { lat: -33.5, lon: -1 } }),
    )
    const line = csvOf(release(testDossier([evil]), 'TLP:CLEAR')).split('\r\n')[1]!
    expect(line).toContain(`"'=HYPERLINK(""http://x"")`)
    expect(line).toContain(',-33.5,-1,')
  })
})

describe('the report', () => {
  it('tells what is not known, which versions it was judged against, and what is held back, in both languages', () => {
    const released = release(testDossier([hit, inCase(testFinding('Basalt'))]), 'TLP:GREEN')
    for (const [language, words] of [
      ['en', ['What is not known', 'OFAC SDN', 'Held back', 'an analyst']],
      ['ko', ['알려지지 않은 것', 'OFAC SDN', '보류된 것', '분석가']],
    ] as const) {
      const html = htmlOf(caseReport(released, language))
      for (const word of words) expect(html).toContain(word)
      expect(html).not.toContain('ann,')
      expect(html).not.toContain('Basalt')
    }
  })

  it('is safe whatever a name holds', () => {
    const evil = inCase(testFinding('<img src=x onerror=alert(1)>"\'\u202e', { marking: 'TLP:CLEAR' }))
    const html = htmlOf(caseReport(release(testDossier([evil]), 'TLP:CLEAR'), 'en'))
    expect(html).not.toContain('<img')
    expect(html).not.toContain('\u202e')
    expect(html).toContain("default-src 'none'")
  })
})

const payment = (state: 'open' | 'blocked') =>
  testPayment(hit.finding.id, {
    state,
    done: state === 'blocked' ? [{ at: now, who: 'ann', action: 'block', reason: 'TLP:GREEN listed' }] : [],
  })
const facts = {
  'report/rentity_id': '42',
  'report/currency_code_local': 'USD',
  'report/reporting_user_code': 'U1',
  'report/location/address_type': 'B',
  'report/location/address': '1 Quay',
  'report/location/city': 'London',
  'report/location/country_code': 'GB',
  'report/action': 'Kept stopped.',
  'report/report_indicators': 'TF1, TF2',
  'transaction/transmode_code': 'WIRE',
  'transaction/from_funds_code': 'K',
  'transaction[PAY-7]/to_funds_code': 'K',
}

describe('goAML', () => {
  const released = release(testDossier([hit], { payments: [payment('open')] }), 'TLP:GREEN')

  it('names what is missing and makes nothing up', () => {
    const { missing, xml, faults } = goamlReport(released, {}, now)
    expect(faults).toEqual([])
    expect(missing).toContain('report/rentity_id')
    expect(missing).toContain('report/action')
    expect(missing).toContain('report/location/city')
    expect(missing).toContain('report/transaction[1]/transmode_code')
    expect(missing).toContain('report/reporting_user_code|reporting_person')
    expect(xml).not.toContain('<rentity_id>')
    expect(xml).toContain('A draft')
  })

  it('is whole with what a person adds', () => {
    const { missing, faults, xml, tree } = goamlReport(released, facts, now)
    expect({ missing, faults }).toEqual({ missing: [], faults: [] })
    expect(validateGoaml(tree)).toEqual([])
    for (const part of [
      '<report_code>STR</report_code>',
      '<amount_local>250000.00</amount_local>',
      '<iban>GB33BUKB20201555555555</iban>',
      '<to_country>SG</to_country>',
      '<swift>DBSSSGSG</swift>',
      '<indicator>TF2</indicator>',
    ])
      expect(xml).toContain(part)
  })

  it('takes what is missing by the path under which it is named', () => {
    const named = goamlReport(released, {}, now).missing.filter((path) => !path.includes('|'))
    const given = Object.fromEntries(
      named.map((path) => [path, /country/.test(path) ? 'GB' : /currency_code/.test(path) ? 'USD' : '1']),
    )
    const { missing, faults } = goamlReport(released, { ...given, 'report/reporting_user_code': 'U1' }, now)
    expect({ missing, faults }).toEqual({ missing: [], faults: [] })
  })

  it('does not change money by a rate that nobody gave', () => {
    const { missing } = goamlReport(released, { ...facts, 'report/currency_code_local': 'GBP' }, now)
    expect(missing).toContain('report/transaction[1]/amount_local')
    expect(missing).toContain('report/transaction[1]/t_from/from_foreign_currency/foreign_exchange_rate')
  })

  it('reports an activity where there is no payment, and asks whether a party is a person', () => {
    const bare = release(testDossier([hit]), 'TLP:GREEN')
    const { tree, missing } = goamlReport(bare, facts, now)
    expect(tree.children.find(({ name }) => name === 'report_code')?.text).toBe('SAR')
    expect(missing).toEqual(['party[party-Abacus]/nature'])
    const told = goamlReport(bare, { ...facts, 'party[party-Abacus]/nature': 'entity' }, now)
    expect({ missing: told.missing, faults: told.faults }).toEqual({ missing: [], faults: [] })
  })

  it('finds what is out of order, unknown, or no value of its type', () => {
    const leaf = (name: string, text: string) => ({ name, text, children: [] })
    const { tree } = goamlReport(released, facts, now)
    const swapped = { ...tree, children: [...tree.children].reverse() }
    expect(validateGoaml(swapped).some(({ kind }) => kind === 'order')).toBe(true)
    const odd = {
      ...tree,
      children: [
        ...tree.children.filter(({ name }) => name !== 'rentity_id'),
        leaf('rentity_id', 'x'),
        leaf('colour', 'red'),
      ],
    }
    expect(validateGoaml(odd).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['value', 'unknown']))
  })
})

describe("OFAC's reports", () => {
  it('tell of blocked property only what a person kept stopped, with its date, and name what is missing', () => {
    const of = (state: 'open' | 'blocked') =>
      ofacReport(
        release(testDossier([hit], { payments: [payment(state)] }), 'TLP:GREEN'),
        'ofac-blocking',
        {},
      )
    expect(of('open')).toMatchObject({ items: [], missing: expect.arrayContaining(['item']) })
    const { items, missing, filer } = of('blocked')
    const value = (key: string) => items[0]!.fields.find((one) => one.key === `item[PAY-7]/${key}`)?.value
    expect(filer[0]).toMatchObject({ value: 'Harbour Bank', from: 'case' })
    expect(value('date')).toBe('2026-03-01')
    expect(value('value-usd')).toBe('250000.00')
    expect(value('legal-authority')).toBeUndefined()
    expect(missing).toEqual(
      expect.arrayContaining(['filer/contact-name', 'item[PAY-7]/legal-authority', 'item[PAY-7]/location']),
    )
  })

  it('take what a person adds, and never a date of rejection from elsewhere', () => {
    const released = release(testDossier([hit], { payments: [payment('open')] }), 'TLP:GREEN')
    const report = ofacReport(released, 'ofac-rejected', { 'legal-authority': '31 CFR part 510' })
    expect(report.missing).toContain('item[PAY-7]/date')
    expect(report.items[0]!.fields.find(({ key }) => key.endsWith('legal-authority'))).toMatchObject({
      value: '31 CFR part 510',
      from: 'person',
    })
    expect(ofacReport(released, 'ofac-annual', {}).missing).toContain('filer/certified-by')
  })
})
