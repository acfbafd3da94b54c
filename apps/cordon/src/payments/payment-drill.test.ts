import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bytesOf } from '@cordon/formats'
import type { Finding } from '@cordon/model'
import {
  type OrderVerdict,
  orderRuleId,
  PaymentWatch,
  paymentRuleKinds,
  type ReadObservation,
  RjeWriter,
  simulate,
  simulatedProfile,
  syntheticMark,
} from '@cordon/payments'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { loadPaymentPack } from './pack.ts'
import { readProfile } from './profile-file.ts'
import { readStream } from './read-stream.ts'
import { watchIntoStore, watchOnce } from './watch-payments.ts'

const rules = loadPaymentPack()
const knowledge = { profile: simulatedProfile, rules, versions: { profile: 'test' } }

describe('the rules of the pack', () => {
  it('use every kind there is, each with a reason and its own id', () => {
    expect(new Set(rules.rules.map(({ kind }) => kind))).toEqual(new Set(paymentRuleKinds))
    expect(new Set(rules.rules.map(({ id }) => id)).size).toBe(rules.rules.length)
    for (const { rationale } of rules.rules) expect(rationale).toMatch(/\w.*\.$/)
  })

  it('let no single sign be enough', () => {
    for (const { most } of rules.rules) expect(most).toBeLessThan(rules.method.review)
    expect(rules.method.leastFamilies).toBeGreaterThanOrEqual(2)
  })
})

/** Thirty days of the made-up bank, a tenth of its real size, with the theft of the record in it. */
function play(seed: number) {
  const verdicts = new Map<string, OrderVerdict>()
  const watch = new PaymentWatch({ onVerdict: (verdict) => verdicts.set(verdict.order.id, verdict) })
  watch.start(knowledge)
  const stolen: string[] = []
  const findings: Finding[] = []
  let messages = 0
  for (const day of simulate({ seed, messagesPerDay: 2_000, heist: 'record' }))
    for (const { observation, isStolen } of day) {
      messages++
      if (isStolen) stolen.push(observation.message.id)
      findings.push(...watch.observe([observation]), ...watch.advance(observation.time!))
    }
  return { verdicts, stolen, findings, messages }
}

describe('the drill of February 2016', () => {
  const { verdicts, stolen, findings, messages } = play(41)

  it('has 35 orders for 951 million dollars', () => {
    expect(stolen).toHaveLength(35)
    const sum = stolen.reduce((all, id) => all + verdicts.get(id)!.order.amount, 0)
    expect(Math.round(sum / 1e6)).toBe(951)
  })

  it('recommends review or hold for each of them when it comes, before any confirmation is due', () => {
    for (const id of stolen) expect(verdicts.get(id)!.recommendation, id).not.toBe('pass')
  })

  it('tells why in words', () => {
    const first = findings.find(({ subjects }) => subjects[0]?.id === stolen[0])
    expect(first!.evidence.map(({ feature }) => feature)).toEqual(
      expect.arrayContaining(['off-hours', 'first-beneficiary', 'citation']),
    )
    expect(first!.statement).toMatch(/^(Hold|Review) SYN/)
  })

  it('leaves at least 995 of 1,000 ordinary messages alone', () => {
    const told = new Set(
      findings.filter(({ rule }) => rule === orderRuleId).map(({ subjects }) => subjects[0]!.id),
    )
    for (const id of stolen) told.delete(id)
    expect(told.size / messages).toBeLessThan(0.005)
  })

  it('tells on Sunday that the confirmations are kept back', () => {
    const silence = findings.find(({ statement }) => statement.includes('kept back'))
    expect(silence).toMatchObject({
      rule: 'missing-answer',
      severity: 'high',
      subjects: [{ id: 'SYNRES0001' }],
    })
  })
})

describe('what is simulated', () => {
  it('is marked so in each order, and is the same for the same seed', () => {
    const day = () =>
      [...simulate({ seed: 3, days: 3, messagesPerDay: 200, from: '2016-02-03', heist: 'record' })].flat()
    expect(day()).toEqual(day())
    for (const { observation } of day()) {
      const { message } = observation
      if (message.acknowledgement || message.type === '950') expect(message.id).toMatch(/^SYN/)
      else expect(JSON.stringify(message.transactions)).toContain(syntheticMark)
    }
  })

  it('has the same ordinary orders with any theft, or none', () => {
    const ordinary = (heist?: 'record' | 'careful') =>
      [...simulate({ seed: 3, days: 20, messagesPerDay: 100, from: '2016-01-20', ...(heist && { heist }) })]
        .flat()
        .filter(({ isStolen, observation }) => !isStolen && observation.message.session !== undefined)
        .map(({ observation: { message, time } }) => [message.id, time, message.transactions])
    expect(ordinary('record')).toEqual(ordinary())
    expect(ordinary('careful')).toEqual(ordinary())
  })
})

