import { useSyncExternalStore } from 'react'

/** Speeds of replay: seconds of the sea in a second of the viewer. */
export const speeds = [60, 300, 900, 3600, 14_400] as const

/** The time that is shown. Moves by itself while it plays; the map follows each frame, the page ten times a second. */
export class SeaClock {
  /** UTC milliseconds. */
  time = 0
  from = 0
  until = 0
  speed: number = 900
  playing = false
  private readonly frames = new Set<() => void>()
  private readonly listeners = new Set<() => void>()
  private version = 0
  private last = 0
  private told = 0
  private frame = 0

  /** Called on every change of the time, at most once a frame. */
  onFrame(listener: () => void): () => void {
    this.frames.add(listener)
    return () => this.frames.delete(listener)
  }

  /** For React. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Changes with everything that React should see. */
  readonly snapshot = (): number => this.version

  /** Sets the span; the time stays where it is, if it is in it. */
  span(from: number, until: number): void {
    if (from === this.from && until === this.until) return
    this.from = from
    this.until = until
    this.seek(this.time >= from && this.time <= until ? this.time : until)
  }

  /** Goes to a time. */
  seek(time: number): void {
    this.time = Math.min(this.until, Math.max(this.from, time))
    for (const listener of this.frames) listener()
    this.tell()
  }

  /** Plays on, from the beginning where the end was reached. */
  play(): void {
    if (this.playing) return
    if (this.time >= this.until) this.time = this.from
    this.playing = true
    this.last = performance.now()
    this.frame = requestAnimationFrame(this.tick)
    this.tell()
  }

  /** Stands still. */
  pause(): void {
    if (!this.playing) return
    this.playing = false
    cancelAnimationFrame(this.frame)
    this.tell()
  }

  /** Sets the speed of replay. */
  setSpeed(speed: number): void {
    this.speed = speed
    this.tell()
  }

  private readonly tick = (now: number): void => {
    // A tab that was hidden does not jump on.
    const passed = Math.min(250, now - this.last)
    this.last = now
    this.time = Math.min(this.until, this.time + passed * this.speed)
    for (const listener of this.frames) listener()
    if (this.time >= this.until) {
      this.pause()
      return
    }
    if (now - this.told > 100) {
      this.told = now
      this.tell()
    }
    this.frame = requestAnimationFrame(this.tick)
  }

  private tell(): void {
    this.version++
    for (const listener of this.listeners) listener()
  }
}

/** Draws the component again when the clock moves, ten times a second at most while it plays. */
export function useClock(clock: SeaClock): SeaClock {
  useSyncExternalStore(clock.subscribe, clock.snapshot)
  return clock
}
