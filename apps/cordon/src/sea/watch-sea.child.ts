import { shipIndex } from '@cordon/maritime'
import { openStore } from '../store/index.ts'
import { loadSeaPack } from './pack.ts'
import { watchSea } from './watch-sea.ts'

/** Runs the watch at sea in a process of its own, which a test kills: the store, the run, the folder for what is received, an input. */
const [config, database, run, spoolFolder, input, ships] = process.argv.slice(2)
const store = await openStore(JSON.parse(config!), { database: database!, now: () => Date.UTC(2018, 3, 1) })
const controller = new AbortController()
process.once('SIGTERM', () => controller.abort())
const { rules, areas, ports } = loadSeaPack()
const say = (what: unknown) => process.stdout.write(`${JSON.stringify(what)}\n`)
try {
  const summary = await watchSea(store, {
    run: run!,
    inputs: [input!],
    follow: true,
    sightings: [],
    knowledge: { ships: shipIndex(JSON.parse(ships!)), rules, places: { areas, ports }, versions: {} },
    latenessMinutes: 10,
    commitEvery: 40,
    spoolFolder: spoolFolder!,
    segmentBytes: 20_000,
    signal: controller.signal,
    onRejects: async () => {},
    onProgress: ({ commits }) => say({ commits }),
    onPace: ({ time }) => say({ time }),
  })
  say({ summary })
} finally {
  await store.close()
}
