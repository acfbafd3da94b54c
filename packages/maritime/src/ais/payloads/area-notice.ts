import type { Application } from '../binary.ts'
import { latitude, list, longitude, monthDayHourMinute, type Part, restText, text, uint } from '../field.ts'
import type { Vocabulary } from '../vocabulary.ts'

const names: Readonly<Record<number, string>> = {
  0: 'Caution Area: Marine mammals habitat',
  1: 'Caution Area: Marine mammals in area - reduce speed',
  2: 'Caution Area: Marine mammals in area - stay clear',
  3: 'Caution Area: Marine mammals in area - report sightings',
  4: 'Caution Area: Protected habitat - reduce speed',
  5: 'Caution Area: Protected habitat - stay clear',
  6: 'Caution Area: Protected habitat - no fishing or anchoring',
  7: 'Caution Area: Derelicts (drifting objects)',
  8: 'Caution Area: Traffic congestion',
  9: 'Caution Area: Marine event',
  10: 'Caution Area: Divers down',
  11: 'Caution Area: Swim area',
  12: 'Caution Area: Dredge operations',
  13: 'Caution Area: Survey operations',
  14: 'Caution Area: Underwater operation',
  15: 'Caution Area: Seaplane operations',
  16: 'Caution Area: Fishery - nets in water',
  17: 'Caution Area: Cluster of fishing vessels',
  18: 'Caution Area: Fairway closed',
  19: 'Caution Area: Harbor closed',
  20: 'Caution Area: Risk (define in associated text field)',
  21: 'Caution Area: Underwater vehicle operation',
  23: 'Environmental Caution Area: Storm front (line squall)',
  24: 'Environmental Caution Area: Hazardous sea ice',
  25: 'Environmental Caution Area: Storm warning',
  26: 'Environmental Caution Area: High wind',
  27: 'Environmental Caution Area: High waves',
  28: 'Environmental Caution Area: Restricted visibility',
  29: 'Environmental Caution Area: Strong currents',
  30: 'Environmental Caution Area: Heavy icing',
  32: 'Restricted Area: Fishing prohibited',
  33: 'Restricted Area: No anchoring',
  34: 'Restricted Area: Entry approval required prior to transit',
  35: 'Restricted Area: Entry prohibited',
  36: 'Restricted Area: Active military OPAREA',
  37: 'Restricted Area: Firing - danger area',
  38: 'Restricted Area: Drifting Mines',
  40: 'Anchorage Area: Anchorage open',
  41: 'Anchorage Area: Anchorage closed',
  42: 'Anchorage Area: Anchorage prohibited',
  43: 'Anchorage Area: Deep draft anchorage',
  44: 'Anchorage Area: Shallow draft anchorage',
  45: 'Anchorage Area: Vessel transfer operations',
  56: 'Security Alert - Level 1',
  57: 'Security Alert - Level 2',
  58: 'Security Alert - Level 3',
  64: 'Distress Area: Vessel disabled and adrift',
  65: 'Distress Area: Vessel sinking',
  66: 'Distress Area: Vessel abandoning ship',
  67: 'Distress Area: Vessel requests medical assistance',
  68: 'Distress Area: Vessel flooding',
  69: 'Distress Area: Vessel fire/explosion',
  70: 'Distress Area: Vessel grounding',
  71: 'Distress Area: Vessel collision',
  72: 'Distress Area: Vessel listing/capsizing',
  73: 'Distress Area: Vessel under assault',
  74: 'Distress Area: Person overboard',
  75: 'Distress Area: SAR area',
  76: 'Distress Area: Pollution response area',
  80: 'Instruction: Contact VTS at this point/juncture',
  81: 'Instruction: Contact Port Administration at this point/juncture',
  82: 'Instruction: Do not proceed beyond this point/juncture',
  83: 'Instruction: Await instructions prior to proceeding beyond this point/juncture',
  84: 'Proceed to this location - await instructions',
  85: 'Clearance granted - proceed to berth',
  88: 'Information: Pilot boarding position',
  89: 'Information: Icebreaker waiting area',
  90: 'Information: Places of refuge',
  91: 'Information: Position of icebreakers',
  92: 'Information: Location of response units',
  93: 'VTS active target',
  94: 'Rogue or suspicious vessel',
  95: 'Vessel requesting non-distress assistance',
  96: 'Chart Feature: Sunken vessel',
  97: 'Chart Feature: Submerged object',
  98: 'Chart Feature: Semi-submerged object',
  99: 'Chart Feature: Shoal area',
  100: 'Chart Feature: Shoal area due north',
  101: 'Chart Feature: Shoal area due east',
  102: 'Chart Feature: Shoal area due south',
  103: 'Chart Feature: Shoal area due west',
  104: 'Chart Feature: Channel obstruction',
  105: 'Chart Feature: Reduced vertical clearance',
  106: 'Chart Feature: Bridge closed',
  107: 'Chart Feature: Bridge partially open',
  108: 'Chart Feature: Bridge fully open',
  112: 'Report from ship: Icing info',
  114: 'Report from ship: Miscellaneous information',
  120: 'Route: Recommended route',
  121: 'Route: Alternative route',
  122: 'Route: Recommended route through ice',
  125: 'Other - Define in associated text field',
  126: 'Cancellation - cancel area as identified by Message Linkage ID',
}

/** What an area notice warns of (IMO SN.1/Circ.289, table 11.11). */
export const noticeWords: Vocabulary = (code) => names[code]

const centre: readonly Part[] = [uint('scale', 2), longitude(25), latitude(24), uint('precision', 3)]
const legs = (name: string): Part =>
  list(name, 4, [uint('bearing', 10, { per: 2, na: 720, range: [0, 719] }), uint('distance', 10, { na: 0 })])

/** Circle, rectangle, sector, polyline, polygon and text. Dimensions are metres times ten to the power of `scale`. */
const shapes: Readonly<Record<number, readonly Part[]>> = {
  0: [...centre, uint('radius', 12)],
  1: [...centre, uint('east', 8), uint('north', 8), uint('orientation', 9, { range: [0, 359] })],
  2: [
    ...centre,
    uint('radius', 12),
    uint('left', 9, { range: [0, 359] }),
    uint('right', 9, { range: [0, 359] }),
  ],
  3: [uint('scale', 2), legs('waypoints')],
  4: [uint('scale', 2), legs('vertices')],
  5: [text('text', 14)],
}

/** A notice for an area (IMO SN.1/Circ.289): 1/22 to all, 1/23 to one. Durations in minutes. */
export const areaNotice: Application = {
  bits: [55 + 87, 55 + 10 * 87 + 8],
  parts: [
    uint('linkage', 10),
    uint('notice', 7, { na: 127, words: noticeWords }),
    ...monthDayHourMinute(),
    uint('duration', 18, { na: 262143 }),
    list(
      'subareas',
      10,
      [
        uint('shape', 3, {
          words: ['circle', 'rectangle', 'sector', 'polyline', 'polygon', 'text'],
        }),
      ],
      shapes,
      87,
    ),
  ],
}

/** A text that goes with another message of the same sender and linkage: 1/29 to all, 1/30 to one. */
export const linkedText: readonly Part[] = [uint('linkage', 10), restText('text')]
