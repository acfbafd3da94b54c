import { once } from 'node:events'
import { appendFile, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeMessage, type KnownShip, toSentences } from '@cordon/maritime'
import { type ChildProgram, type ScratchStore, scratchStore, startProgram } from '@cordon/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadSeaDrills, observationsOf } from './drill.ts'
import { LineStamp } from './stamp.ts'

const drill = loadSeaDrills().find(({ id }) => id.includes('an-san-1'))!
const listed: KnownShip = {
  ref: { kind: 'entity', id: 'ofac-23730', label: 'AN SAN 1' },
  names: ['AN SAN 1'],
  imo: '7303803',
  mmsis: [],
  callSigns: [],
  flags: ['kp'],
  listed: true,
  source: 'test',
  owners: [],
}

type Said = Record<string, unknown>

/** A process and what it has said. */
interface Child extends ChildProgram {
  readonly said: Said[]
  isOver: boolean
}

/** The drill as a receiver would give it, and behind it what moves time on, so that its meeting ends. */
const seen = observationsOf(drill).flatMap((one) => (one.kind === 'sighting' ? [] : [one]))
const last = seen.at(-1)!.time
const sentences = [
  ...seen.flatMap((one) => {
    const options = { time: one.time, source: 'test' }
    if (one.kind === 'position') {
      const { mmsi, lat, lon, sog = 0, cog = 0 } = one
      const course = Math.round(cog * 10) / 10
      return toSentences(encodeMessage({ type: 1, repeat: 0, mmsi, lat, lon, speed: sog, course }), options)
    }
    const { mmsi, name, imo, lengthM = 0, draughtM } = one
    return toSentences(
      encodeMessage({
        type: 5,
        repeat: 0,
        mmsi,
        shiptype: 80,
        to_bow: lengthM,
        to_stern: 0,
        ...(imo !== undefined && { imo: Number(imo) }),
        ...(name !== undefined && { shipname: name }),
        ...(draughtM !== undefined && { draught: draughtM }),
      }),
      options,
    )
  }),
  ...Array.from({ length: 60 }, (_, i) =>
    toSentences(encodeMessage({ type: 1, repeat: 0, mmsi: 244000001, lat: 10, lon: 10 + i / 100 }), {
      time: last + (i + 1) * 600_000,
    }),
  ).flat(),
]
const end = last + 60 * 600_000

