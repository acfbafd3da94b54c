import { csvDialects } from '@cordon/maritime'
import { type Command, Option } from 'commander'
import type { CsvLayoutOptions } from '../sea/csv-layout.ts'
import type { PlaceOptions } from '../sea/places.ts'
import { integerBetween } from './options.ts'
import type { OutputFormat } from './output.ts'

/** Options that all commands at sea have. */
export interface SeaOptions {
  readonly follow?: boolean
  readonly rejects?: string
  readonly progress?: boolean
}

/** Options of commands that write tables too. */
export interface SeaTableOptions extends SeaOptions, PlaceOptions, CsvLayoutOptions {
  readonly format?: OutputFormat
  readonly lateness: number
}

/** Adds what all commands at sea take. */
export function withInput(command: Command): Command {
  return command
    .argument(
      '<input...>',
      'files in order of time, -, udp://host:port, tcp://host:port to connect to, tcp-listen://host:port',
    )
    .option('--follow', 'go on at the end of a file as it grows')
    .option('--rejects <file>', 'write records that cannot be read there, as NDJSON')
    .option('--progress', 'show progress even where standard error is no terminal')
}

/** Adds how late positions may be. */
export function withLateness(command: Command): Command {
  return withColumns(command).option(
    '--lateness <minutes>',
    'how far out of order live positions may be; later ones are dropped and counted. Files are put in order',
    integerBetween(0, 100_000),
    10,
  )
}

/** Adds the format of what is written. */
export function withFormat(command: Command): Command {
  return command.addOption(
    new Option(
      '--format <format>',
      'how it is written (default: a table on a terminal, else ndjson)',
    ).choices(['ndjson', 'table']),
  )
}

/** Adds what the columns of a CSV are. */
function withColumns(command: Command): Command {
  return command
    .option(
      '--column <field=name...>',
      'which column of a CSV holds what, for example lat=Latitude sog=SPEED_x10/10 (divided by ten)',
    )
    .option(
      '--columns <file>',
      'the same as YAML: columns: { mmsi: MMSI, time: TIMESTAMP, lat: LAT, lon: LON }',
    )
    .addOption(
      new Option('--dialect <name>', 'how a CSV is written, where its header line does not tell').choices(
        csvDialects.map(({ name }) => name),
      ),
    )
}

/** Adds ports and areas. */
export function withPlaces(command: Command): Command {
  return command
    .option('--pack <name>', 'the theatre whose areas, ports and rules are used', 'dprk')
    .option('--ports <file>', 'more ports: CSV with name, lat, lon (the World Port Index as it is published)')
    .option('--areas <file>', 'more areas: GeoJSON with id, name, kind')
}

/** A signal that a person's interrupt sets off, once; the second one ends the process as usual. */
export function interrupted(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}
