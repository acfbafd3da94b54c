import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ChildProgram, type ScratchStore, scratchStore, startProgram } from '@cordon/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { resolveStore } from '../store/index.ts'
import { EventFeed } from './event-feed.ts'
import { eventStream } from './event-stream.ts'
import { testFinding } from './testing-findings.ts'
import { Follower, messagesOf } from './testing-follower.ts'

const writer = new URL('./findings-writer.child.ts', import.meta.url)
const program = new URL('../main.ts', import.meta.url)

describe('events of a store', () => {
  let scratch: ScratchStore
  beforeAll(async () => {
    scratch = await scratchStore()
  })
  afterAll(() => scratch.close())
  const newEvents = async (work: () => Promise<unknown>) => {
    const { head } = await scratch.store.events.span()
    await work()
    return scratch.store.events.after(head)
  }

  it('tell of findings that came and of those that grew, and not of those that did not', async () => {
    const { findings } = scratch.store
    const came = await newEvents(() =>
      findings.upsert([testFinding('a'), testFinding('b', { severity: 'high' })]),
    )
    expect(came.map(({ kind, body }) => [kind, body])).toEqual([
      [
        'findings',
        {
          findings: [
            {
              id: testFinding('a').id,
              revision: 1,
              watch: 'screening',
              rule: 'name',
              severity: 1,
              fresh: true,
            },
            {
              id: testFinding('b').id,
              revision: 1,
              watch: 'screening',
              rule: 'name',
              severity: 2,
              fresh: true,
            },
          ],
        },
      ],
    ])
    const grew = await newEvents(() => findings.upsert([testFinding('a', { revision: 2 }), testFinding('b')]))
    expect(grew.map(({ body }) => body)).toEqual([
      { findings: [expect.objectContaining({ id: testFinding('a').id, revision: 2, fresh: false })] },
    ])
  })

  it('tell of a decision and of its withdrawal, once each', async () => {
    const id = testFinding('a').id
    const decided = await newEvents(async () => {
      await scratch.store.findings.decide({ findingId: id, verdict: 'false', reason: 'another', who: 'ana' })
      await scratch.store.findings.undo({ findingId: id, reason: 'no', who: 'ana' })
    })
    expect(decided.map(({ kind, body }) => [kind, body])).toEqual([
      ['decisions', { decisions: [{ finding: id, verdict: 'false', who: 'ana', revision: 2 }] }],
      ['decisions', { decisions: [{ finding: id, verdict: null, who: 'ana', revision: 2 }] }],
    ])
  })

  it('are cut into pieces where many come at once', async () => {
    const many = Array.from({ length: 250 }, (_, i) => testFinding(`many-${i}`))
    const events = await newEvents(() => scratch.store.findings.upsert(many))
    const sizes = events.map(({ body }) => (body.findings as unknown[]).length)
    expect(sizes.sort((a, b) => b - a)).toEqual([100, 100, 50])
  })

  it('stand in the order of the commits, however long a transaction took', async () => {
    const { head } = await scratch.store.events.span()
    const { database } = scratch.store
    const [slow, quick] = [await database.connect(), await database.connect()]
    const set = (name: string) =>
      `insert into setting (name, value, at, who) values ('${name}', '1', 1, 'ana')`
    await slow.query('begin')
    await slow.query(set('slow'))
    await quick.query(set('quick'))
    const seen = await scratch.store.events.after(head)
    expect(seen.map(({ body }) => body.name)).toEqual(['quick'])
    await slow.query('commit')
    const later = await scratch.store.events.after(seen[0]!.position)
    expect(later.map(({ body }) => body.name)).toEqual(['slow'])
    await Promise.all([slow.end(), quick.end()])
  })

  it('are nothing where the transaction is taken back', async () => {
    const events = await newEvents(() =>
      scratch.store
        .transaction(async (client) => {
          await client.query(`insert into setting (name, value, at, who) values ('x', '1', 1, 'ana')`)
          throw new Error('no')
        })
        .catch(() => undefined),
    )
    expect(events).toEqual([])
  })
})

