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

let at = seconds()
let began = Date.now()
for (let from = 0; from < count; from += 50_000) {
  const objects = Array.from({ length: Math.min(50_000, count - from) }, (_, i) => {
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
  await store.taxii.post(id, objects, [], 'bench')
}
console.log(
  `${count.toLocaleString('en')} objects added: ${((Date.now() - began) / 1000).toFixed(1)} s, ${(seconds() - at).toFixed(1)} s of our CPU`,
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
