import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { startSchedule } from './schedule.ts'

describe('the schedule of a server', () => {
  it('runs round after round, one at a time, and goes on after one that failed', async () => {
    let running = 0
    let most = 0
    let rounds = 0
    const errors: unknown[] = []
    const schedule = startSchedule({
      first: 1,
      every: 1,
      logger: { info() {}, error: (error: unknown) => void errors.push(error) },
      async round() {
        most = Math.max(most, ++running)
        rounds++
        await pause(10)
        running--
        if (rounds === 1) throw new Error('no network')
      },
    })
    while (rounds < 4) await pause(5)
    await schedule.stop()
    const after = rounds
    await pause(30)
    expect({ most, errors: errors.length, more: rounds - after, running }).toEqual({
      most: 1,
      errors: 1,
      more: 0,
      running: 0,
    })
  })
})