describe('a live run whose process is killed again and again', { timeout: 180_000 }, () => {
  let scratch: ScratchStore
  let folder: string
  let children: Child[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cordon-live-'))
    scratch = await scratchStore()
  })
  afterEach(async () => {
    for (const child of children) await child.kill()
    children = []
  })
  afterAll(async () => {
    await scratch.close()
    await rm(folder, { recursive: true, force: true })
  })

  const start = (store: ScratchStore, run: string, input: string) => {
    const child = startProgram(new URL('./watch-sea.child.ts', import.meta.url), [
      JSON.stringify(store.config),
      store.database,
      run,
      join(folder, run),
      input,
      JSON.stringify([listed]),
    ])
    const started: Child = { ...child, said: [], isOver: false }
    void (async () => {
      for await (const line of child.lines) started.said.push(JSON.parse(line))
      started.isOver = true
    })()
    children.push(started)
    return started
  }
  /** Waits until a child says something. */
  const until = async (child: Child, isTrue: (said: Said) => boolean): Promise<Said> => {
    for (;;) {
      const found = child.said.find(isTrue)
      if (found) return found
      if (child.isOver)
        throw new Error(`the process ended before; it said ${JSON.stringify(child.said.at(-1))}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  /** Ends a child as a person does, when it has taken everything. */
  const finish = async (child: Child) => {
    await until(child, ({ time }) => time === end)
    child.process.kill('SIGTERM')
    await until(child, ({ summary }) => summary !== undefined)
    expect(await child.ended).toBe(0)
  }
  const bodies = async (store: ScratchStore) =>
    (await store.store.database.pool.query('select body from finding order by id')).rows.map(({ body }) =>
      JSON.stringify(body),
    )
  /** What a run that nobody disturbs finds. */
  const quiet = async () => {
    const store = await scratchStore()
    const path = join(folder, 'quiet.nmea')
    await writeFile(path, `${sentences.join('\r\n')}\r\n`)
    await finish(start(store, 'quiet', path))
    const found = await bodies(store)
    await store.close()
    return found
  }
  const parts = Array.from({ length: 6 }, (_, i) =>
    sentences.slice(Math.floor((i * sentences.length) / 6), Math.floor(((i + 1) * sentences.length) / 6)),
  )

  it('finds in a file that grows what a quiet run finds, byte for byte', async () => {
    const expected = await quiet()
    expect(expected.length).toBeGreaterThanOrEqual(2)
    const path = join(folder, 'grows.nmea')
    await writeFile(path, '')
    const commits: number[] = []
    for (const part of parts.slice(0, -1)) {
      const child = start(scratch, 'grows', path)
      await appendFile(path, `${part.join('\r\n')}\r\n`)
      const said = await until(child, (one) => one.commits !== undefined)
      commits.push(said.commits as number)
      await new Promise((resolve) => setTimeout(resolve, 40 * Math.random()))
      await child.kill()
    }
    await appendFile(path, `${parts.at(-1)!.join('\r\n')}\r\n`)
    await finish(start(scratch, 'grows', path))
    expect(await bodies(scratch)).toEqual(expected)
    expect(commits.at(-1)).toBeGreaterThan(commits[0]!)
  })

  it('finds in what came over a connection what a quiet run finds, byte for byte', async () => {
    const expected = await quiet()
    const store = await scratchStore()
    const sockets: Socket[] = []
    const server = createServer((socket) => {
      socket.on('error', () => {})
      sockets.push(socket)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const input = `tcp://127.0.0.1:${typeof address === 'object' ? address!.port : 0}`
    const received = join(folder, 'connected')
    const size = async () => {
      const names = await readdir(received).catch(() => [])
      const sizes = await Promise.all(names.map((name) => stat(join(received, name)).then((one) => one.size)))
      return sizes.reduce((sum, one) => sum + one, 0)
    }
    const lengthOf = (part: readonly string[]) => part.reduce((sum, line) => sum + line.length + 2, 0)
    for (const [i, part] of parts.entries()) {
      const child = start(store, 'connected', input)
      while (sockets.length <= i) await new Promise((resolve) => setTimeout(resolve, 10))
      const before = await size()
      sockets[i]!.write(`${part.join('\r\n')}\r\n`)
      if (i === parts.length - 1) {
        await finish(child)
        break
      }
      // Written down is taken; what is made of it may be anywhere by then. Segments that are done with may be gone.
      for (let waited = 0; (await size()) < before + lengthOf(part) && waited < 300; waited++)
        await new Promise((resolve) => setTimeout(resolve, 2))
      await child.kill()
    }
    server.close()
    for (const socket of sockets) socket.destroy()
    expect(await bodies(store)).toEqual(expected)
    await store.close()
  })
})

describe('the time of arrival', () => {
  const bare = '!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A'
  const stamped = (...lines: string[]) =>
    new TextDecoder().decode(
      new LineStamp(() => 1519432800123).lines(new TextEncoder().encode(`${lines.join('\r\n')}\r\n`)),
    )

  it('is given to sentences that carry none', () => {
    expect(stamped(bare)).toBe(`\\c:1519432800123*68\\${bare}\r\n`)
    expect(stamped(`\\s:station*1F\\${bare}`)).toContain(`\\c:1519432800123*68\\\\s:station`)
  })

  it('is not given to those that say when they were received', () => {
    for (const line of [`\\c:1519432800,s:a*00\\${bare}`, `${bare},r003669945,1152576161`])
      expect(stamped(line)).toBe(`${line}\r\n`)
    const gatehouse = '$PGHP,1,2018,2,24,0,40,0,123,219,,2190048,1,4A*20'
    expect(stamped(gatehouse, bare)).toBe(`${gatehouse}\r\n${bare}\r\n`)
  })

  it('is that of the first part, and it is known whether others are to come', () => {
    const stamp = new LineStamp(() => 0)
    const take = (line: string) => {
      stamp.lines(new TextEncoder().encode(`${line}\n`))
      return stamp.isBetweenMessages
    }
    expect(stamped('!AIVDM,2,2,3,A,55,0*00')).toBe('!AIVDM,2,2,3,A,55,0*00\r\n')
    expect(take('!AIVDM,2,1,3,A,55,0*00')).toBe(false)
    expect(take('!AIVDM,2,2,3,A,55,0*00')).toBe(true)
  })
})
