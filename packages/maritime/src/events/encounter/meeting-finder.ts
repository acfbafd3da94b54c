import type { Instant } from '@cordon/model'
import { longitudeStep, wrapLongitude } from '../../geo.ts'
import type { Emit } from '../event.ts'
import { cosineOf, knotsOf, type Leg, planeMetres } from '../leg.ts'
import type { MeetingParameters } from './meeting.ts'
import { addNear, endPart, meetingOf, newRun, type Run } from './meeting-run.ts'
import { PairFinder, Samples } from './samples.ts'

const minute = 60_000

/** Where a track was last heard; undefined where it is forgotten. */
export type LastHeard = (
  track: number,
) => { readonly time: Instant; readonly lat: number; readonly lon: number } | undefined

/**
 * Finds meetings in a stream of legs. A time of the grid is looked at once all that can be interpolated to it has come: when
 * a position `gapMinutes` later has. What it does depends on the order of positions alone, not on how they were cut into
 * batches. Memory: an hour of samples of slow ships away from port, and the pairs that are near.
 */
export class MeetingFinder {
  private readonly steps = new Map<Instant, Samples>()
  private readonly runs = new Map<number, Run>()
  private readonly pairs: PairFinder
  private readonly parameters: MeetingParameters
  private readonly step: number
  private readonly wait: number
  private readonly isInPort: (lat: number, lon: number) => boolean
  /** The next time of the grid to look at. */
  private due = Number.NEGATIVE_INFINITY

  /** @param isInPort whether a place is too near to a port for a meeting there to mean anything */
  constructor(parameters: MeetingParameters, isInPort: (lat: number, lon: number) => boolean) {
    this.parameters = parameters
    this.isInPort = isInPort
    this.pairs = new PairFinder(Math.max(parameters.withinKm, parameters.leaveKm) * 1000)
    this.step = parameters.stepMinutes * minute
    this.wait = parameters.gapMinutes * minute
  }

  /**
   * Takes a leg: its places at the times of the grid.
   * @param isOpenSea no port is within 15 km of its end, so that none is asked for
   */
  leg(leg: Leg, isOpenSea: boolean): void {
    const { step } = this
    const first = Math.floor(leg.time0 / step) * step + step
    if (first > leg.time || !(leg.ms < this.wait)) return
    const knots = knotsOf(leg.metres, leg.ms)
    if (knots > this.parameters.samplesBelowKnots) return
    const dLon = longitudeStep(leg.lon0, leg.lon)
    for (let time = first; time <= leg.time; time += step) {
      const mix = (time - leg.time0) / leg.ms
      const lat = leg.lat0 + (leg.lat - leg.lat0) * mix
      const lon = wrapLongitude(leg.lon0 + dLon * mix)
      if (!isOpenSea && this.isInPort(lat, lon)) continue
      this.samplesAt(time).add(leg.track, leg.mmsi, lat, lon, knots)
    }
  }

  private last: Instant = Number.NaN
  private lastSamples: Samples | undefined

  private samplesAt(time: Instant): Samples {
    if (time === this.last) return this.lastSamples!
    let samples = this.steps.get(time)
    if (samples === undefined) {
      samples = new Samples()
      this.steps.set(time, samples)
    }
    this.last = time
    this.lastSamples = samples
    return samples
  }

  /** Looks at all times of the grid for which everything has come when a position of this time has. */
  until(time: Instant, lastHeard: LastHeard, emit: Emit): void {
    if (time < this.due + this.wait) return
    if (this.due === Number.NEGATIVE_INFINITY) {
      this.due = Math.floor((time - this.wait) / this.step) * this.step
      if (Number.isNaN(this.due)) return
    }
    while (this.due + this.wait <= time) {
      if (this.steps.size === 0 && this.runs.size === 0) {
        this.due = Math.floor((time - this.wait) / this.step) * this.step + this.step
        return
      }
      this.look(this.due, lastHeard, emit)
      this.due += this.step
    }
  }

  /** When `until` has something to do next, at the earliest. */
  nextLook(now: Instant): Instant {
    return this.due === Number.NEGATIVE_INFINITY ? now : this.due + this.wait
  }

  private look(time: Instant, lastHeard: LastHeard, emit: Emit): void {
    const samples = this.steps.get(time)
    if (samples) {
      this.steps.delete(time)
      if (this.last === time) this.last = Number.NaN
      this.pairs.find(samples, (i, j, metres) => this.meet(time, samples, i, j, metres))
    }
    for (const [key, run] of this.runs) this.settle(key, run, time, lastHeard, emit)
  }

