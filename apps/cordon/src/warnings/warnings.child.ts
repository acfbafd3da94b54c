/** Sends warnings until it is killed: `<config> <database> <milliseconds that its clock is ahead>`. A line for each round. */
import { setTimeout as pause } from 'node:timers/promises'
import { openStore } from '../store/index.ts'
import { runWarnings } from './runner.ts'

const [config, database, ahead] = process.argv.slice(2)
const store = await openStore(JSON.parse(config!), {
  database: database!,
  now: () => Date.now() + Number(ahead),
})
for (;;) {
  const summary = await runWarnings(store, { smtp: undefined, timeout: 500 })
  console.log(JSON.stringify(summary ?? 'held'))
  await pause(5)
}
