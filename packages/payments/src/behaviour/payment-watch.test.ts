import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulate } from '../simulator/simulate.ts'
import { simulatedProfile } from '../simulator/world.ts'
import { accountBounds } from './account-history.ts'
import { mostPending } from './answers.ts'
import type { PaymentObservation } from './observation.ts'
import { PaymentWatch } from './payment-watch.ts'
import { mostReferences } from './reference-book.ts'
import { suspectBounds } from './suspects.ts'
import { answer, order, ordinary, run, testProfile, testRule, testRules } from './testing-stream.ts'

const night = testRule('off-hours', 'time')
const person = testRule('natural-person', 'party')
const missing = (changes: object = {}) =>
  testRule('missing-answer', 'answer', { least: 20, confirmationHours: 4, entryHours: 40, ...changes })

/** Ordinary orders, each acknowledged and confirmed within the hour. */
function answered(): PaymentObservation[] {
  return ordinary().flatMap((one) => {
    const at = (minutes: number) =>
      new Date(one.time! + 6 * 3_600_000 + minutes * 60_000).toISOString().slice(0, 19)
    return [
      one,
      answer('ACK', one.message.id, at(1)),
      answer('debitConfirmation', one.message.id, at(40), amountOf(one)),
    ]
  })
}
const amountOf = ({ message }: PaymentObservation) => message.transactions[0]!.amount!.value
const sorted = (stream: PaymentObservation[]) => stream.sort((a, b) => a.time! - b.time!)

describe('several weak signs', () => {
  it('are one recommendation, with each sign, its weight and its reason', () => {
    const theft = order({ at: '2016-02-04T20:36:00', id: 'THEFT', name: 'Maria Santos' })
    const { findings } = run(testRules([night, person]), [...ordinary(), theft])
    expect(findings).toHaveLength(1)
    const [finding] = findings
    expect(finding).toMatchObject({
      watch: 'payments',
      rule: 'payment-behaviour',
      severity: 'medium',
      subjects: [
        { kind: 'payment', id: 'THEFT' },
        { kind: 'account', id: 'RES-1' },
      ],
      knowledgeVersions: { profile: '1', 'test-rules': '1' },
    })
    expect(finding!.statement).toMatch(/^Review THEFT, 1,234.56 USD to Maria Santos/)
    expect(finding!.evidence[0]).toMatchObject({ feature: 'recommendation', query: 'review' })
    expect(finding!.evidence.map(({ feature }) => feature)).toEqual(
      expect.arrayContaining(['off-hours', 'natural-person']),
    )
    expect(finding!.evidence.find(({ feature }) => feature === 'natural-person')?.path).toBe(':59:/2')
  })

  it('one sign alone is a pass, however heavy', () => {
    const heavy = { ...night, most: 50, usual: 1e-9 }
    const { findings, verdicts } = run(testRules([heavy]), [
      ...ordinary(),
      order({ at: '2016-02-04T20:36:00' }),
    ])
    expect(verdicts.at(-1)!.total).toBeGreaterThan(5)
    expect(findings).toEqual([])
  })

  it('of one family count in part', () => {
    const twin = { ...night, id: 'night-again' }
    const stream = [...ordinary(), order({ at: '2016-02-04T20:36:00' })]
    const one = run(testRules([night]), stream).verdicts.at(-1)!.total
    const both = run(testRules([night, twin]), stream).verdicts.at(-1)!.total
    expect(both).toBeCloseTo(1.3 * one, 2)
  })

  it('weigh less where the account shows them every day', () => {
    const late = ordinary().map(({ time }) =>
      order({
        at: `${new Date(time! + 6 * 3_600_000).toISOString().slice(0, 11)}21:00:00`,
        amount: '1500.00',
      }),
    )
    const theft = order({ at: '2016-02-04T20:36:00', name: 'Maria Santos' })
    expect(run(testRules([night, person]), [...late, theft]).findings).toEqual([])
  })
})

