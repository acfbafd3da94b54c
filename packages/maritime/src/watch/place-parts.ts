import type { Instant } from '@cordon/model'
import type { Area } from '../places/area.ts'
import type { SeaRules } from './knowledge.ts'
import type { Part } from './parts.ts'

/** A place and a span of time, with what is known of the place. */
export interface Setting {
  readonly lat: number
  readonly lon: number
  readonly start: Instant
  readonly end: Instant
  readonly areas: readonly Area[]
  readonly portKm: number | undefined
}

/** Where and when: a watch area, the open sea, by night, for long. */
export function placeParts(setting: Setting, { weights }: SeaRules): Part[] {
  const place = placeText(setting.lat, setting.lon)
  const parts: Part[] = []
  const area = setting.areas.find(({ kind }) => kind === 'watch')
  if (area)
    parts.push({
      feature: 'watch-area',
      query: place,
      candidate: area.name,
      contribution: weights.watchArea,
      detail: `${place} is in the watch area ${area.name}${area.note === undefined ? '' : ` (${area.note})`}.`,
      cites: area.cites,
    })
  if (setting.portKm === undefined || setting.portKm > 20)
    parts.push({
      feature: 'open-sea',
      query: place,
      candidate:
        setting.portKm === undefined ? 'no port within 40 km' : `${Math.round(setting.portKm)} km from port`,
      contribution: weights.openSea,
      detail: 'No port is near.',
    })
  const hours = (setting.end - setting.start) / 3_600_000
  if (hours >= 4)
    parts.push({
      feature: 'duration',
      query: `${hours.toFixed(1)} h`,
      candidate: '4 h',
      contribution: weights.long,
      detail: `It lasted ${hours.toFixed(1)} h, long enough for a transfer of fuel.`,
    })
  const hour = solarHour((setting.start + setting.end) / 2, setting.lon)
  if (hour < 5 || hour >= 20)
    parts.push({
      feature: 'night',
      query: `${hour.toFixed(0)} h local solar time`,
      candidate: '20 to 5 h',
      contribution: weights.night,
      detail: 'It was by night.',
    })
  return parts
}

/** Mean solar time at a longitude, hours. */
export function solarHour(time: Instant, lon: number): number {
  return (((time / 3_600_000 + lon / 15) % 24) + 24) % 24
}

/** `30.10 N 125.20 E`. */
export function placeText(lat: number, lon: number): string {
  return `${Math.abs(lat).toFixed(2)} ${lat < 0 ? 'S' : 'N'} ${Math.abs(lon).toFixed(2)} ${lon < 0 ? 'W' : 'E'}`
}
