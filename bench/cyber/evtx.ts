/**
 * Records a second of CPU from EVTX files: the regression cases' files, and one large file made of their records over and
 * over. `@ts-evtx/core` is the oracle where it is installed (`npm install --no-save @ts-evtx/core`): every field of every
 * record is compared, and its own speed told.
 */

import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEvtx } from '@cordon/cyber'
import { collect } from '@cordon/formats'
import { writeEvtx } from '../../packages/cyber/src/evtx/testing-evtx.ts'
import { archive, bytesOf, cpuSeconds } from './corpus.ts'

const files = archive('cyber/sigma/sigma-regression-evtx.tar.gz').filter(({ name }) => name.endsWith('.evtx'))

async function rate(label: string, inputs: readonly Buffer[]): Promise<void> {
  for (let round = 1; round <= 3; round++) {
    const start = cpuSeconds()
    let records = 0
    for (const bytes of inputs) records += (await collect(readEvtx(bytesOf(bytes, 1 << 20)))).records.length
    const seconds = cpuSeconds() - start
    console.log(
      `${label}, round ${round}: ${records.toLocaleString('en-US')} records, ${Math.round(records / seconds).toLocaleString('en-US')}/s`,
    )
  }
}

// Real chunks, many times over: what a large log of the same events costs.
const header = files[0]!.bytes.subarray(0, 4096)
const chunks = files.flatMap(({ bytes }) => {
  const found: Buffer[] = []
  for (let at = 4096; at + 65_536 <= bytes.length; at += 65_536)
    if (bytes.toString('latin1', at, at + 7) === 'ElfChnk') found.push(bytes.subarray(at, at + 65_536))
  return found
})
await rate("the cases' own chunks, 20 times", [
  Buffer.concat([header, ...Array.from({ length: 20 }, () => chunks).flat()]),
])
const events = Array.from({ length: 20_000 }, (_, i) => ({
  channel: 'Security',
  eventId: 4688,
  computer: 'WS1.bank.local',
  time: Date.UTC(2016, 1, 4, 20, 36, 0, i % 1000),
  data: {
    SubjectUserSid: 'S-1-5-18',
    SubjectUserName: 'WS1$',
    NewProcessName: 'C:\\Windows\\System32\\cmd.exe',
    CommandLine: `cmd /c echo ${i}`,
    ParentProcessName: 'C:\\Windows\\System32\\services.exe',
  },
}))
await rate('full chunks, 20,000 made-up process creations', [writeEvtx(events)])

interface Oracle {
  EvtxFile: {
    open(
      path: string,
    ): Promise<{ records(): Iterable<{ renderXml(): string }> | AsyncIterable<{ renderXml(): string }> }>
  }
}
const name = process.env.TS_EVTX ?? '@ts-evtx/core'
const oracle = (await import(name).catch(() => undefined)) as Oracle | undefined
if (!oracle)
  console.log(
    'oracle: @ts-evtx/core is not installed; `npm install --no-save @ts-evtx/core`, then run this again, or name its file in TS_EVTX',
  )
else {
  let [records, same, space, missing, different] = [0, 0, 0, 0, 0]
  let oracleSeconds = 0
  for (const { name: file, bytes } of files) {
    const path = join(tmpdir(), 'cordon-bench.evtx')
    writeFileSync(path, bytes)
    const mine = (await collect(readEvtx(bytesOf(bytes)))).records
    const start = cpuSeconds()
    const theirs: string[] = []
    const open = await oracle.EvtxFile.open(path)
    for await (const record of open.records()) theirs.push(record.renderXml())
    oracleSeconds += cpuSeconds() - start
    records += theirs.length
    if (theirs.length !== mine.length)
      console.log(`${file}: ${mine.length} records here, ${theirs.length} there`)
    for (const [i, xml] of theirs.entries())
      for (const [key, value] of dataOf(xml)) {
        const own = mine[i]?.fields[key]
        if (own === undefined && value !== '') missing++
        else if (String(own ?? '') === value) same++
        else if (squeezed(String(own)) === squeezed(value)) space++
        else {
          different++
          if (different < 6) console.log(`${file}: ${key}: "${String(own)}" here, "${value}" there`)
        }
      }
  }
  console.log(
    `oracle: ${records} records, ${Math.round(records / oracleSeconds)}/s; named data: ${same} the same, ${space} but for white space, ${different} different, ${missing} missing here`,
  )
}

function* dataOf(xml: string): Iterable<[string, string]> {
  for (const match of xml.matchAll(/<Data Name="([^"]+)"(?:\/>|>([\s\S]*?)<\/Data>)/g))
    yield [match[1]!, unescaped(match[2] ?? '')]
}

function unescaped(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, one: string) => entities[one]!)
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
