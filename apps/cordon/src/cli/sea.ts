import type { Command } from 'commander'
import { addSeaDecodeCommand } from './sea-decode.ts'
import { addSeaDrillCommand } from './sea-drill.ts'
import { addSeaEventsCommand } from './sea-events.ts'
import { addSeaSightingCommand } from './sea-sighting.ts'
import { addSeaTracksCommand } from './sea-tracks.ts'
import { addSeaWatchCommand } from './sea-watch.ts'

/** `cordon sea`: from AIS sentences to findings. */
export function addSeaCommand(program: Command): void {
  const sea = program
    .command('sea')
    .description('Read AIS, make tracks, find events at sea, watch for transfers.')
    .addHelpText(
      'after',
      `
Inputs are files (NMEA 0183 sentences, or positions as CSV of the known publishers; plain or .gz), - for standard input,
udp://host:port to listen on, tcp://host:port to connect to. Results go to standard output.`,
    )
  addSeaDecodeCommand(sea)
  addSeaTracksCommand(sea)
  addSeaEventsCommand(sea)
  addSeaWatchCommand(sea)
  addSeaSightingCommand(sea)
  addSeaDrillCommand(sea)
}
