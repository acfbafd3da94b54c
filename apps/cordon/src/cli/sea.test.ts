import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { appendFile, chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { encodeMessage, toSentences } from '@cordon/maritime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadSeaDrills, observationsOf } from '../sea/drill.ts'

const program = fileURLToPath(new URL('../../bin/cordon.js', import.meta.url))
let folder: string
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-sea-'))
  await chmod(folder, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function start(...args: string[]) {
  const child = spawn(process.execPath, [program, 'sea', ...args], { cwd: folder })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk
  })
  return { child, output, done: once(child, 'close').then(([code]) => ({ code: code as number, ...output })) }
}

const cordon = (...args: string[]) => start(...args).done
const lines = (text: string) =>
  text === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
const until = async (isTrue: () => boolean) => {
  for (let i = 0; i < 400 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 25))
  expect(isTrue()).toBe(true)
}

/** The sentences of a drill: a true file of its kind, with times in tag blocks. */
function sentencesOf(id: string): string {
  const drill = loadSeaDrills().find((one) => one.id.includes(id))!
  return observationsOf(drill)
    .flatMap((seen) => {
      if (seen.kind === 'sighting') return []
      const options = { time: seen.time, source: 'test' }
      if (seen.kind === 'static') {
        const { mmsi, name, imo, lengthM = 0, draughtM, shipClass } = seen
        const shiptype = shipClass === 'tanker' ? 80 : shipClass === 'fishing' ? 30 : 70
        return toSentences(
          encodeMessage({
            type: 5,
            repeat: 0,
            mmsi,
            shiptype,
            to_bow: lengthM,
            to_stern: 0,
            ...(imo !== undefined && { imo: Number(imo) }),
            ...(name !== undefined && { shipname: name }),
            ...(draughtM !== undefined && { draught: draughtM }),
          }),
          options,
        )
      }
      const { mmsi, lat, lon, sog, cog } = seen
      return toSentences(
        encodeMessage({
          type: 1,
          repeat: 0,
          mmsi,
          lat,
          lon,
          speed: sog!,
          course: Math.round(cog! * 10) / 10,
        }),
        options,
      )
    })
    .join('\r\n')
}

