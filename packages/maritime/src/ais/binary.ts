import { readUint } from './bits.ts'
import { type Field, layout, type Part, rest, uint } from './field.ts'
import { fits, type MessageTable } from './message-table.ts'
import { areaNotice } from './payloads/area-notice.ts'
import { environment } from './payloads/environment.ts'
import * as inland from './payloads/inland.ts'
import { lighthouseMonitoring } from './payloads/lighthouse.ts'
import * as metHydro from './payloads/met-hydro.ts'
import * as port from './payloads/port.ts'
import * as voyage from './payloads/voyage.ts'
import { shipWeather } from './payloads/weather.ts'

/** Bits before the payload of types 6 and 8. */
const addressedStart = 88
const broadcastStart = 56

/** The layout of one application: its payload's bits and parts. Other lengths are something else under its number. */
export interface Application {
  readonly bits: readonly [number, number]
  readonly parts: readonly Part[]
}

const addressed: Readonly<Record<string, Application>> = {
  '1/12': voyage.dangerousCargoOf2004,
  '1/14': port.tidalWindowOf2004,
  '1/16': voyage.persons,
  '1/18': port.clearance,
  '1/20': port.berthing,
  '1/23': areaNotice,
  '1/25': voyage.dangerousCargo,
  '1/28': voyage.route,
  '1/30': voyage.description,
  '1/32': port.tidalWindow,
  '200/21': inland.arrivalAtLock,
  '200/22': inland.lockTime,
  '200/55': inland.persons,
  '235/10': lighthouseMonitoring,
  '250/10': lighthouseMonitoring,
}

const broadcast: Readonly<Record<string, Application>> = {
  '1/11': metHydro.of2004,
  '1/13': port.fairwayClosed,
  '1/15': voyage.airDraught,
  '1/16': voyage.personsBroadcast,
  '1/17': port.trafficTargets,
  '1/19': port.trafficSignal,
  '1/21': shipWeather,
  '1/22': areaNotice,
  '1/24': voyage.extendedVoyage,
  '1/26': environment,
  '1/27': voyage.route,
  '1/29': voyage.description,
  '1/31': metHydro.of2010,
  '200/10': inland.shipStatic,
  '200/23': inland.weatherWarning,
  '200/24': inland.waterLevels,
  '200/40': inland.signalStatus,
  '367/33': environment,
}

type Tables = ReadonlyMap<number, MessageTable>

/** Designated area code and functional identifier are ten and six bits: together a key of sixteen. */
function tablesAt(start: number, applications: Readonly<Record<string, Application>>): Tables {
  return new Map(
    Object.entries(applications).map(([name, { bits, parts }]) => {
      const [dac, fid] = name.split('/').map(Number)
      return [
        dac! * 64 + fid!,
        { name, bits: [start + bits[0], start + bits[1]], fields: layout(start, ...parts) },
      ]
    }),
  )
}

const addressedTables = tablesAt(addressedStart, addressed)
const broadcastTables = tablesAt(broadcastStart, broadcast)
const addressedData = layout(addressedStart, rest('data'))
const broadcastData = layout(broadcastStart, rest('data'))

/** Most bits of a type 6 or 8 of this application, or 0 where its layout is not known. */
export function longestOfApplication(type: 6 | 8, dac: number, fid: number): number {
  const tables = type === 6 ? addressedTables : broadcastTables
  return tables.get(dac * 64 + fid)?.bits[1] ?? 0
}

/** The fields of a type 6 behind its application identifier; undecoded `data` where the application is unknown. */
export function fieldsOfAddressed(six: Uint8Array, bits: number): readonly Field[] {
  const table = addressedTables.get(readUint(six, 72, 16))
  return table && fits(table, bits) ? table.fields : addressedData
}

/** The fields of a type 8 behind its application identifier; undecoded `data` where the application is unknown. */
export function fieldsOfBroadcast(six: Uint8Array, bits: number): readonly Field[] {
  const table = broadcastTables.get(readUint(six, 40, 16))
  if (table?.name === '1/21' && readUint(six, broadcastStart, 1) === 1) return broadcastData
  return table && fits(table, bits) ? table.fields : broadcastData
}

/**
 * Types 25 and 26: destination and application identifier are there or not, by two flags. No spare bits behind the
 * destination, as gpsd reads and describes it.
 */
const slotForms = [0, 1, 2, 3].map((flags) => [
  ...(flags & 2 ? [uint('dest_mmsi', 30)] : []),
  ...(flags & 1 ? [uint('app_id', 16)] : []),
])
const singleSlotForms = slotForms.map((parts) => layout(40, ...parts, rest('data')))
const radioBits = 20

/** The fields of a type 25 behind its two flags. */
export function fieldsOfSingleSlot(six: Uint8Array): readonly Field[] {
  return singleSlotForms[readUint(six, 38, 2)]!
}

/** The fields of a type 26 behind its two flags. The radio status stands in the last bits of the message. */
export function fieldsOfMultiSlot(six: Uint8Array, bits: number): readonly Field[] {
  const parts = slotForms[readUint(six, 38, 2)]!
  const start = 40 + parts.reduce((sum, part) => sum + part.width, 0)
  const radio = uint('radio', radioBits)
  const width = bits - radioBits - start
  if (width <= 0) return layout(40, ...parts)
  return layout(40, ...parts, { name: 'data', kind: 'data', width }, radio)
}
