/** One pacs.008 file of 100,000 transactions, read and screened in parts: memory, transactions a second of CPU time. */
import { PaymentScreener, readPayments } from '@cordon/payments'
import { benchKnowledge, cpu } from './known.ts'
import { madeUpPayments } from './made-up.ts'

const count = Number(process.argv[2] ?? 100_000)
const { known } = await benchKnowledge()
const screener = new PaymentScreener(known)
const transactions = madeUpPayments(Math.min(count, 20_000), 3, 0.67).map(
  (text) => /<CdtTrfTxInf>[\s\S]*<\/CdtTrfTxInf>/.exec(text)![0],
)
async function* file() {
  const encoder = new TextEncoder()
  yield encoder.encode(
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf><GrpHdr><MsgId>BIG</MsgId></GrpHdr>',
  )
  for (let at = 0; at < count; at += 100)
    yield encoder.encode(
      Array.from(
        { length: Math.min(100, count - at) },
        (_, i) => transactions[(at + i) % transactions.length],
      ).join('\n'),
    )
  yield encoder.encode('</FIToFICstmrCdtTrf></Document>')
}
const before = process.memoryUsage().rss
let [peak, seen, stopped] = [0, 0, 0]
const begin = cpu()
for await (const { messages } of readPayments(file()))
  for (const { message } of messages) {
    seen += message.transactions.length
    if (screener.screen(message).recommendation !== 'pass') stopped++
    peak = Math.max(peak, process.memoryUsage().rss)
  }
console.log(
  `${seen} transactions: ${Math.round((1000 * seen) / (cpu() - begin))} a second of CPU; ${Math.round((peak - before) / 2 ** 20)} MB beside the indexes (${Math.round(before / 2 ** 20)} MB); ${stopped} parts of 200 ask for a look`,
)