describe('answers', () => {
  const theft = order({ at: '2016-01-28T17:00:00', id: 'THEFT', name: 'Maria Santos' })
  const ack = answer('ACK', 'THEFT', '2016-01-28T17:01:00')
  const later = order({ at: '2016-01-29T15:00:00' })

  it('that never come are a sign; with another it is told, once time has shown it', () => {
    const { findings } = run(testRules([person, missing()]), sorted([...answered(), theft, ack, later]))
    const found = findings.find(({ subjects }) => subjects[0]?.id === 'THEFT')
    expect(found).toMatchObject({ rule: 'payment-behaviour', revision: 1 })
    expect(found!.statement).toContain('No confirmation had come')
  })

  it('that come are none', () => {
    const confirmed = answer('debitConfirmation', 'THEFT', '2016-01-28T18:00:00')
    const { findings } = run(
      testRules([person, missing()]),
      sorted([...answered(), theft, ack, confirmed, later]),
    )
    expect(findings).toEqual([])
  })

  it('are not missed before they are due, nor where the stream just ends', () => {
    const { findings, watch } = run(testRules([person, missing()]), sorted([...answered(), theft, ack]))
    expect(findings.filter(({ subjects }) => subjects[0]?.id === 'THEFT')).toEqual([])
    expect(
      [...watch.advance(Number.MAX_SAFE_INTEGER)].filter(({ subjects }) => subjects[0]?.id === 'THEFT'),
    ).toEqual([])
  })

  it('are not missed from who never gives them', () => {
    const { findings } = run(testRules([person, missing()]), sorted([...ordinary(), theft, later]))
    expect(findings).toEqual([])
  })

  it('wait over the weekend of who gives them', () => {
    // Friday evening in New York; the next working day is Monday.
    const friday = order({ at: '2016-01-29T23:30:00', id: 'FRIDAY', name: 'Maria Santos' })
    const acknowledged = answer('ACK', 'FRIDAY', '2016-01-29T23:31:00')
    const sunday = order({ at: '2016-01-31T12:00:00' })
    const rules = testRules([person, missing({ confirmationHours: 10 })])
    const { findings } = run(rules, sorted([...answered(), friday, acknowledged, sunday]))
    expect(findings.filter(({ subjects }) => subjects[0]?.id === 'FRIDAY')).toEqual([])
  })

  it('that fail for many orders at once are told of the account: the printer is silent', () => {
    const silent = Array.from({ length: 12 }, (_, index) =>
      order({ at: `2016-01-31T10:${String(10 + index)}:00`, id: `SILENT${index}` }),
    )
    const stream = sorted([...answered(), later, ...silent, order({ at: '2016-02-03T15:00:00' })])
    const { findings } = run(testRules([missing({ many: 5, settleDays: 0 })]), stream)
    expect(findings.some(({ statement }) => statement.includes('Is what answers them kept back?'))).toBe(true)
  })

  it('that ask about an order, or stop it, are signs of it', () => {
    const queried = testRule('queried', 'answer')
    const asked = answer('freeFormat', 'THEFT', '2016-01-28T18:00:00')
    const { findings } = run(testRules([person, queried]), [...ordinary(), theft, asked])
    expect(findings[0]).toMatchObject({ rule: 'payment-behaviour', subjects: [{ id: 'THEFT' }, {}] })
    expect(run(testRules([person, queried]), [...ordinary(), theft]).findings).toEqual([])
  })
})

describe('acknowledgements that carry the copy of their order', () => {
  it('are the order where it was not seen before, and only its answer where it was', () => {
    const sent = order({ at: '2016-01-28T17:00:00', id: 'PAY', name: 'Maria Santos' })
    const copy: PaymentObservation = {
      message: { ...sent.message, acknowledgement: 'ACK' },
      time: sent.time! + 5_000,
    }
    expect(run(testRules([person]), [copy]).verdicts).toHaveLength(1)
    expect(run(testRules([person]), [sent, copy]).verdicts).toHaveLength(1)
    const { watch } = run(testRules([missing()]), [copy])
    expect(watch.snapshot().answers.pending[0]![1].done).toEqual(['acknowledgement'])
  })
})

