import { type CirclingParameters, circlingDefaults } from './circling.ts'
import { type DarkParameters, darkDefaults } from './dark-rendezvous.ts'
import { type MeetingParameters, meetingDefaults } from './encounter/meeting.ts'
import { type GapParameters, gapDefaults } from './gap.ts'
import { type LoiteringParameters, loiteringDefaults } from './loitering.ts'
import { type PortVisitParameters, portVisitDefaults } from './port-visit.ts'
import { type CargoParameters, cargoDefaults } from './speed-for-cargo.ts'
import { type SpeedParameters, speedDefaults } from './speed-inconsistent.ts'

/** Everything that can be set about events. */
export interface EventParameters {
  readonly meeting: MeetingParameters
  readonly loitering: LoiteringParameters
  readonly gap: GapParameters
  readonly portVisit: PortVisitParameters
  readonly speed: SpeedParameters
  readonly dark: DarkParameters
  readonly circling: CirclingParameters
  readonly cargo: CargoParameters
  /** Nearer to a port than this nothing is loitering. Default 20 nautical miles, 37 km. */
  readonly clearKm: number
  /** A track silent for longer is forgotten. Default 240 hours. */
  readonly forgetHours: number
  /** Tracks followed at a time. Default 500,000. */
  readonly tracks: number
}

/** The defaults. */
export const eventDefaults: EventParameters = {
  meeting: meetingDefaults,
  loitering: loiteringDefaults,
  gap: gapDefaults,
  portVisit: portVisitDefaults,
  speed: speedDefaults,
  dark: darkDefaults,
  circling: circlingDefaults,
  cargo: cargoDefaults,
  clearKm: 37,
  forgetHours: 240,
  tracks: 500_000,
}

/** What is given, and the defaults for the rest. */
export function withDefaults(parameters: Partial<EventParameters>): EventParameters {
  return { ...eventDefaults, ...parameters }
}
