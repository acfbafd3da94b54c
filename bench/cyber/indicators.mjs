/**
 * Five million indicators in memory: bytes held, look-ups a second of one core's CPU time (misses, hits, free text), beside
 * a Map of strings to objects with a million of the same. Everything is made up from a seed. Build first, then:
 *
 *     node --expose-gc --max-old-space-size=6000 bench/cyber/indicators.mjs [--count 5000000]
 */
import { parseArgs } from 'node:util'
import { IndicatorSet, scanText } from '@cordon/cyber'

const { values } = parseArgs({ options: { count: { type: 'string', default: '5000000' } } })
const count = Number(values.count)
const day = 86_400_000
const now = Date.parse('2026-01-01T00:00:00Z')

/** xorshift32: the same numbers in every run. */
let state = 0x1234567
function random() {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) / 0x1_0000_0000
}
const whole = (below) => Math.floor(random() * below)
const hex = (length) =>
  Array.from({ length: length / 8 }, () => whole(0x1_0000_0000).toString(16).padStart(8, '0')).join('')
const words =
  'secure login mail drive docs update nid naver kakao team meet cloud share portal wallet file'.split(' ')
const word = () => words[whole(words.length)]

/** A value of the kinds in the shares that public lists have. */
function value() {
  const of = random()
  if (of < 0.4) return ['domain', `${word()}-${word()}${whole(1e9).toString(36)}.${word()}.example`]
  if (of < 0.6) return ['ipv4', `${1 + whole(223)}.${whole(256)}.${whole(256)}.${whole(256)}`]
  if (of < 0.8) return ['sha256', hex(64)]
  if (of < 0.9) return ['md5', hex(32)]
  if (of < 0.97) return ['url', `https://${word()}${whole(1e9).toString(36)}.example/${word()}/${word()}.php`]
  if (of < 0.98)
    return [
      'ipv6',
      `2001:db8:${hex(8).slice(0, 4)}:${hex(8).slice(0, 4)}::${(1 + whole(65535)).toString(16)}`,
    ]
  return ['email', `${word()}${whole(1e6)}@${word()}.example`]
}

function measure(name, times, work) {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  console.log(`${name}: ${Math.round(times / seconds).toLocaleString('en-US')} a second of CPU (${result})`)
  return times / seconds
}

const held = () => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
const megabytes = (bytes) => `${Math.round(bytes / 1e6).toLocaleString('en-US')} MB`

const empty = held()
const set = new IndicatorSet({ expected: count })
const hits = []
measure('add', count, () => {
  for (let i = 0; set.size < count; i++) {
    const [kind, text] = value()
    set.add({
      kind,
      value: text,
      source: `feed-${i % 20}`,
      about: [{ kind: 'stix', id: `campaign--${i % 500}`, label: `Campaign ${i % 500}` }],
      confidence: (i % 100) / 100,
      tlp: 'TLP:GREEN',
      validFrom: now - (i % 900) * day,
    })
    if (i % 5 === 0 && hits.length < 1_000_000) hits.push([kind, text])
  }
  return `${set.size.toLocaleString('en-US')} indicators`
})
console.log(
  `held: ${megabytes(set.bytes)} in columns; process ${megabytes(held() - empty)} with ${hits.length} texts kept for the look-ups; resident ${megabytes(process.memoryUsage().rss)}, most ${megabytes(process.resourceUsage().maxRSS * 1024)}`,
)

const misses = Array.from({ length: 1_000_000 }, value)
for (const [kind, text] of misses) set.lookUp(kind, text)
measure('look up, misses', misses.length, () =>
  misses.reduce((met, [kind, text]) => met + set.lookUp(kind, text).length, 0),
)
measure('look up, hits', hits.length, () =>
  hits.reduce((met, [kind, text]) => met + set.lookUp(kind, text).length, 0),
)
const mixed = misses.map((miss, i) => (i % 100 === 0 ? hits[i] : miss))
measure('look up, one hit in a hundred', mixed.length, () =>
  mixed.reduce((met, [kind, text]) => met + set.lookUp(kind, text).length, 0),
)
const some = hits.slice(0, 200_000).map(([kind, text]) => set.find(kind, text))
measure('view with decay, claims and warnings', some.length, () =>
  some.reduce((sum, place) => sum + set.view(place, now).claims.length, 0),
)

const lines = Array.from({ length: 200_000 }, (_, i) => {
  const [, text] = i % 100 === 0 ? hits[i] : misses[i]
  return `2026-01-01T00:00:00Z host${i % 50} app[${i}]: connection from 10.1.${i % 256}.7 to ${text} status=200 bytes=${i}`
})
const bytes = lines.reduce((sum, line) => sum + line.length, 0)
for (const line of lines.slice(0, 50_000)) scanText(set, line)
const rate = measure('free text, lines', lines.length, () =>
  lines.reduce((met, line) => met + scanText(set, line).length, 0),
)
console.log(`  that is ${((rate * bytes) / lines.length / 1e6).toFixed(1)} MB a second`)

const before = held()
const map = new Map()
for (const [kind, text] of hits)
  map.set(`${kind} ${text}`, { kind, value: text, source: 'feed', confidence: 0.5, validFrom: now })
console.log(
  `a Map with ${map.size.toLocaleString('en-US')} objects: ${megabytes(held() - before)}, for ${count.toLocaleString('en-US')} ${megabytes(((held() - before) / map.size) * count)} (their texts not counted)`,
)
measure('Map, misses (canonical already)', misses.length, () =>
  misses.reduce((met, [kind, text]) => met + (map.has(`${kind} ${text}`) ? 1 : 0), 0),
)
measure('Map, hits (canonical already)', hits.length, () =>
  hits.reduce((met, [kind, text]) => met + (map.has(`${kind} ${text}`) ? 1 : 0), 0),
)
