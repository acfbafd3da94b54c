/**
 * What the watch over payments recommends on thirty days of generated traffic with the theft of February 2016 in it, and with
 * variants of the theft that a more careful thief would choose. All of it is synthetic, and the hand that wrote the traffic wrote
 * the rules: the figures say how the method works, not how often it would be right in a bank.
 *
 *     npx tsx --conditions=cordon-source bench/payments/heist.ts [SEED ...] [--messages 20000] [--variants record,careful]
 *     npx tsx --conditions=cordon-source bench/payments/heist.ts --table RESULTS.ndjson
 *
 * A line of JSON for each seed and variant goes to standard output, the table to standard error.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type BehaviourKnowledge,
  type HeistVariant,
  heistDays,
  heistVariants,
  orderRuleId,
  type PaymentState,
  PaymentWatch,
  simulate,
  simulatedProfile,
} from '@cordon/payments'
import { loadPaymentPack } from '../../apps/cordon/src/payments/pack.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    messages: { type: 'string', default: '20000' },
    variants: { type: 'string', default: Object.keys(heistVariants).join() },
    table: { type: 'string' },
  },
})
const dayMs = 86_400_000
const known: BehaviourKnowledge = { profile: simulatedProfile, rules: loadPaymentPack(), versions: {} }
/** Night of the record and those variants that begin with it; the others begin earlier. */
const lastNight = heistDays.last - 1
const long = new Set<HeistVariant>(['spread', 'hours', 'careful'])

interface Result {
  readonly seed: number
  readonly variant: HeistVariant
  readonly stolen: number
  /** Recommended when they came, before any answer to them was due; of these, held. */
  readonly atOnce: number
  readonly held: number
  /** Recommended only later, by what did not come. */
  readonly later: number
  /** Stolen orders that had gone before the first was recommended; and, in millions, what passed altogether at once. */
  readonly before: number
  readonly passed: number
  /** Debits without an order, and missing numbers, that were told. */
  readonly entries: number
  readonly gaps: number
  readonly whole?: Whole
}

/** Of the ordinary traffic, over all thirty days. */
interface Whole {
  readonly messages: number
  readonly orders: number
  readonly atOnce: number
  readonly later: number
  readonly otherFindings: number
  readonly perSecond: number
  readonly stateMegabytes: number
}

class Run {
  readonly stolen = new Map<string, number>()
  readonly told = new Map<string, 'review' | 'hold'>()
  readonly late = new Set<string>()
  readonly watch = new PaymentWatch({
    onVerdict: ({ order, recommendation }) => {
      this.orders++
      if (this.stolenNow.has(order.id)) this.stolen.set(order.id, order.amount)
      if (recommendation !== 'pass') this.told.set(order.id, recommendation)
    },
  })
  readonly others = new Map<string, number>()
  orders = 0
  messages = 0
  seconds = 0
  entries = 0
  private readonly stolenNow = new Set<string>()

  constructor(saved?: PaymentState) {
    this.watch.start(known, saved)
  }

  day(messages: Day): void {
    this.messages += messages.length
    for (const { isStolen, observation } of messages) if (isStolen) this.stolenNow.add(observation.message.id)
    const observations = messages.map(({ observation }) => observation)
    const began = process.cpuUsage()
    for (let from = 0; from < observations.length; from += 500) {
      const batch = observations.slice(from, from + 500)
      const findings = [...this.watch.observe(batch), ...this.watch.advance(batch.at(-1)!.time!)]
      for (const { rule, subjects } of findings) {
        const [subject] = subjects
        if (rule === orderRuleId) {
          if (subject && !this.told.has(subject.id)) this.late.add(subject.id)
          continue
        }
        const isOfTheft = subject !== undefined && /^SYN160204997/.test(subject.id)
        if (rule === 'unmatched-entry' && isOfTheft) this.entries++
        else this.others.set(rule, (this.others.get(rule) ?? 0) + 1)
      }
    }
    const { user, system } = process.cpuUsage(began)
    this.seconds += (user + system) / 1e6
  }

