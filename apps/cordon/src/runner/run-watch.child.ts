/** Runs the watch of the kill test until it is killed or done; one line to standard output for each commit. */
import { setTimeout as pause } from 'node:timers/promises'
import { openStore } from '../store/index.ts'
import { runWatch } from './run-watch.ts'
import { callStream, callWatch } from './testing-watch.ts'

const [config, database, length] = process.argv.slice(2)
const store = await openStore(JSON.parse(config!), { database: database! })
await runWatch({
  run: 'calls',
  watch: callWatch(),
  known: { limit: 3 },
  store,
  lateness: 60_000,
  commitEvery: 150,
  async *open(after: number | undefined) {
    for await (const batch of callStream(Number(length), after, () => 1 + Math.floor(Math.random() * 300))) {
      yield batch
      await pause(1)
    }
  },
  onCommit: ({ commits }) => console.log(commits),
})
await store.close()