describe('a stream of a file', () => {
  let folder: string
  let scratch: ScratchStore
  const input = () => join(folder, 'stream.ndjson')
  const none = { latenessMinutes: 10, onRejects: async () => {} }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cordon-payments-'))
    const days = [...simulate({ seed: 5, days: 28, messagesPerDay: 300, heist: 'record' })]
    await writeFile(
      input(),
      days
        .flat()
        .map(({ observation }) => `${JSON.stringify(observation)}\n`)
        .join(''),
    )
    scratch = await scratchStore()
  })
  afterAll(async () => {
    await scratch.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('gives in the store what it gives without, and nothing twice', async () => {
    const found = new Map<string, number>()
    const once = await watchOnce({
      ...none,
      inputs: [input()],
      knowledge,
      onFindings: async (findings) => {
        for (const { id, revision } of findings) found.set(id, Math.max(revision, found.get(id) ?? 0))
      },
    })
    expect(once.isSynthetic).toBe(true)
    expect(found.size).toBeGreaterThan(35)
    const { run } = await watchIntoStore(scratch.store, 'test', { ...none, inputs: [input()], knowledge })
    expect(run).toMatchObject({ ended: true, observed: once.observed })
    const { rows } = await scratch.store.database.pool.query('select id from finding order by id')
    expect(rows.map(({ id }) => id)).toEqual([...found.keys()].sort())
    const again = await watchIntoStore(scratch.store, 'test', { ...none, inputs: [input()], knowledge })
    expect(again.run.commits).toBe(run.commits)
  })
})

describe('a stream of SWIFT MT', () => {
  it('has the same orders, with account, beneficiary, sum and time', async () => {
    const messages = [
      ...simulate({ seed: 5, days: 3, messagesPerDay: 200, from: '2016-02-03', heist: 'record' }),
    ]
      .flat()
      .map(({ observation }) => observation)
    const ordersIn = async (
      stream: AsyncIterable<{ records: readonly ReadObservation[]; rejects: readonly object[] }>,
    ) => {
      const orders: unknown[] = []
      const watch = new PaymentWatch({
        onVerdict: ({ order: { id, account, accountKey, nameKey, bank, amount, currency, time } }) =>
          // The header of an acknowledgement has minutes.
          orders.push([
            id,
            account,
            accountKey,
            // A line of MT has 35 characters.
            nameKey?.slice(0, 30),
            bank,
            amount,
            currency,
            Math.round(time / 300_000),
          ]),
      })
      watch.start(knowledge)
      for await (const { records, rejects } of stream) {
        expect(rejects).toEqual([])
        for (const { observation } of records) [...watch.observe([observation])]
      }
      return orders.map((order) => JSON.stringify(order)).sort()
    }
    const writer = new RjeWriter()
    const rje = messages.map(({ message }) => writer.add(message)).join('') + writer.rest()
    const lines = messages.map((one) => JSON.stringify(one)).join('\n')
    const [mt, plain] = [
      await ordersIn(readStream(bytesOf(rje), 'a')),
      await ordersIn(readStream(bytesOf(lines), 'b')),
    ]
    const withoutTime = (orders: readonly string[]) => orders.map((order) => order.replace(/,\d+\]$/, ''))
    expect(withoutTime(mt)).toEqual(withoutTime(plain))
    expect(mt.filter((order, index) => order === plain[index]).length).toBeGreaterThan(mt.length * 0.7)
  })
})

describe('the profile', () => {
  it('is read from YAML, and refused with what is wrong in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cordon-profile-'))
    const file = join(folder, 'bank.yaml')
    await writeFile(file, stringify(simulatedProfile))
    expect((await readProfile(file)).profile).toEqual(simulatedProfile)
    await writeFile(
      file,
      stringify({ ...simulatedProfile, operators: [{ id: 'x', timeZone: 'Dhaka', hours: [] }] }),
    )
    await expect(readProfile(file)).rejects.toMatchObject({
      code: 'CORDON_PROFILE',
      found: expect.stringContaining('Asia/Dhaka'),
    })
    await rm(folder, { recursive: true })
  })
})
