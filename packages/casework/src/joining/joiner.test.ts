import type { Finding, Profile, Ref } from '@cordon/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HeldKey, planJoining, probesOf, type Surroundings } from '../index.ts'

const hour = 3_600_000
const ref = (kind: Ref['kind'], id: string): Ref => ({ kind, id, label: id.toUpperCase() })
let made = 0

function finding(more: Partial<Finding> = {}): Finding {
  return {
    id: `f${++made}`,
    revision: 1,
    state: 'open',
    watch: 'screening',
    rule: 'r',
    ruleVersion: '1',
    severity: 'medium',
    score: 0.8,
    subjects: [ref('party', 'a')],
    matches: [],
    window: { start: 0 },
    evidence: [],
    knowledgeVersions: {},
    marking: 'TLP:AMBER',
    statement: 'Something.',
    ...more,
  }
}

const nothing: Surroundings = { held: [], cases: [], apart: [] }
const plan = (findings: Finding[], around = nothing, profile?: Profile) =>
  planJoining(
    findings.map((one) => ({ finding: one })),
    around,
    profile ? { profile } : {},
  )

/** The cases that a plan makes, as sets of findings. */
function casesOf({ steps }: ReturnType<typeof plan>): string[][] {
  const cases = new Map<number, string[]>()
  for (const step of steps) {
    if (step.kind === 'open') cases.set(step.case, [step.finding.id])
    else if (step.kind === 'add') cases.get(step.case)!.push(step.finding.id)
    else if (step.kind === 'merge') {
      cases.get(step.into)!.push(...cases.get(step.from)!)
      cases.delete(step.from)
    }
  }
  return [...cases.values()].map((one) => one.sort()).sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
}

const at = (lat: number, lon: number, hours: number, name: string) =>
  finding({ place: { lat, lon }, window: { start: hours * hour }, subjects: [ref('vessel', name)] })
const met = (party: string, entity: string, more: Partial<Finding> = {}) =>
  finding({ subjects: [ref('party', party)], matches: [ref('entity', entity)], severity: 'high', ...more })

