/** The thread of `day.mjs` that makes tracks. */
import { parentPort } from 'node:worker_threads'
import { TrackBuilder } from '@cordon/maritime'

const builder = new TrackBuilder()
parentPort.on('message', ({ batch, until }) => {
  if (batch) builder.push(batch)
  const tracks = batch ? builder.advance(until) : builder.end()
  const { length: _, ...columns } = tracks.positions
  parentPort.postMessage({ tracks, until }, [
    ...Object.values(columns).map(({ buffer }) => buffer),
    tracks.track.buffer,
  ])
})
