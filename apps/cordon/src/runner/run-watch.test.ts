import { type ScratchStore, scratchStore, startProgram } from '@cordon/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../store/index.ts'
import { eventClock } from './event-clock.ts'
import { runWatch } from './run-watch.ts'
import { type Call, type CallState, callStream, callWatch } from './testing-watch.ts'
import { loadWatchState } from './watch-state.ts'

const length = 12_000
let scratch: ScratchStore
const opened: ScratchStore[] = []
const fresh = async () => {
  const one = await scratchStore()
  opened.push(one)
  return one
}

beforeAll(async () => {
  scratch = await fresh()
})
afterAll(() => Promise.all(opened.map((one) => one.close())))

function request(store: Store, batchSize: () => number, run = 'calls') {
  return {
    run,
    watch: callWatch(),
    known: { limit: 3 },
    store,
    lateness: 60_000,
    commitEvery: 150,
    open: (after: number | undefined) => callStream(length, after, batchSize),
  }
}

/** Everything that a run left, as bytes. */
async function bodies(store: Store): Promise<string> {
  const { rows } = await store.database.pool.query('select body from finding order by id')
  return rows.map(({ body }) => body).join('\n')
}

describe('the watermark', () => {
  it('follows the latest event at the stated distance, in whole ticks, and never goes back', () => {
    const clock = eventClock(60_000, 60_000)
    expect(clock.see(600_500)).toBe(false)
    expect(clock.due()).toBe(540_000)
    expect(clock.see(590_000)).toBe(false)
    expect(clock.due()).toBeUndefined()
    expect(clock.see(539_999)).toBe(true)
    expect(clock.see(660_000)).toBe(false)
    expect(clock.due()).toBe(600_000)
  })

  it('is the same however often it was saved and taken up again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 1e7 }), fc.boolean())), (events) => {
        const quiet = eventClock(5_000, 1_000)
        let resumed = eventClock(5_000, 1_000)
        for (const [time, cut] of events) {
          if (cut) resumed = eventClock(5_000, 1_000, JSON.parse(JSON.stringify(resumed.state())))
          expect(resumed.see(time)).toBe(quiet.see(time))
          expect(resumed.due()).toBe(quiet.due())
        }
      }),
    )
  })
})

describe('a run of a watch', () => {
  it('gives the same findings however the stream is cut into batches', async () => {
    const [small, large] = [await fresh(), await fresh()]
    const first = await runWatch(request(small.store, () => 1 + (length % 7)))
    const second = await runWatch(request(large.store, () => 4_999))
    expect(first.observed).toBe(second.observed)
    expect(first.ended && second.ended).toBe(true)
    expect(await bodies(small.store)).toBe(await bodies(large.store))
    expect((await small.store.findings.counts()).total).toBeGreaterThan(100)
  })

  it('goes on where it stood, with the watch and the clock as they were', async () => {
    const { store } = await fresh()
    const whole = request(store, () => 100)
    await expect(
      runWatch({
        ...whole,
        async *open(after: number | undefined) {
          let batches = 0
          for await (const batch of whole.open(after)) {
            if (++batches > 31) throw new Error('the stream broke')
            yield batch
          }
        },
      }),
    ).rejects.toThrow('the stream broke')
    const state = await loadWatchState<CallState, number>(store, 'calls')
    expect(state).toMatchObject({ position: 2_999, ended: false, commits: 15 })
    await runWatch(whole)
    const quiet = await fresh()
    await runWatch(request(quiet.store, () => 250))
    expect(await bodies(store)).toBe(await bodies(quiet.store))
  })

  it('does nothing more once it has ended', async () => {
    const { store } = await fresh()
    const done = await runWatch(request(store, () => 1_000))
    const again = await runWatch({
      ...request(store, () => 1_000),
      open: () => {
        throw new Error('it was opened')
      },
    })
    expect(again).toMatchObject({ commits: done.commits, observed: done.observed, ended: true })
  })

  it('is refused to the slower of two processes', async () => {
    const { store } = scratch
    const slow = request(store, () => 50, 'shared')
    await expect(
      runWatch({
        ...slow,
        async *open(after: number | undefined) {
          yield* take(slow.open(after), 10)
          await runWatch(request(store, () => 400, 'shared'))
          yield* take(slow.open(499), 10)
        },
      }),
    ).rejects.toMatchObject({ code: 'CORDON_RUN_TAKEN' })
    expect(await loadWatchState(store, 'shared')).toMatchObject({ ended: true })
  })

  it('counts what comes after its watermark, and still shows it to the watch', async () => {
    const { store } = scratch
    const seen: Call[] = []
    const observe = (batch: readonly Call[]) => {
      seen.push(...batch)
      return []
    }
    const watch = { ...callWatch(), observe }
    const item = (position: number, eventTime: number) => ({
      observation: { host: 'a', at: eventTime },
      position,
      eventTime,
    })
    const summary = await runWatch({
      ...request(store, () => 1, 'late'),
      watch,
      async *open() {
        yield [item(0, 1_000_000), item(1, 10_000_000), item(2, 20_000)]
      },
    })
    expect(summary.late).toBe(1)
    expect(seen).toHaveLength(3)
  })
})

describe('a run whose process is killed again and again', () => {
  it('ends with the findings of a quiet run, byte for byte', { timeout: 180_000 }, async () => {
    const [killed, quiet] = [await fresh(), await fresh()]
    const child = new URL('./run-watch.child.ts', import.meta.url)
    const args = [JSON.stringify(killed.config), killed.database, String(length)]
    let kills = 0
    for (; kills < 10; kills++) {
      const program = startProgram(child, args)
      const commits = 1 + Math.floor(Math.random() * 4)
      let seen = 0
      for await (const _line of program.lines) if (++seen >= commits) break
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10))
      await program.kill()
      expect(await loadWatchState(killed.store, 'calls')).toMatchObject({ ended: false })
    }
    expect(await startProgram(child, args).ended).toBe(0)
    await runWatch(request(quiet.store, () => 500))
    expect(await bodies(killed.store)).toBe(await bodies(quiet.store))
    const [a, b] = await Promise.all([killed, quiet].map(({ store }) => loadWatchState(store, 'calls')))
    expect({ ...a, commits: 0 }).toEqual({ ...b, commits: 0 })
  })
})

async function* take<T>(items: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  for await (const item of items) {
    if (count-- <= 0) return
    yield item
  }
}