describe('debits', () => {
  const rule = testRule('unmatched-entry', 'answer', { startUpDays: 2, least: 500 })
  it('without an order are told, by confirmation or by statement', () => {
    for (const kind of ['debitConfirmation', 'statementEntry'] as const) {
      const { findings } = run(testRules([rule]), [
        ...ordinary(),
        answer(kind, 'NOBODY', '2016-01-28T18:00:00'),
      ])
      expect(findings).toMatchObject([
        { rule: 'unmatched-entry', severity: 'high', subjects: [{ id: 'NOBODY' }, {}] },
      ])
    }
  })
  it('in another sum than ordered are told', () => {
    const theft = order({ at: '2016-01-28T17:00:00', id: 'PAY', amount: '1000.00' })
    const entry = answer('debitConfirmation', 'PAY', '2016-01-28T18:00:00', '20000000.00')
    const { findings } = run(testRules([rule]), [...ordinary(), theft, entry])
    expect(findings[0]!.statement).toContain('the order was for 1,000 USD')
  })
  it('of known orders, charges, and what came before the stream are not', () => {
    const theft = order({ at: '2016-01-28T17:00:00', id: 'PAY' })
    const stream = [
      answer('debitConfirmation', 'BEFORE', '2016-01-10T09:00:00'),
      ...ordinary(),
      theft,
      answer('debitConfirmation', 'PAY', '2016-01-28T18:00:00'),
      answer('statementEntry', 'CHARGES', '2016-01-28T19:00:00', '35.00'),
    ]
    expect(run(testRules([rule]), stream).findings).toEqual([])
  })
})

describe('numbers of messages', () => {
  const rule = testRule('sequence-gap', 'answer', { waitMinutes: 60 })
  const numbered = (sequence: number, at: string) => order({ at: `2016-01-12T${at}:00`, sequence })
  it('that are missing are told after the wait', () => {
    const stream = [numbered(1, '10:00'), numbered(2, '10:01'), numbered(5, '10:02'), numbered(6, '11:30')]
    const { findings } = run(testRules([rule]), stream)
    expect(findings).toHaveLength(1)
    expect(findings[0]!.statement).toContain('messages 3 to 4 are missing')
  })
  it('that come late are not missing', () => {
    const stream = [numbered(1, '10:00'), numbered(3, '10:01'), numbered(2, '10:20'), numbered(4, '11:30')]
    expect(run(testRules([rule]), stream).findings).toEqual([])
  })
})

describe('orders that were received from a respondent', () => {
  it('are watched by the respondent, and what comes in for own customers is not', () => {
    const profile = { ...testProfile, institution: { name: 'Corr', bics: ['CORRUS33XXX'] }, accounts: [] }
    const { verdicts } = run(
      testRules([person]),
      [order({ at: '2016-01-12T10:00:00', name: 'Maria Santos' })],
      profile,
    )
    expect(verdicts[0]!.order).toMatchObject({ direction: 'received', account: 'TESTBDDH:USD' })
    const credit = order({ at: '2016-01-12T10:00:00', name: 'Maria Santos', bank: 'CORRUS33' })
    expect(run(testRules([person]), [credit], profile).verdicts).toEqual([])
  })
})

const everyKind = [
  night,
  person,
  missing(),
  testRule('day-off', 'time'),
  testRule('closed-ends', 'time'),
  testRule('unusual-hour', 'time'),
  testRule('burst', 'company', { of: 'bank', least: 2 }),
  testRule('first-payment', 'novelty'),
  testRule('known-beneficiary', 'novelty', {}, { expected: 0.02, usual: 0.5 }),
  testRule('unusual-amount', 'size'),
  testRule('round-sum', 'party'),
  testRule('near-duplicate', 'reference'),
  testRule('altered', 'reference'),
  testRule('misspelt-word', 'reference'),
  testRule('company', 'company'),
  testRule('queried', 'answer'),
  testRule('unmatched-entry', 'answer'),
  testRule('sequence-gap', 'answer'),
]
const rules = testRules(everyKind, { startUpDays: 4, startUpOrders: 30, review: 5, hold: 7 })
const known = { profile: simulatedProfile, rules, versions: {} }
const traffic = [...simulate({ seed: 7, days: 16, from: '2016-01-24', messagesPerDay: 400, heist: 'record' })]
  .flat()
  .map(({ observation }) => observation)

