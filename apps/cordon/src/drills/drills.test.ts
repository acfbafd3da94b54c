import { beforeAll, describe, expect, it } from 'vitest'
import { compareRuns } from './compare-runs.ts'
import { drillNamed, loadDrills } from './drill-files.ts'
import type { Drill } from './drill-form.ts'
import { type DrillKnowledge, DrillRoom } from './drill-knowledge.ts'
import type { DrillResult } from './drill-result.ts'
import { drillText } from './drill-text.ts'
import { headlineOf } from './headline.ts'
import { runDrill } from './run-drill.ts'

let room: DrillRoom
let drills: Map<string, Drill>
const results = new Map<string, DrillResult>()

beforeAll(async () => {
  room = await DrillRoom.open()
  const files = loadDrills(room.names)
  expect(files.flatMap(({ id, faults }) => faults.map((fault) => ({ id, ...fault })))).toEqual([])
  drills = new Map(files.map(({ id, drill }) => [id, drill!]))
})

async function play(
  drill: Drill,
  knowledge: DrillKnowledge = room.ofPack(),
  share = 0.25,
): Promise<DrillResult> {
  const run = runDrill(drill, knowledge, { share })
  for (;;) {
    const step = await run.next()
    if (step.done) return step.value
  }
}

/** Of each drill: what it comes to, and what of it is late or missed. */
const outcomes: Readonly<Record<string, readonly [DrillResult['outcome'], ...string[]]>> = {
  '3cx-2023': ['missed'],
  'applejeus-2018': ['seen'],
  'bangladesh-bank-2016': ['seen'],
  'bank-attempts-2015-2018': ['partly', 'first-order'],
  'bybit-2025': ['missed'],
  'darkseoul-2013': ['seen'],
  'ddos-2009': ['seen'],
  'fastcash-2016': ['seen'],
  'nonghyup-2011': ['seen'],
  'remote-it-workers': ['seen'],
  'ronin-2022': ['seen'],
  'ship-to-ship': ['seen'],
  'sony-2014': ['seen'],
  'ten-days-of-rain-2011': ['seen'],
  'wannacry-2017': ['seen'],
}
/** Payments need their whole past: an account that is hardly used says little. */
const whole = new Set(['bangladesh-bank-2016', 'bank-attempts-2015-2018'])

describe('every operation of the pack, replayed through all doors among ordinary traffic', () => {
  it('there is a drill of each', () => {
    expect([...drills.keys()]).toEqual(Object.keys(outcomes))
  })

  for (const [id, [outcome, ...notInTime]] of Object.entries(outcomes))
    it(id, async () => {
      const result = await play(drills.get(id)!, room.ofPack(), whole.has(id) ? 1 : 0.25)
      results.set(id, result)
      expect(result.expected.filter(({ status }) => status !== 'in-time').map((one) => one.id)).toEqual(
        notInTime,
      )
      expect(result.expectedCases.filter(({ status }) => status !== 'joined')).toEqual([])
      expect(result.outcome).toBe(outcome)
      // What no door sees is said, with the reason.
      for (const step of result.steps) if (step.status === 'no-door') expect(step.why).toBeTruthy()
      for (const { ordinary } of result.doors) expect(ordinary).toBeGreaterThan(400)
    })
})