  private meet(time: Instant, samples: Samples, i: number, j: number, metres: number): void {
    const { mmsi, track, lat, lon, knots } = samples
    const [a, b] = mmsi[i]! < mmsi[j]! || (mmsi[i] === mmsi[j] && track[i]! < track[j]!) ? [i, j] : [j, i]
    // Two tracks of one number are two ships or one false place: no meeting.
    if (mmsi[a] === mmsi[b]) return
    const key = track[a]! * 0x4000000 + track[b]!
    const isNear = metres <= this.parameters.withinKm * 1000
    let run = this.runs.get(key)
    if (run === undefined) {
      if (!isNear) return
      run = newRun(track[a]!, track[b]!, mmsi[a]!, mmsi[b]!, lon[a]!)
      this.runs.set(key, run)
    }
    run.seen = time
    if (isNear) addNear(run, time, lat[a]!, lon[a]!, metres, (knots[a]! + knots[b]!) / 2)
  }

  /** What a step means for a pair: the meeting goes on, a part of it ends, all of it ends. */
  private settle(key: number, run: Run, time: Instant, lastHeard: LastHeard, emit: Emit): void {
    const { parameters } = this
    if (run.near === time) {
      if (run.told) return
      const meeting = meetingOf(run, 'open', parameters)
      if (meeting === undefined) return
      run.told = true
      emit(meeting)
      return
    }
    const away = time - run.near
    const allowed = this.areApart(run, time, lastHeard) ? parameters.leaveMinutes : parameters.unheardMinutes
    if (away > allowed * minute) endPart(run, parameters)
    if (away < parameters.joinHours * 3_600_000 && (run.start !== 0 || run.partStart !== 0)) return
    endPart(run, parameters)
    this.finish(key, run, emit)
  }

  private finish(key: number, run: Run, emit: Emit): void {
    this.runs.delete(key)
    const meeting = meetingOf(run, 'closed', this.parameters)
    if (meeting !== undefined) emit(meeting)
  }

  /** Whether both were heard since, and not beside each other; one that is not heard may still be there. */
  private areApart(run: Run, time: Instant, lastHeard: LastHeard): boolean {
    if (run.seen === time) return true
    const a = lastHeard(run.track)
    const b = lastHeard(run.otherTrack)
    if (a === undefined || b === undefined || a.time < time || b.time < time) return false
    const metres = planeMetres(a.lat, a.lon, b.lat, b.lon, cosineOf(a.lat))
    return metres > this.parameters.leaveKm * 1000
  }

  /** Nothing more will come: looks at what waits, and ends all meetings. */
  end(lastHeard: LastHeard, emit: Emit): void {
    for (const time of [...this.steps.keys()].sort((a, b) => a - b)) this.look(time, lastHeard, emit)
    for (const [key, run] of this.runs) {
      endPart(run, this.parameters)
      this.finish(key, run, emit)
    }
  }

  /** Plain data. */
  snapshot(): unknown {
    return {
      due: Number.isFinite(this.due) ? this.due : null,
      steps: [...this.steps].map(([time, { length, track, mmsi, lat, lon, knots }]) => [
        time,
        ...[track, mmsi, lat, lon, knots].map((column) => Array.from(column.subarray(0, length))),
      ]),
      runs: [...this.runs.values()].map((run) => ({
        ...run,
        distances: Array.from(run.distances),
        speeds: Array.from(run.speeds),
      })),
    }
  }

  /** Resumes from a snapshot. */
  restore(saved: unknown): void {
    const { due, steps, runs } = saved as {
      due: number | null
      steps: [number, number[], number[], number[], number[], number[]][]
      runs: (Omit<Run, 'distances' | 'speeds'> & { distances: number[]; speeds: number[] })[]
    }
    this.due = due ?? Number.NEGATIVE_INFINITY
    this.last = Number.NaN
    this.steps.clear()
    for (const [time, track, mmsi, lat, lon, knots] of steps) {
      const samples = this.samplesAt(time)
      for (const i of track.keys()) samples.add(track[i]!, mmsi[i]!, lat[i]!, lon[i]!, knots[i]!)
    }
    this.runs.clear()
    for (const run of runs)
      this.runs.set(run.track * 0x4000000 + run.otherTrack, {
        ...run,
        distances: Uint16Array.from(run.distances),
        speeds: Uint16Array.from(run.speeds),
      })
  }
}
