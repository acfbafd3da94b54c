/**
 * Cordon beside nomenklatura's logic-v2 on the labelled name pairs, in one run on one machine: precision, recall and F1
 * at 0.70, and microseconds a pair of single names. Cordon's own F1 here is of the shipped model, which has learnt from
 * these pairs: quote the cross-validated one of `train.ts`, and take from here the peer's figure and the ratio of times.
 *
 * Needs `pip install nomenklatura` in the Python named by `CORDON_PEER_PYTHON` (default `python3`); says so otherwise.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { cordon } from '@cordon/screening'
import { referenceData } from '@cordon/testing'
import { readNamePairs } from './name-pairs.ts'

const pairs = readNamePairs()
const file = referenceData('bench/names/name-pairs.csv')
if (!pairs || !file) process.exit(0)
const party = (schema: string, name: string) => ({ schema, properties: { name: [name] } })

const sides = pairs.map((p) => [party(p.schema, p.a), party(p.schema, p.b), p.match] as const)
for (const [a, b] of sides) cordon.compare(a, b)
const started = performance.now()
const scores = sides.map(([a, b]) => cordon.compare(a, b).score)
const microseconds = (1000 * (performance.now() - started)) / sides.length
const said = scores.map((score) => score >= 0.7)
const hits = said.filter((yes, i) => yes && sides[i]![2]).length
const precision = hits / said.filter(Boolean).length
const recall = hits / sides.filter(([, , match]) => match).length
console.log(
  JSON.stringify({
    peer: 'cordon, names analysed anew each time',
    pairs: sides.length,
    precision: Number(precision.toFixed(3)),
    recall: Number(recall.toFixed(3)),
    f1: Number(((2 * precision * recall) / (precision + recall)).toFixed(3)),
    microsecondsPerPair: Number(microseconds.toFixed(1)),
  }),
)

const python = process.env.CORDON_PEER_PYTHON ?? 'python3'
const script = fileURLToPath(new URL('../peers/nomenklatura_pairs.py', import.meta.url))
const peer = spawnSync(python, [script, file], { encoding: 'utf8' })
if (peer.status === 0) {
  process.stdout.write(peer.stdout)
  const { microsecondsPerPair } = JSON.parse(peer.stdout)
  console.log(`ratio of times: logic-v2 / cordon = ${(microsecondsPerPair / microseconds).toFixed(1)}`)
} else console.log(`nomenklatura: not run (${python} has no nomenklatura: pip install nomenklatura)`)
console.log('Watchman: not run; its module is not to be had here as a Go library, only as a server')
