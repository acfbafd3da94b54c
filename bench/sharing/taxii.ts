/**
 * A collection of a million objects, paged through to its end over HTTP by the public Python taxii2-client (where it is installed) and by
 * our own. The server is the real one, with keys and HTTP Basic, on an embedded PostgreSQL of its own.
 *
 *   node --conditions=cordon-source --import tsx bench/sharing/taxii.ts [OBJECTS] [PER PAGE] [PYTHON]
 */

import { spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { buildApp } from '../../apps/cordon/src/http/app.ts'
import { storeRecords } from '../../apps/cordon/src/http/store-records.ts'
import { KnownHolder } from '../../apps/cordon/src/known/known.ts'
import { algorithms } from '../../apps/cordon/src/screening-algorithms.ts'
import { taxiiPages } from '../../apps/cordon/src/taxii/client.ts'
import { scratchStore } from '../../testing/src/scratch-store.ts'
import { objectAt } from './make-bundle.ts'

const count = Number(process.argv[2] ?? 1_000_000)
const perPage = Number(process.argv[3] ?? 10_000)
const python = process.argv[4] ?? 'python3'
const seconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const scratch = await scratchStore()
const { store } = scratch
const known = new KnownHolder()
const app = await buildApp({
  version: 'bench',
  known,
  algorithms,
  records: storeRecords(Promise.resolve(store), known),
})
await app.listen({ port: 0, host: '127.0.0.1' })
const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
await store.accounts.add({ name: 'ann', display: '', role: 'administrator' }, 'bench')
const { text: key } = await store.apiKeys.create(
  { title: 'bench', scopes: ['read:shared', 'write:shared'] },
  'bench',
)
const { id } = await store.taxii.create(
  { name: 'bench', title: 'Bench', tlp: 'TLP:CLEAR', canWrite: true },
  'bench',
)

// The first hundred thousand by the way that a partner's take; the rest as rows of the same form, so that the set-up is short.
const posted = Math.min(count, 100_000)
let at = seconds()
let began = Date.now()
for (let from = 0; from < posted; from += 50_000) {
  const some = Array.from({ length: Math.min(50_000, posted - from) }, (_, i) => {
    const n = from + i
    // The faulty ones of the bundle are for the other bench.
    const body = objectAt(n % 1_000 === 999 ? n - 999 + 6 : n)
    const own =
      n % 1_000 === 999
        ? { ...body, id: `malware--${n.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000` }
        : body
    return {
      id: String(own.id),
      type: String(own.type),
      specVersion: '2.1',
      version: '2025-06-01T00:00:00.000000Z',
      body: own,
    }
  })
  await store.taxii.post(id, some, [], 'bench')
}
console.log(
  `${posted.toLocaleString('en')} objects posted: ${((Date.now() - began) / 1000).toFixed(1)} s, ${(seconds() - at).toFixed(1)} s of our CPU`,
)
await store.database.pool.query(
  `insert into taxii_object (collection, added, id, version, type, spec_version, hash, body)
   select $1, c.last_added + n, 'indicator--' || lpad(to_hex(n), 8, '0') || '-1111-4000-8000-000000000000',
     '2025-06-01T00:00:00.000000Z', 'indicator', '2.1', decode(lpad(to_hex(n), 32, '0'), 'hex'),
     '{"type":"indicator","spec_version":"2.1","id":"indicator--' || lpad(to_hex(n), 8, '0') || '-1111-4000-8000-000000000000",'
       || '"created":"2025-06-01T00:00:00.000Z","modified":"2025-06-01T00:00:00.000Z","name":"Host ' || n || '",'
       || '"description":"Seen in beacons of the family, by its certificate and its path.","pattern_type":"stix",'
       || '"pattern":"[domain-name:value = ''h' || n || '.example'']","valid_from":"2025-06-01T00:00:00Z"}'
   from taxii_collection c, generate_series(1, $2::integer) n where c.id = $1`,
  [id, count - posted],
)
await store.database.pool.query(
  'update taxii_collection set last_added = (select max(added) from taxii_object where collection = $1) where id = $1',
  [id],
)

at = seconds()
began = Date.now()
let objects = 0
let pages = 0
const ids = new Set<unknown>()
for await (const page of taxiiPages(`${url}/taxii2/cordon/collections/${id}/`, {
  allowPrivate: true,
  password: key,
  perPage,
  maxObjects: count + 1,
})) {
  objects += page.objects.length
  pages++
  for (const one of page.objects) ids.add((one as { id: unknown }).id)
}
console.log(
  `our client: ${objects} objects, ${ids.size} ids, ${pages} pages, ${((Date.now() - began) / 1000).toFixed(1)} s, ${(seconds() - at).toFixed(1)} s of CPU, server and client in one process`,
)

at = seconds()
const script = new URL('./taxii.py', import.meta.url).pathname
const code = await new Promise((resolve) =>
  spawn(python, [script, url, key, String(perPage), String(count)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  }).once('exit', resolve),
)
console.log(
  code === 3
    ? 'taxii2-client: skipped'
    : `taxii2-client ended with ${code}; ${(seconds() - at).toFixed(1)} s of the server's CPU; resident ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
)
await app.close()
await scratch.close()
