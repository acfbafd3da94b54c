/** Puts findings in until it is killed or done; one line to standard output for each transaction. */
import { setTimeout as pause } from 'node:timers/promises'
import { openStore } from './index.ts'
import { streamOfFindings } from './testing-findings.ts'

const [config, database, length] = process.argv.slice(2)
const store = await openStore(JSON.parse(config!), { database: database! })
const all = streamOfFindings(Number(length))
let { total: from } = await store.findings.counts()
while (from < all.length) {
  const size = 1 + Math.floor(Math.random() * 40)
  await store.findings.upsert(all.slice(from, from + size))
  from += size
  console.log(from)
  await pause(1)
}
await store.close()