  result(seed: number, variant: HeistVariant, whole?: Whole): Result {
    const ids = [...this.stolen.keys()]
    const first = ids.findIndex((id) => this.told.has(id))
    const passed = ids.reduce((sum, id) => sum + (this.told.has(id) ? 0 : this.stolen.get(id)!), 0)
    return {
      seed,
      variant,
      stolen: ids.length,
      atOnce: ids.filter((id) => this.told.has(id)).length,
      held: ids.filter((id) => this.told.get(id) === 'hold').length,
      later: ids.filter((id) => this.late.has(id)).length,
      before: first === -1 ? ids.length : first,
      passed: Math.round(passed / 100_000) / 10,
      entries: this.entries,
      gaps: this.others.get('sequence-gap') ?? 0,
      ...(whole && { whole }),
    }
  }

  whole(): Whole {
    const isOrdinary = (id: string) => !this.stolen.has(id)
    return {
      messages: this.messages - this.stolen.size,
      orders: this.orders - this.stolen.size,
      atOnce: [...this.told.keys()].filter(isOrdinary).length,
      later: [...this.late].filter(isOrdinary).length,
      otherFindings: [...this.others.values()].reduce((sum, count) => sum + count, 0),
      perSecond: Math.round(this.messages / this.seconds),
      stateMegabytes: Math.round(JSON.stringify(this.watch.snapshot()).length / 1e5) / 10,
    }
  }
}

type Day = ReturnType<typeof simulate> extends Generator<infer D> ? D : never

/** The record over all thirty days, with snapshots from which the variants go on. */
function runSeed(seed: number, messagesPerDay: number, variants: readonly HeistVariant[]): Result[] {
  const run = new Run()
  const saved = new Map<number, PaymentState>()
  for (const day of simulate({ seed, messagesPerDay, heist: 'record' })) {
    const date = day.length === 0 ? 0 : Math.floor(day[0]!.observation.time! / dayMs)
    // A local day begins six hours before its UTC day.
    if (date === heistDays.first - 1 || date === lastNight - 1)
      saved.set(date, structuredClone(run.watch.snapshot()))
    run.day(day)
  }
  const results = [run.result(seed, 'record', run.whole())]
  for (const variant of variants) {
    if (variant === 'record') continue
    const from = long.has(variant) ? heistDays.first - 1 : lastNight - 1
    const other = new Run(saved.get(from))
    for (const day of simulate({ seed, messagesPerDay, heist: variant }))
      if (day.length > 0 && Math.floor(day[0]!.observation.time! / dayMs) >= from) other.day(day)
    results.push(other.result(seed, variant))
  }
  return results
}

function table(results: readonly Result[]): string {
  const lines = [
    '| theft | seeds | orders | at once: least, mean | held, mean | later | before the first | passed at once, mean M$ | debits told |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ]
  for (const variant of Object.keys(heistVariants) as HeistVariant[]) {
    const of = results.filter((one) => one.variant === variant)
    if (of.length === 0) continue
    const mean = (value: (one: Result) => number) =>
      (of.reduce((sum, one) => sum + value(one), 0) / of.length).toFixed(1)
    const least = Math.min(...of.map(({ atOnce }) => atOnce))
    const before = Math.max(...of.map((one) => one.before))
    lines.push(
      `| ${heistVariants[variant]} | ${of.length} | ${of[0]!.stolen} | ${least}, ${mean(({ atOnce }) => atOnce)} | ${mean(({ held }) => held)} | ${mean(({ later }) => later)} | at most ${before} | ${mean(({ passed }) => passed)} | ${mean(({ entries }) => entries)} |`,
    )
  }
  lines.push(
    '',
    '| seed | messages | orders | told at once | later | of messages | of orders | other findings | messages/s | state |',
  )
  lines.push('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |')
  const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(3)} %`
  for (const { seed, whole } of results)
    if (whole)
      lines.push(
        `| ${seed} | ${whole.messages} | ${whole.orders} | ${whole.atOnce} | ${whole.later} | ${percent(whole.atOnce + whole.later, whole.messages)} | ${percent(whole.atOnce + whole.later, whole.orders)} | ${whole.otherFindings} | ${whole.perSecond} | ${whole.stateMegabytes} MB |`,
      )
  return `${lines.join('\n')}\n`
}

let results: Result[] = []
if (values.table !== undefined)
  results = readFileSync(values.table, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Result)
else
  for (const seed of positionals.length > 0 ? positionals.map(Number) : [101])
    for (const result of runSeed(
      seed,
      Number(values.messages),
      values.variants.split(',') as HeistVariant[],
    )) {
      results.push(result)
      process.stdout.write(`${JSON.stringify(result)}\n`)
    }
process.stderr.write(table(results))