/** Plays the traffic cut as asked, each time saved and taken up again through JSON where asked; advances each hour of the stream. */
function play(cuts: readonly number[], isSaved: boolean): string {
  let watch = new PaymentWatch()
  watch.start(known)
  const findings: string[] = []
  const keep = (some: Iterable<object>) => {
    for (const one of some) findings.push(JSON.stringify(one))
  }
  let hour = 0
  let cut = 0
  for (let at = 0; at < traffic.length; ) {
    const size = cuts[cut++ % cuts.length]!
    let end = at
    // As the runner does: a batch is cut where the watermark moves.
    for (const stop = Math.min(traffic.length, at + size); end < stop; end++) {
      const now = Math.floor(traffic[end]!.time! / 3_600_000)
      if (now <= hour) continue
      keep(watch.observe(traffic.slice(at, end)))
      at = end
      hour = now
      keep(watch.advance(now * 3_600_000))
    }
    keep(watch.observe(traffic.slice(at, end)))
    at = end
    if (!isSaved) continue
    const saved = JSON.parse(JSON.stringify(watch.snapshot()))
    watch = new PaymentWatch()
    watch.start(known, saved)
  }
  return findings.join('\n')
}

describe('the watch as a whole', () => {
  const quiet = play([100_000], false)

  it('finds something in this traffic', () => {
    expect(quiet.split('\n').length).toBeGreaterThan(35)
  })

  it('gives the same findings however the stream is cut, and saved and taken up again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 40, max: 900 }), { minLength: 1, maxLength: 5 }), (cuts) => {
        expect(play(cuts, true)).toBe(quiet)
      }),
      { numRuns: 6 },
    )
  })

  it('takes what it needs from new rules, and goes on', () => {
    const watch = new PaymentWatch()
    watch.start(known)
    const half = traffic.length / 2
    const first = [...watch.observe(traffic.slice(0, half)), ...watch.learn(known)]
    const second = [...watch.observe(traffic.slice(half))]
    const plain = new PaymentWatch()
    plain.start(known)
    expect([...first, ...second]).toEqual([...plain.observe(traffic)])
  })

  it('keeps its state in bounds, however many accounts and beneficiaries come', () => {
    const watch = new PaymentWatch()
    watch.start(known)
    const many = Array.from({ length: 9_000 }, (_, index) =>
      order({
        at: '2016-01-12T10:00:00',
        name: `Firm ${index} Limited`,
        account: `N${index}`,
        bank: `B${String.fromCharCode(65 + (index % 26), 65 + ((index / 26) % 26))}AUS${33 + (index % 60)}`,
        currency: 'USD',
      }),
    )
    for (let at = 0; at < many.length; at += 1_000) [...watch.observe(many.slice(at, at + 1_000))]
    const { histories, references, answers, suspects } = watch.snapshot()
    const [account] = histories.accounts.map(([, state]) => state)
    expect(account!.met.accounts.length).toBe(accountBounds.beneficiaries)
    expect(account!.met.banks.length).toBeLessThanOrEqual(accountBounds.banks)
    expect(account!.levels.length).toBeLessThanOrEqual(accountBounds.levels)
    expect(account!.recent.length).toBe(accountBounds.recent)
    expect(account!.lastOrders.length).toBe(accountBounds.lastOrders)
    expect(references.length).toBeLessThanOrEqual(mostReferences)
    expect(answers.pending.length).toBeLessThanOrEqual(mostPending)
    for (const [, list] of suspects) expect(list.length).toBeLessThanOrEqual(suspectBounds.each)
  })

  it('survives messages with nothing in them', () => {
    const watch = new PaymentWatch()
    watch.start(known)
    const bare: PaymentObservation[] = [
      { message: { family: 'MX', type: '', id: '', transactions: [] } },
      {
        message: {
          family: 'MX',
          type: 'pacs.008.001.08',
          id: 'x',
          transactions: [{ kind: 'customerTransfer', references: {}, parties: [], texts: [] }],
        },
      },
      {
        time: 1e12,
        message: {
          family: 'MX',
          type: 'camt.053.001.08',
          id: 'y',
          transactions: [
            {
              kind: 'statementEntry',
              references: {},
              amount: { value: 'x', currency: '' },
              parties: [],
              texts: [],
            },
          ],
        },
      },
    ]
    expect([...watch.observe(bare), ...watch.advance(2e12)]).toEqual([])
    expect(JSON.parse(JSON.stringify(watch.snapshot()))).toBeTruthy()
  })
})
