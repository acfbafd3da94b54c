/**
 * A STIX bundle from its bytes to objects, relations and claims, joined to a graph, with ATT&CK's matrix made of it; beside
 * JSON.parse of the same bytes alone. Build first, then:
 *
 *     node bench/cyber/attack.mjs enterprise-attack.json[.gz]
 */
import { createReadStream, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { attackMatrix, ThreatGraph } from '@cordon/knowledge'
import { recogniseThreatFormat } from '@cordon/sources'

const path = process.argv[2]
if (!path) {
  console.error('usage: node bench/cyber/attack.mjs enterprise-attack.json[.gz]')
  process.exit(2)
}
const stored = readFileSync(path)
const text = (path.endsWith('.gz') ? gunzipSync(stored) : stored).toString()
const seconds = (before) => {
  const { user, system } = process.cpuUsage(before)
  return ((user + system) / 1e6).toFixed(2)
}

let before = process.cpuUsage()
JSON.parse(text)
console.log(`JSON.parse alone: ${seconds(before)} s of CPU (${(text.length / 1e6).toFixed(0)} MB)`)

before = process.cpuUsage()
const reader = recogniseThreatFormat(text.slice(0, 65_536), basename(path))
const reading = reader.read({ name: basename(path), open: () => createReadStream(path) }, { fetched: 0 })
const items = []
for await (const { records } of reading) for (const item of records) items.push(item)
const { rejected } = reading.report()
console.log(
  `read: ${seconds(before)} s of CPU, ${items.length.toLocaleString('en-US')} items, ${rejected} rejected`,
)

before = process.cpuUsage()
const graph = new ThreatGraph(items)
console.log(
  `graph: ${seconds(before)} s of CPU, ${graph.size.toLocaleString('en-US')} objects, ${graph.faults.length} references that lead to nothing`,
)

before = process.cpuUsage()
const { tactics, techniques, groups } = attackMatrix(graph)
console.log(
  `matrix: ${seconds(before)} s of CPU, ${tactics.length} tactics, ${techniques.length} techniques, ${groups.length} groups`,
)