describe('a stream to one follower', () => {
  let scratch: ScratchStore
  let feed: EventFeed
  beforeAll(async () => {
    scratch = await scratchStore()
    feed = new EventFeed(scratch.store)
    await feed.start()
  })
  afterAll(async () => {
    await feed.stop()
    await scratch.close()
  })
  const kinds = (text: string) => messagesOf(text).messages.map(({ event }) => event)

  it('lets go who takes nothing, and says so; coming back they miss nothing', async () => {
    let time = 0
    const gone = new AbortController()
    const stream = eventStream(feed, { signal: gone.signal, patience: 1_000, beat: 50, now: () => time })
    const hello = messagesOf((await stream.next()).value as string).messages[0]!
    expect(hello.event).toBe('hello')
    await scratch.store.findings.upsert([testFinding('one')])
    expect(kinds((await stream.next()).value as string)).toEqual(['findings'])
    await scratch.store.findings.upsert([testFinding('two')])
    time = 5_000
    const left = messagesOf((await stream.next()).value as string).messages
    expect(left[0]).toMatchObject({ event: 'bye', data: { reason: 'slow' } })
    expect((await stream.next()).done).toBe(true)
    const again = eventStream(feed, { signal: gone.signal, after: left[0]!.data.position })
    expect(kinds((await again.next()).value as string)).toEqual(['resumed'])
    const missed = messagesOf((await again.next()).value as string).messages
    expect(missed.flatMap(({ data }) => data.findings)).toEqual([
      expect.objectContaining({ id: testFinding('two').id, severity: 'medium' }),
    ])
    gone.abort()
    await again.return(undefined)
  })

  it('is asked to come back from time to time, so that who may no longer follow does not', async () => {
    let time = 0
    const gone = new AbortController()
    const stream = eventStream(feed, { signal: gone.signal, beat: 20, lifetime: 1_000, now: () => time })
    await stream.next()
    const next = stream.next()
    time = 2_000
    expect(kinds((await next).value as string)).toEqual(['beat'])
    expect(messagesOf((await stream.next()).value as string).messages[0]?.data).toMatchObject({
      reason: 'renew',
    })
    expect((await stream.next()).done).toBe(true)
  })

  it('shows that it lives while nothing happens', async () => {
    const gone = new AbortController()
    const stream = eventStream(feed, { signal: gone.signal, beat: 20 })
    await stream.next()
    expect(kinds((await stream.next()).value as string)).toEqual(['beat'])
    gone.abort()
    await stream.return(undefined)
  })

  it('says to load all anew where what was missed is no longer kept', async () => {
    await scratch.store.events.prune(0)
    await scratch.store.findings.upsert([testFinding('three'), testFinding('four')])
    const gone = new AbortController()
    for (const after of [0, 1_000_000]) {
      const stream = eventStream(feed, { signal: gone.signal, after })
      expect(kinds((await stream.next()).value as string)).toEqual(['reset'])
      await stream.return(undefined)
    }
  })

  it('tells how far work is, of any process', async () => {
    const gone = new AbortController()
    const stream = eventStream(feed, { signal: gone.signal })
    await stream.next()
    const next = stream.next()
    await scratch.store.events.tell({ job: 'import', name: 'us_ofac_sdn', done: 5, total: 10, unit: 'bytes' })
    // What the tests before stored may still be on its way.
    let { messages } = messagesOf((await next).value as string)
    while (!messages.some(({ event }) => event === 'progress'))
      messages = messagesOf((await stream.next()).value as string).messages
    expect(messages.filter(({ event }) => event === 'progress')).toEqual([
      { event: 'progress', data: { job: 'import', name: 'us_ofac_sdn', done: 5, total: 10, unit: 'bytes' } },
    ])
    expect(feed.running()).toMatchObject([{ name: 'us_ofac_sdn' }])
    await scratch.store.events.tell({ job: 'import', name: 'us_ofac_sdn', ended: true })
    await expect.poll(() => feed.running()).toEqual([])
    gone.abort()
    await stream.return(undefined)
  })
})

describe('a follower of the real server', () => {
  const children: ChildProgram[] = []
  const data = mkdtempSync(join(tmpdir(), 'cordon-events-'))
  afterEach(async () => {
    await Promise.all(children.splice(0).map((child) => child.kill()))
    // The database server outlives the last program by some seconds.
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    rmSync(data, { recursive: true, force: true, maxRetries: 20 })
  }, 30_000)

  const start = (...args: Parameters<typeof startProgram>) => {
    const child = startProgram(...args)
    children.push(child)
    return child
  }

  it('gets every finding of another process once, through cuts and a killed server', async () => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const serve = () => start(program, ['serve', '--port', String(port), '--data', data])
    let server = serve()
    const follower = new Follower(url)
    const said = (event: string) => follower.messages.filter((message) => message.event === event).length
    await expect.poll(() => said('hello'), { timeout: 60_000 }).toBe(1)
    const count = 400
    const config = JSON.stringify(resolveStore({ data }))
    const child = start(writer, [config, '', '0', String(count)])
    const seen = () => follower.findings().length
    await expect.poll(seen, { timeout: 30_000 }).toBeGreaterThan(20)
    follower.cut()
    await expect.poll(() => said('resumed'), { timeout: 30_000 }).toBe(1)
    await expect.poll(seen, { timeout: 30_000 }).toBeGreaterThan(60)
    await server.kill()
    server = serve()
    await expect.poll(() => said('resumed'), { timeout: 60_000 }).toBe(2)
    follower.cut()
    expect(await child.ended).toBe(0)
    await expect.poll(seen, { timeout: 30_000 }).toBeGreaterThanOrEqual(count)
    const expected = Array.from({ length: count }, (_, i) => `${testFinding(`w-${i}`).id} 1`)
    expect(follower.findings().sort()).toEqual(expected.sort())
    const ids = follower.messages.flatMap(({ id }) => id ?? [])
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
    await follower.stop()
  }, 180_000)

  it('that was gone before its stream began holds nothing up: the server still ends when it is asked to', async () => {
    const port = await freePort()
    const server = start(program, ['serve', '--port', String(port), '--data', data])
    const isReady = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ status }) => status,
        () => 0,
      )
    await expect.poll(isReady, { timeout: 60_000 }).toBe(200)
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const socket = connect(port, '127.0.0.1')
        await once(socket, 'connect')
        socket.write('GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n', () => socket.destroy())
        await once(socket, 'close')
      }),
    )
    await expect.poll(isReady).toBe(200)
    server.process.kill('SIGTERM')
    const late = new Promise((resolve) => setTimeout(resolve, 20_000, 'not ended').unref())
    expect(await Promise.race([server.ended, late])).toBe(0)
  }, 120_000)
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
