/**
 * pacs.008 messages screened a second of CPU time, reading included: every party new, then the same once more, then
 * traffic in which two parties of three were seen before. And how many of these innocent messages ask for a look.
 */
import { bytesOf } from '@cordon/formats'
import { PaymentScreener, readPayments, type ScreenedMessage } from '@cordon/payments'
import { benchKnowledge, cpu } from './known.ts'
import { madeUpPayments } from './made-up.ts'

const count = Number(process.argv[2] ?? 5000)
const { known, cost, entities } = await benchKnowledge()
console.log(
  `${entities} entities, ${known.texts.size} names for texts; index ${(cost.index! / 1000).toFixed(1)} s, texts and numbers ${(cost.texts! / 1000).toFixed(1)} s of CPU; ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
)

async function run(title: string, messages: readonly string[], screener: PaymentScreener) {
  const times: number[] = []
  const answers: ScreenedMessage[] = []
  let reading = 0
  const begin = cpu()
  for (const text of messages) {
    const from = cpu()
    for await (const { messages: read } of readPayments(bytesOf(text))) {
      reading += cpu() - from
      for (const { message } of read) answers.push(screener.screen(message))
    }
    times.push(cpu() - from)
  }
  const used = cpu() - begin
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(2)
  const tally = { pass: 0, review: 0, hold: 0 }
  for (const { recommendation } of answers) tally[recommendation]++
  console.log(
    `${title}: ${Math.round((1000 * messages.length) / used)} a second of CPU on one core; of CPU time p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; reading ${(reading / messages.length).toFixed(3)} ms; ${JSON.stringify(tally)}`,
  )
  return answers
}

const warm = madeUpPayments(500, 7)
await run('warming up', warm, new PaymentScreener(known))
const messages = madeUpPayments(count, 1)
// The baseline: the same parties' names asked of the index of parties alone, with nothing read and nothing else searched.
const names: string[] = []
for (const text of messages)
  for (const found of text.matchAll(/<(?:Dbtr|Cdtr)><Nm>([^<]*)/g)) names.push(found[1]!)
const begin = cpu()
for (const name of names) known.index.match({ schema: 'LegalEntity', properties: { name: [name] } })
console.log(
  `baseline: the parties alone, every one new: ${Math.round((1000 * messages.length) / (cpu() - begin))} messages' worth a second of CPU`,
)
const screener = new PaymentScreener(known)
const answers = await run('every party new', messages, screener)
await run('the same again', messages, screener)
await run('two of three parties seen before', madeUpPayments(count, 2, 0.67), new PaymentScreener(known))
if (process.argv.includes('--hits'))
  for (const { hits, recommendation } of answers)
    if (recommendation !== 'pass')
      for (const hit of hits.filter(({ level }) => level !== 'note'))
        console.log(
          recommendation,
          hit.level,
          hit.kind,
          JSON.stringify(hit.value),
          '~',
          hit.listed,
          hit.caption,
          hit.score.toFixed(2),
          hit.reasons.join(),
        )