describe('Bangladesh Bank: malware in the SWIFT server and payments out of it', () => {
  const result = () => results.get('bangladesh-bank-2016')!

  it('ends as one case of two doors, joined by the host for payments and the account', () => {
    const [only, ...others] = result().cases
    expect(others).toEqual([])
    expect(only!.doors).toEqual(['network', 'payments'])
    const rules = new Set(only!.findings.flatMap(({ joins }) => joins.map(({ rule }) => rule)))
    expect([...rules]).toEqual(expect.arrayContaining(['host-and-payments', 'shared-subject']))
    expect(only!.severity).toBe('critical')
  })

  it('is told before the first order is sent, hours before one is carried out, days before it was discovered', () => {
    const hours = Object.fromEntries(result().milestones.map(({ id, lead }) => [id, lead! / 3_600_000]))
    expect(hours['first-order']).toBeCloseTo(16 / 60, 2)
    expect(hours['first-settled']).toBeCloseTo(7.67, 1)
    expect(hours.discovered).toBeCloseTo(40.2, 1)
    const last = result().milestones.find(({ id }) => id === 'discovered')!
    expect(headlineOf(result())).toEqual({ milestone: last.title, ms: last.lead })
  })

  it('says what the ordinary traffic gives by itself, and keeps it apart from what the operation gives', () => {
    const { falseAlarms, findings } = result()
    expect(falseAlarms.count).toBe(falseAlarms.byRule.reduce((sum, { count }) => sum + count, 0))
    expect(falseAlarms.count).toBeGreaterThan(0)
    expect(findings.filter(({ door, expected }) => door === 'network' && !expected)).toEqual([])
  })

  it('is written for a terminal with what came, how early, what no door sees, and the case', () => {
    const text = drillText(result())
    expect(text).toMatch(/SEEN, 11 of 11 expected findings in time/)
    expect(text).toMatch(/40 hours before: Discovered \(/)
    expect(text).toMatch(/Four accounts opened in Manila: They were opened at another bank/)
    expect(text).toMatch(/one case: Malware in the SWIFT server and payments out of it/)
  })
})

describe('the same drill', () => {
  it('gives the same bytes, and others with other ordinary traffic', async () => {
    const drill = drills.get('wannacry-2017')!
    const [one, other] = [await play(drill), await play(drill)]
    expect(JSON.stringify(other)).toBe(JSON.stringify(one))
    const reseeded = { ...drill, ordinary: { ...drill.ordinary, seed: 99 } }
    expect((await play(reseeded)).digest).not.toBe(one.digest)
  })
})

describe("against a site's own rules", () => {
  const own = `title: Ours for shadow copies
id: 6f2f0c5e-3f1e-4a1c-9d6a-0f5f4b0c1a11
status: test
level: high
logsource: { product: windows, category: process_creation }
detection:
  a: { CommandLine|contains: 'vssadmin delete shadows' }
  condition: a
`
  it('says what they see, by which of them, and why the rest was missed; rules that do not compile are named', async () => {
    const broken = own.replace('condition: a', 'condition: nothing and')
    const files = [
      { name: 'ours/shadow.yml', text: own },
      { name: 'ours/broken.yml', text: broken.replace('6f2f', '6f30') },
      { name: 'ours/notes.yml', text: 'hello: world\n' },
    ]
    const result = await play(drills.get('wannacry-2017')!, room.ofSite(files, 'ours'))
    expect(result.against).toMatchObject({ name: 'ours', isOwn: true })
    expect(result.against.rejects.map(({ where }) => where.split(/[: ]/)[0])).toEqual(
      expect.arrayContaining(['ours/broken.yml', 'ours/notes.yml']),
    )
    expect(result.outcome).toBe('partly')
    const [lookup, , , recovery] = result.expected
    expect(lookup).toMatchObject({ status: 'missed', why: expect.stringContaining('ours has no rule') })
    expect(recovery).toMatchObject({ status: 'in-time', foundBy: 'Ours for shadow copies' })
  })

  it('tuning alone leaves the rules of the pack running, less what it turns off', async () => {
    const files = [{ name: 'site.yaml', text: 'disable: [Look-up of a kill-switch name of WannaCry]\n' }]
    const result = await play(drills.get('wannacry-2017')!, room.ofSite(files, 'ours'))
    expect(result.expected.map(({ status }) => status)).toEqual(['missed', 'in-time', 'in-time', 'in-time'])
    expect(result.expected[0]!.why).toBe(
      '"Look-up of a kill-switch name of WannaCry" is turned off by the tuning.',
    )
  })

  it('thresholds for payments alone change those, and a run can be compared with one before', async () => {
    const before = results.get('bangladesh-bank-2016')!
    const files = [{ name: 'thresholds.yaml', text: 'method: { review: 16, hold: 20 }\n' }]
    const after = await play(drills.get('bangladesh-bank-2016')!, room.ofSite(files, 'ours'), 1)
    expect(after.falseAlarms.count).toBeLessThan(before.falseAlarms.count)
    const compared = compareRuns(before, after)
    expect(compared.inTime).toBeLessThan(0)
    expect(compared.verdict).toBe('worse')
    expect(compared.findings.find(({ id }) => id === 'orders')?.change).toBe('worse')
    expect(compareRuns(before, before)).toMatchObject({ verdict: 'same', inTime: 0, falseAlarms: 0 })
  })

  it('a folder without any is an error that says what was looked for', () => {
    expect(() => room.ofSite([], 'empty')).toThrow(/Sigma rules, stream rules, tuning/)
    expect(() => room.ofSite([{ name: 'a.yml', text: 'x: 1' }], 'odd')).toThrow(/none of which is one: a.yml/)
  })
})

it('a name that no drill has is answered with those that are near', () => {
  const files = loadDrills(room.names)
  expect(() => drillNamed(files, 'bangladesh')).toThrow(
    expect.objectContaining({ remedy: expect.stringContaining('Did you mean bangladesh-bank-2016?') }),
  )
  expect(() => drillNamed(files, 'wanacry-2017')).toThrow(
    expect.objectContaining({ remedy: expect.stringContaining('wannacry-2017') }),
  )
})