describe('cordon sea', () => {
  it('decode writes messages, counts everything, and keeps what it could not read', async () => {
    await writeFile(file('a.nmea.gz'), gzipSync(`${sentencesOf('yuk-tung')}\r\n!AIVDM,1,1,,A,broken*00\r\n`))
    const { code, stdout, stderr } = await cordon('decode', 'a.nmea.gz', '--rejects', 'rejects.ndjson')
    expect(code).toBe(0)
    const messages = lines(stdout)
    expect(messages.length).toBeGreaterThan(500)
    expect(messages[0]).toMatchObject({ source: 'test', mmsi: 563000001 })
    expect(stderr).toContain('1 rejected')
    expect(lines(await readFile(file('rejects.ndjson'), 'utf8'))).toMatchObject([
      { reason: 'wrong checksum' },
    ])
  })

  it('tracks makes one line a track, or a position', async () => {
    const { stdout, stderr } = await cordon('tracks', 'a.nmea.gz')
    expect(lines(stdout).map(({ mmsi }) => mmsi)).toEqual([563000001, 327000001])
    expect(stderr).toMatch(/positions: [\d,]+ in tracks/)
    const points = await cordon('tracks', 'a.nmea.gz', '--points')
    expect(lines(points.stdout)[0]).toMatchObject({ track: 1, mmsi: 563000001, lat: expect.any(Number) })
  })

  it('events finds them, from sentences and from CSV, with sightings matched', async () => {
    await writeFile(file('a.nmea'), sentencesOf('chon-ma-san'))
    await writeFile(
      file('seen.csv'),
      'Detection ID,timestamp,lat,lon,length_m\nd1,2018-02-24T00:20:00Z,31.3,124.4,90\nd2,2018-02-24T00:20:00Z,30.0,124.4,90\nd3,nonsense,1,2,3\n',
    )
    const { code, stdout, stderr } = await cordon('events', 'a.nmea', '--sightings', 'seen.csv')
    expect(code).toBe(0)
    const found = lines(stdout)
    expect(found.find(({ kind }) => kind === 'encounter')).toMatchObject({
      mmsi: 455123170,
      other: 455910000,
    })
    expect(found.find(({ kind }) => kind === 'draught-change')).toBeDefined()
    const sightings = found.filter(({ kind }) => kind === 'sighting')
    expect(sightings.find(({ id }) => id === 'd2')!.dark).toBeGreaterThan(0.9)
    expect(sightings.find(({ id }) => id === 'd1')!.dark).toBeLessThan(0.1)
    expect(stderr).toContain('expected a time, found "nonsense"')
    const points = await cordon('tracks', 'a.nmea', '--points')
    const csv = lines(points.stdout).map(({ mmsi, time, lat, lon, sog, cog }) =>
      [mmsi, time, lat, lon, sog, cog].join(','),
    )
    await writeFile(file('a.csv'), `mmsi,timestamp,lat,lon,sog,cog\n${csv.join('\n')}\n`)
    const again = await cordon('events', 'a.csv', '--kind', 'encounter', '--format', 'table')
    expect(again.stdout).toMatch(/encounter +455123170 .* with 455910000/)
  })

  it('watch stores findings, and a run that has ended says nothing twice', async () => {
    await writeFile(file('w.nmea'), sentencesOf('an-san'))
    const args = ['watch', 'w.nmea', '--run', 'test', '--data', 'data']
    const first = await cordon(...args)
    expect(first.stderr).toContain('findings')
    expect(first.code).toBe(0)
    const list = async () => {
      const child = spawn(
        process.execPath,
        [program, 'findings', 'list', '--format', 'ndjson', '--data', 'data'],
        { cwd: folder },
      )
      let text = ''
      child.stdout.on('data', (chunk) => {
        text += chunk
      })
      await once(child, 'close')
      return lines(text)
    }
    const findings = await list()
    expect(findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['sts-transfer', 'false-identity', 'listed-ship']),
    )
    expect(findings.find(({ rule }) => rule === 'sts-transfer').matches).toMatchObject([{ id: 'ofac-23730' }])
    // Each says with which lists and which rules it was judged.
    for (const { knowledgeVersions } of findings) {
      const { 'dprk-sea': rules, ...lists } = knowledgeVersions
      expect(rules).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(lists).toEqual({ dprk_starter: expect.any(String) })
    }
    await cordon(...args)
    expect(await list()).toEqual(findings)
  }, 120_000)

  it('follows a file as it grows, listens to datagrams, and connects', async () => {
    const all = sentencesOf('a-li').split('\r\n')
    const half = all.slice(0, 20).join('\r\n')
    await writeFile(file('grows.nmea'), `${half}\r\n`)
    const grows = start('decode', 'grows.nmea', '--follow')
    await until(() => lines(grows.output.stdout).length >= 18)
    await appendFile(file('grows.nmea'), `${all.slice(20, 30).join('\r\n')}\r\n`)
    await until(() => lines(grows.output.stdout).length >= 28)
    grows.child.kill('SIGINT')
    expect((await grows.done).code).toBe(0)

    const udp = start('decode', 'udp://127.0.0.1:0')
    await until(() => /listening on udp:\/\/127\.0\.0\.1:\d+/.test(udp.output.stderr))
    const port = Number(/:(\d+)\n/.exec(udp.output.stderr)![1])
    const socket = createSocket('udp4')
    for (const line of all.slice(0, 10)) socket.send(line, port, '127.0.0.1')
    await until(() => lines(udp.output.stdout).length >= 8)
    socket.close()
    udp.child.kill('SIGINT')
    expect((await udp.done).code).toBe(0)

    const server = createServer((connection) => connection.end(`${half}\r\n`)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const tcp = start('decode', `tcp://127.0.0.1:${typeof address === 'object' ? address!.port : 0}`)
    await until(() => lines(tcp.output.stdout).length >= 18)
    tcp.child.kill('SIGINT')
    expect((await tcp.done).code).toBe(0)
    server.close()
  }, 60_000)

  it('says what is wrong with an input, and plays the drills', async () => {
    expect(await cordon('decode', 'nothing.nmea')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no such file'),
    })
    expect(await cordon('decode', 'ftp://example.org:21')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('udp://host:port'),
    })
    expect(await cordon('events', 'a.nmea', '--lateness', 'x')).toMatchObject({ code: 2 })
    const starter = fileURLToPath(
      new URL('../../../../packs/dprk/starter/entities.ftm.json', import.meta.url),
    )
    const { code, stdout } = await cordon('drill', 'sea-a-li-yon-pung-3', '--list', starter)
    expect(code).toBe(0)
    expect(lines(stdout)).toMatchObject([{ passed: true, missing: [] }])
    expect(await cordon('drill', 'no-such')).toMatchObject({ code: 2 })
  })
})