describe('findings become one case', () => {
  it('where they share a subject, and say so', () => {
    const [a, b] = [finding(), finding()]
    const { steps } = plan([a, b])
    expect(steps.map(({ kind }) => kind)).toEqual(['open', 'add'])
    expect(steps[1]).toMatchObject({
      joins: [{ rule: 'shared-subject', with: a.id, words: 'Both are about A.' }],
    })
  })

  it('but not after three months of silence', () => {
    expect(casesOf(plan([finding(), finding({ window: { start: 91 * 24 * hour } })]))).toHaveLength(2)
  })

  it('and about an account that pays all day only within three days', () => {
    const order = (hours: number) =>
      finding({
        watch: 'payments',
        subjects: [ref('payment', `o${hours}`), ref('account', 'NOSTRO')],
        window: { start: hours * hour },
      })
    expect(casesOf(plan([order(0), order(70), order(150)]))).toHaveLength(2)
  })

  it('where strong findings met one entry; a common name alone joins nobody', () => {
    expect(casesOf(plan([met('a', 'e'), met('b', 'e')]))).toHaveLength(1)
    const weak = { severity: 'medium' as const }
    expect(casesOf(plan([met('a', 'e', weak), met('b', 'e', weak)]))).toHaveLength(2)
  })

  it('where a ship that was seen is named elsewhere', () => {
    const seen = finding({ watch: 'maritime', subjects: [ref('vessel', 'ofac-15036')] })
    const { steps } = plan([seen, met('a', 'ofac-15036')])
    expect(steps[1]).toMatchObject({ kind: 'add', joins: [{ rule: 'seen-and-matched' }] })
  })

  it('where two customers show one passport', () => {
    const shows = (party: string, query: string) =>
      finding({
        subjects: [ref('party', party)],
        evidence: [{ feature: 'passportNumber', query, candidate: '', contribution: 1, detail: '' }],
      })
    expect(casesOf(plan([shows('a', 'PS 472-310104'), shows('b', 'ps472310104')]))).toHaveLength(1)
    expect(casesOf(plan([shows('a', '123'), shows('b', '123')]))).toHaveLength(2)
  })

  it('where they are near in place and time, across the edges of cells, of days and of the 180th meridian', () => {
    expect(casesOf(plan([at(33, 124.999, 23.9, 'x'), at(33, 125.001, 24.1, 'y')]))).toHaveLength(1)
    expect(casesOf(plan([at(0.001, 179.999, 1, 'x'), at(-0.001, -179.999, 2, 'y')]))).toHaveLength(1)
    expect(casesOf(plan([at(33, 125, 0, 'x'), at(33, 125.2, 0, 'y')]))).toHaveLength(2)
    expect(casesOf(plan([at(33, 125, 0, 'x'), at(33, 125, 25, 'y')]))).toHaveLength(2)
  })

  it('finds everything within ten kilometres and a day, wherever it is', () => {
    const km = 1 / 111.2
    fc.assert(
      fc.property(
        fc.double({ min: -85, max: 85, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.double({ min: 0, max: 9.8, noNaN: true }),
        fc.double({ min: 0, max: 24, noNaN: true }),
        (lat, lon, angle, distance, hours) => {
          const other = lon + (distance * km * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180)
          const wrapped = other > 180 ? other - 360 : other < -180 ? other + 360 : other
          const pair = [
            at(lat, lon, 100, 'x'),
            at(lat + distance * km * Math.sin(angle), wrapped, 100 + hours, 'y'),
          ]
          expect(casesOf(plan(pair))).toHaveLength(1)
        },
      ),
      { numRuns: 300 },
    )
  })

  const profile: Profile = {
    institution: { name: 'Bank', bics: ['BBHOBDDH'] },
    accounts: [],
    operators: [],
    calendars: {},
    hosts: [{ name: 'SWIFT01', addresses: ['10.1.2.3'], roles: ['swift'] }],
    ships: [],
  }
  const onHost = (host: string) => finding({ watch: 'cyber', subjects: [ref('host', host)] })
  const paid = (bic: string, hours: number) =>
    finding({
      watch: 'payments',
      window: { start: hours * hour },
      subjects: [ref('payment', `p${hours}`), ref('account', bic)],
    })

  it('where malware on a payment host meets payments out of it, through the profile', () => {
    const [bad, payment] = [onHost('10.1.2.3'), paid('BBHOBDDHXXX', 40)]
    expect(plan([bad, payment], nothing, profile).steps[1]).toMatchObject({
      kind: 'add',
      joins: [{ rule: 'host-and-payments' }],
    })
    expect(casesOf(plan([bad, payment]))).toHaveLength(2)
    expect(casesOf(plan([bad, paid('OTHRXXDH', 40)], nothing, profile))).toHaveLength(2)
    expect(casesOf(plan([bad, paid('BBHOBDDH', 100)], nothing, profile))).toHaveLength(2)
  })

  it('also where the institution is but the sender of the message', () => {
    const sent = finding({ watch: 'payments', subjects: [ref('payment', '103|BBHOBDDHXXX|REF 7')] })
    expect(casesOf(plan([onHost('SWIFT01'), sent], nothing, profile))).toHaveLength(1)
  })

  it('where a log names a host by its address and another by its name', () => {
    expect(
      casesOf(plan([onHost('swift01.bank.example'), onHost('10.1.2.3')], nothing, profile)),
    ).toHaveLength(1)
  })

  it('and two cases become one by a finding that belongs to both', () => {
    const [a, b] = [finding(), finding({ subjects: [ref('party', 'b')] })]
    const both = finding({ subjects: [ref('party', 'a'), ref('party', 'b')] })
    expect(plan([a, b, both]).steps.map(({ kind }) => kind)).toEqual(['open', 'open', 'add', 'merge'])
    expect(casesOf(plan([a, b, both]))).toHaveLength(1)
  })

  it('never through "the network" or a rule that many met', () => {
    const network = () =>
      finding({ watch: 'cyber', subjects: [ref('place', 'network')], matches: [ref('rule', 'r')] })
    expect(casesOf(plan([network(), network()]))).toHaveLength(2)
  })
})

describe('guards', () => {
  it('an entry that more than twelve parties met joins nothing more', () => {
    const many = Array.from({ length: 1_000 }, (_, i) => met(`p${i}`, 'popular'))
    const cases = casesOf(plan(many))
    expect(cases).toHaveLength(989)
    expect(Math.max(...cases.map((one) => one.length))).toBe(12)
  })

  it('a chain of shared things stops at fifty subjects', () => {
    const chain = Array.from({ length: 200 }, (_, i) =>
      finding({
        subjects: [ref('party', `p${i}`)],
        matches: [ref('entity', `e${i}`), ref('entity', `e${i + 1}`)],
        severity: 'high',
      }),
    )
    expect(Math.max(...casesOf(plan(chain)).map((one) => one.length))).toBeLessThanOrEqual(50)
  })

  it('a hundred thousand findings of one subject are one case, and what is kept of them is bounded', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => finding({ window: { start: i } }))
    const { steps, keys } = plan(many)
    expect(steps.filter(({ kind }) => kind === 'open')).toHaveLength(1)
    expect(JSON.stringify(keys).length).toBeLessThan(2_000)
  })
})

