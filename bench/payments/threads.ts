/**
 * pacs.008 messages screened a second of the clock, reading included, by one thread and by two as the command uses them.
 * Every party is new. Wants an idle machine: `node --conditions=cordon-source --import tsx bench/payments/threads.ts [3000]`.
 */
import { loadavg } from 'node:os'
import { bytesOf } from '@cordon/formats'
import type { PaymentMessage, ScreenedMessage } from '@cordon/payments'
import { EntityCollector } from '../../apps/cordon/src/known/build.ts'
import { paymentKnown } from '../../apps/cordon/src/payments/payment-known.ts'
import { messageScreener, readMessages } from '../../apps/cordon/src/payments/screen-messages.ts'
import { defaultAlgorithm } from '../../apps/cordon/src/screening-algorithms.ts'
import { ThreadedWork } from '../../apps/cordon/src/threads/threaded-work.ts'
import { readLists } from '../screening/lists.ts'
import { madeUpPayments } from './made-up.ts'

const count = Number(process.argv[2] ?? 3000)
const collector = new EntityCollector()
for (const entity of await readLists()) collector.add(entity)
const base = await collector.build([], defaultAlgorithm)
// A thread's program is the built one: a worker has no loader for TypeScript.
const file = new URL('../../apps/cordon/dist/payments/screen-worker.js', import.meta.url)

async function run(threads: number, seed: number): Promise<number> {
  const known = await paymentKnown(base)
  const tally = { pass: 0, review: 0, hold: 0 }
  const work = new ThreadedWork<
    readonly PaymentMessage[],
    readonly PaymentMessage[],
    readonly ScreenedMessage[],
    undefined
  >(
    {
      known: base,
      file,
      spec: undefined,
      partOf: (messages) => messages,
      here: messageScreener(known),
      take: async (screened) => {
        for (const { recommendation } of screened) tally[recommendation]++
      },
      onLost: (why) => {
        throw why
      },
    },
    { threads, isWorthwhile: () => true },
  )
  const screen = async (texts: readonly string[]) => {
    for (const text of texts)
      for await (const { messages } of readMessages(bytesOf(text)))
        await work.add(messages.map(({ message }) => message))
    await work.finish()
  }
  const warm = madeUpPayments(400, seed + 1000)
  do await screen(warm)
  while (work.threads < threads)
  for (let round = 0; round < 2; round++) await screen(madeUpPayments(400, seed + 2000 + round))
  const messages = madeUpPayments(count, seed)
  tally.pass = tally.review = tally.hold = 0
  const begin = performance.now()
  await screen(messages)
  const rate = (1000 * count) / (performance.now() - begin)
  console.log(`${threads} thread(s): ${Math.round(rate)} messages a second; ${JSON.stringify(tally)}`)
  await work.close()
  return rate
}

console.log(`load ${loadavg()[0]!.toFixed(1)}, ${count} messages`)
const rates: number[][] = [[], []]
for (let round = 0; round < 3; round++)
  for (const threads of [1, 2]) rates[threads - 1]!.push(await run(threads, 11 + round))
const best = rates.map((list) => Math.max(...list))
console.log(
  `best: ${Math.round(best[0]!)} and ${Math.round(best[1]!)}, ${(best[1]! / best[0]!).toFixed(2)} times; load ${loadavg()[0]!.toFixed(1)}`,
)
process.exit(0)
