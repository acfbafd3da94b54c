import { parseMmsi } from '@cordon/model'
import type { Meeting } from '../events/encounter/meeting.ts'
import type { ShipRecord } from '../identity/identity-book.ts'
import type { ShipClass } from '../identity/ship-class.ts'
import type { Area } from '../places/area.ts'

/** Why ships lie beside each other lawfully every day. */
export interface Lawful {
  readonly kind: 'service' | 'rescue' | 'fishing' | 'pleasure' | 'lightering' | 'bunkering' | 'anchorage'
  readonly detail: string
}

/** What is needed to tell. */
export interface MeetingSetting {
  readonly areas: readonly Area[]
  /** Kilometres to the nearest port, where one is within 40. */
  readonly portKm: number | undefined
  readonly a: ShipRecord | undefined
  readonly b: ShipRecord | undefined
  /** Others that each of the two met within three days. */
  readonly partnersA: number
  readonly partnersB: number
  /** The class that a ship states is doubted: it is too long for it, or was changed. */
  readonly doubtA: boolean
  readonly doubtB: boolean
}

const service: readonly (ShipClass | undefined)[] = [
  'tug',
  'pilot',
  'tender',
  'service',
  'law',
  'military',
  'dredger',
]
const barge = { lengthM: 100, alwaysM: 80 }

/** The lawful reason that a meeting most likely has, or undefined. A class that is in doubt explains nothing. */
export function lawfulReason(meeting: Meeting, setting: MeetingSetting): Lawful | undefined {
  const a = setting.doubtA ? undefined : setting.a?.shipClass
  const b = setting.doubtB ? undefined : setting.b?.shipClass
  if (a === 'rescue' || b === 'rescue' || isRescueDevice(meeting.mmsi) || isRescueDevice(meeting.other))
    return { kind: 'rescue', detail: 'One of the two is a rescue unit or device.' }
  const server = service.includes(a) ? a : service.includes(b) ? b : undefined
  if (server !== undefined)
    return { kind: 'service', detail: `One of the two is a ${server}, which works beside others.` }
  if (a === 'fishing' && b === 'fishing')
    return { kind: 'fishing', detail: 'Both are fishing vessels, which fish and land in pairs.' }
  if (a === 'pleasure' || b === 'pleasure')
    return { kind: 'pleasure', detail: 'One of the two is a pleasure craft.' }
  const lawful = setting.areas.find(({ kind }) => kind === 'lawful')
  if (lawful) return { kind: 'lightering', detail: `${lawful.name}: transfers are usual and permitted here.` }
  const anchorage = setting.areas.find(({ kind }) => kind === 'anchorage')
  if (anchorage)
    return { kind: 'anchorage', detail: `${anchorage.name}: ships lie at anchor beside each other here.` }
  return bunkering(setting)
}

function isRescueDevice(mmsi: number): boolean {
  const parsed = parseMmsi(mmsi)
  return parsed.ok && ['sar-aircraft', 'ais-sart', 'man-overboard', 'epirb'].includes(parsed.kind)
}

/** A small tanker near a port that goes from ship to ship. */
function bunkering({
  a,
  b,
  partnersA,
  partnersB,
  portKm,
  doubtA,
  doubtB,
}: MeetingSetting): Lawful | undefined {
  if (portKm === undefined) return undefined
  const serves = (ship: ShipRecord | undefined, partners: number, doubt: boolean) =>
    !doubt &&
    ship?.shipClass === 'tanker' &&
    ship.lengthM !== undefined &&
    (ship.lengthM <= barge.alwaysM || (ship.lengthM <= barge.lengthM && partners >= 2))
  if (!serves(a, partnersA, doubtA) && !serves(b, partnersB, doubtB)) return undefined
  return {
    kind: 'bunkering',
    detail: `A small tanker ${Math.round(portKm)} km from port, as bunker barges are.`,
  }
}
