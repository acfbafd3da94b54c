/** Writes findings to a store, batch after batch; one line to standard output for each that is committed. */
import { setTimeout as pause } from 'node:timers/promises'
import { openStore } from '../store/index.ts'
import { testFinding } from './testing-findings.ts'

const [config, database, from, count] = process.argv.slice(2)
const store = await openStore(JSON.parse(config!), database ? { database } : {})
for (let at = Number(from); at < Number(from) + Number(count); ) {
  const size = Math.min(1 + Math.floor(Math.random() * 5), Number(from) + Number(count) - at)
  await store.findings.upsert(Array.from({ length: size }, (_, i) => testFinding(`w-${at + i}`)))
  at += size
  console.log(at)
  await pause(3)
}
await store.close()