describe('what persons have said', () => {
  const held = (id: number, party: string): HeldKey => ({
    rule: 'shared-subject',
    key: `party:${party}`,
    label: party,
    case: id,
    count: 1,
    subjects: [],
    members: [{ finding: `old-${id}`, start: 0, end: 0 }],
  })
  const head = (id: number, more = {}) => ({ id, open: true, worked: false, subjects: 1, ...more })
  const both = () => finding({ subjects: [ref('party', 'a'), ref('party', 'b')] })
  const around = (more: Partial<Surroundings> = {}): Surroundings => ({
    held: [held(1, 'a'), held(2, 'b')],
    cases: [head(1), head(2)],
    apart: [],
    ...more,
  })

  it('holds: cases put apart stay apart', () => {
    expect(plan([both()], around({ apart: [[2, 1]] })).steps.map(({ kind }) => kind)).toEqual(['add'])
  })

  it('holds when one of them has since become another', () => {
    const three = around({
      held: [held(1, 'a'), held(2, 'b'), held(3, 'c')],
      cases: [head(1), head(2), head(3)],
      apart: [[1, 2]],
    })
    const joining = finding({ subjects: [ref('party', 'b'), ref('party', 'c')] })
    const all = finding({ subjects: [ref('party', 'a'), ref('party', 'c')] })
    const { steps } = plan([joining, all], three)
    expect(steps.filter(({ kind }) => kind === 'merge')).toMatchObject([{ into: 2, from: 3 }])
  })

  it('two that both were worked on are only proposed to be one', () => {
    const worked = around({ cases: [head(1, { worked: true }), head(2, { worked: true })] })
    expect(plan([both()], worked).steps).toMatchObject([
      { kind: 'add', case: 1 },
      { kind: 'suggest', cases: [1, 2], because: 'worked' },
    ])
  })

  it('the one that was worked on stays', () => {
    const one = around({ cases: [head(1), head(2, { worked: true })] })
    expect(plan([both()], one).steps.at(-1)).toMatchObject({ kind: 'merge', into: 2, from: 1 })
  })

  it('a closed case takes nothing new; a case that follows it is opened', () => {
    const closed = around({ held: [held(1, 'a')], cases: [head(1, { open: false })] })
    expect(plan([finding()], closed).steps).toMatchObject([{ kind: 'open', follows: [1] }])
  })

  it('what is silenced goes to the case of its decision, closed or not', () => {
    const closed = around({ held: [], cases: [head(1, { open: false })] })
    const { steps } = planJoining([{ finding: finding(), silencedIn: 1 }], closed, {})
    expect(steps).toMatchObject([{ kind: 'add', case: 1, joins: [{ rule: 'decided-before' }] }])
  })
})

describe('joining', () => {
  const some = fc.array(
    fc.record({
      party: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      other: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      entity: fc.constantFrom('x', 'y', 'z'),
      severity: fc.constantFrom('low', 'high') as fc.Arbitrary<Finding['severity']>,
    }),
    { maxLength: 12 },
  )
  const toFindings = (
    raw: readonly { party: string; other: string; entity: string; severity: Finding['severity'] }[],
  ) =>
    raw.map(({ party, other, entity, severity }, i) =>
      finding({
        id: `g${i}`,
        subjects: [ref('party', party), ref('party', other)],
        matches: [ref('entity', entity)],
        severity,
      }),
    )

  it('gives the same cases in whatever order findings come, as long as nothing is a hub', () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (raw, keys) => {
        const findings = toFindings(raw)
        const order = new Map(findings.map((one) => [one, keys.next().value as number]))
        const shuffled = findings.toSorted((a, b) => order.get(a)! - order.get(b)!)
        expect(casesOf(plan(shuffled))).toEqual(casesOf(plan(findings)))
      }),
    )
  })

  it('gives the same cases one by one as all at once', () => {
    fc.assert(
      fc.property(some, (raw) => {
        const findings = toFindings(raw)
        expect(oneByOne(findings)).toEqual(casesOf(plan(findings)))
      }),
    )
  })
})

/** Joins findings singly, keeping between them what a store would keep. */
function oneByOne(findings: readonly Finding[]): string[][] {
  const members = new Map<number, string[]>()
  let held: HeldKey[] = []
  const subjects = new Map<number, number>()
  for (const one of findings) {
    const probes = probesOf([one], {})
    const around = held.filter((key) =>
      probes.some(({ rule, key: asked }) => rule === key.rule && asked === key.key),
    )
    const cases = [...members.keys()].map((id) => ({
      id,
      open: true,
      worked: false,
      subjects: subjects.get(id) ?? 0,
    }))
    const { steps, keys } = planJoining([{ finding: one }], { held: around, cases, apart: [] }, {})
    const numbered = (id: number) => (id > 0 ? id : members.size + 1_000 * (findings.indexOf(one) + 1))
    let opened: number | undefined
    for (const step of steps) {
      if (step.kind === 'open') {
        opened = numbered(step.case)
        members.set(opened, [one.id])
      } else if (step.kind === 'add') members.get(step.case)!.push(one.id)
      else if (step.kind === 'merge') {
        members.get(step.into)!.push(...members.get(step.from)!)
        members.delete(step.from)
        held = held.map((key) => (key.case === step.from ? { ...key, case: step.into } : key))
      }
    }
    for (const key of keys) {
      const id = key.case > 0 ? key.case : opened!
      held = held.filter((other) => !(other.rule === key.rule && other.key === key.key && other.case === id))
      held.push({ ...key, case: id })
    }
  }
  return [...members.values()].map((one) => one.sort()).sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
}
