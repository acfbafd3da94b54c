/**
 * Messages that decode as gpsd decodes them, field by field. `differencesFromGpsd` says which differences in form are
 * none. gpsd prints a type 24 as one message when it has both parts; ours stay apart and are not compared here. Build
 * first (`npm run build`), then:
 *
 *     node bench/maritime/conformance.mjs SENTENCES[.gz] GPSDECODE-JSON-LINES[.gz]
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { AisDecoder, differencesFromGpsd } from '@cordon/maritime'

const [sentences, expected] = process.argv.slice(2)
if (!expected) {
  console.error('usage: node bench/maritime/conformance.mjs SENTENCES[.gz] GPSDECODE-JSON-LINES[.gz]')
  process.exit(2)
}
const load = (path) => (path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path))
const decoder = new AisDecoder()
const records = [...decoder.push(load(sentences)).records, ...decoder.end().records]
const ours = records.map(({ message }) => message).filter(({ type }) => type !== 24)
const theirs = load(expected)
  .toString()
  .split('\n')
  .filter((line) => line.includes('"class":"AIS"'))
  .map((line) => JSON.parse(line))
  .filter(({ type }) => type !== 24)

const sameShip = (a, b) => a !== undefined && b !== undefined && a.type === b.type && a.mmsi === b.mmsi
const horizon = 2000
/** How far ahead in `list` the next message like `wanted` stands, or -1. */
const ahead = (list, from, wanted) =>
  list.slice(from, from + horizon).findIndex((message) => sameShip(message, wanted))

let alike = 0
const unlike = []
const onlyTheirs = []
const onlyOurs = []
for (let i = 0, j = 0; i < ours.length || j < theirs.length; ) {
  if (sameShip(ours[i], theirs[j])) {
    const differences = differencesFromGpsd(ours[i], theirs[j])
    if (differences.length === 0) alike++
    else unlike.push({ mmsi: ours[i].mmsi, type: ours[i].type, differences })
    i++
    j++
    continue
  }
  const inTheirs = ours[i] === undefined ? -1 : ahead(theirs, j, ours[i])
  const inOurs = theirs[j] === undefined ? -1 : ahead(ours, i, theirs[j])
  if (inTheirs >= 0 && (inOurs < 0 || inTheirs <= inOurs)) onlyTheirs.push(theirs[j++])
  else if (inOurs >= 0 || theirs[j] === undefined) onlyOurs.push(ours[i++])
  else onlyTheirs.push(theirs[j++])
}

const share = ((100 * alike) / theirs.length).toFixed(4)
console.log(`${alike} of ${theirs.length} of gpsd's messages alike: ${share}%`)
console.log(
  `unlike ${unlike.length}, only there ${onlyTheirs.length}, only here ${onlyOurs.length}; ours rejected ${decoder.counts.rejected}`,
)
for (const one of unlike.slice(0, 20)) console.log('unlike', JSON.stringify(one))
for (const one of onlyTheirs.slice(0, 10)) console.log('only there', JSON.stringify(one).slice(0, 200))
for (const one of onlyOurs.slice(0, 10)) console.log('only here', JSON.stringify(one).slice(0, 200))
