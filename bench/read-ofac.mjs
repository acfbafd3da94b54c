/**
 * How fast and in how much memory OFAC's SDN_ADVANCED.XML becomes statements, beside saxes doing nothing but parse the
 * same bytes. Build first (`npm run build`), then:
 *
 *     node bench/read-ofac.mjs path/to/sdn_advanced.xml.gz
 */
import { createReadStream } from 'node:fs'
import { decompress } from '@cordon/formats'
import { ofacAdvancedReader } from '@cordon/sources'
import { SaxesParser } from 'saxes'

const path = process.argv[2]
if (!path) {
  console.error('usage: node bench/read-ofac.mjs FILE')
  process.exit(2)
}
const seconds = (since) => (performance.now() - since) / 1000
const open = () => createReadStream(path, { highWaterMark: 256 * 1024 })

const start = performance.now()
const reading = ofacAdvancedReader.read([{ name: path, open }], { fetched: 0 })
let groups = 0
for await (const batch of reading) groups += batch.records.length
const ours = seconds(start)
const peak = process.resourceUsage().maxRSS / 1024
const report = reading.report()
console.log(`read: ${JSON.stringify(report.read)}`)
console.log(
  `reader: ${ours.toFixed(2)} s, ${groups} entities, ${report.statements} statements, peak ${peak.toFixed(0)} MB`,
)

const baseline = performance.now()
const parser = new SaxesParser({ xmlns: true })
const decoder = new TextDecoder()
let bytes = 0
for await (const chunk of decompress(open())) {
  bytes += chunk.length
  parser.write(decoder.decode(chunk, { stream: true }))
}
parser.close()
const theirs = seconds(baseline)
const rate = (time) => `${(bytes / 1e6 / time).toFixed(1)} MB/s`
console.log(
  `saxes, parsing alone: ${theirs.toFixed(2)} s (${rate(theirs)}); reader ${rate(ours)}, ratio ${(theirs / ours).toFixed(2)}`,
)
