/** Imports a large made-up version, telling of each step, until it is killed. */
import { openStore } from './index.ts'
import { manyPersons, metaOf, readingOf } from './testing-reading.ts'

const [config, database, version] = process.argv.slice(2)
const store = await openStore(JSON.parse(config!), { database: database! })
await store.lists.import(readingOf(version!, manyPersons(8_000, version!)), metaOf(version!), ({ phase }) =>
  console.log(phase),
)
console.log('done')
await store.close()
