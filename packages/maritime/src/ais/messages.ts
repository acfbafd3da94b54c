import { fieldsOfAddressed, fieldsOfBroadcast, fieldsOfMultiSlot, fieldsOfSingleSlot } from './binary.ts'
import { readUint } from './bits.ts'
import {
  dimensions,
  type Field,
  flag,
  latitude,
  layout,
  longitude,
  monthDayHourMinute,
  type Part,
  rest,
  restText,
  type Scale,
  skip,
  text,
  uint,
} from './field.ts'
import type { MessageTable } from './message-table.ts'
import { aidWords, epfdWords, secondWords, shipTypeWords, stationWords, statusWords } from './vocabulary.ts'

const head: readonly Part[] = [uint('type', 6), uint('repeat', 2), uint('mmsi', 30)]
const speed: Scale = { per: 10, na: 1023 }
const course = uint('course', 12, { per: 10, na: 3600, range: [0, 3599] })
const heading = uint('heading', 9, { na: 511, range: [0, 359] })
const second = uint('second', 6, { na: 60, range: [0, 59], words: secondWords })
const epfd = uint('epfd', 4, { na: 0, words: epfdWords })
const shipType = uint('shiptype', 8, { na: 0, words: shipTypeWords })
const place: readonly Part[] = [flag('accuracy'), longitude(28), latitude(27)]
const shortArea: readonly Part[] = [
  longitude(18, 'ne_lon'),
  latitude(17, 'ne_lat'),
  longitude(18, 'sw_lon'),
  latitude(17, 'sw_lat'),
]

const message = (name: string, bits: readonly [number, number], ...parts: readonly Part[]): MessageTable => ({
  name,
  bits,
  fields: layout(0, ...head, ...parts),
})

const classA = message(
  'position report, class A',
  [149, 168],
  uint('status', 4, { na: 15, words: statusWords }),
  { name: 'turn', width: 8, kind: 'turn' },
  uint('speed', 10, speed),
  ...place,
  course,
  heading,
  second,
  uint('maneuver', 2, { na: 0, range: [1, 2] }),
  skip(3),
  flag('raim'),
  uint('radio', 19),
)

const baseStation = message(
  'base station report',
  [168, 168],
  uint('year', 14, { na: 0, range: [1, 9999] }),
  ...monthDayHourMinute(),
  uint('second', 6, { na: 60, range: [0, 59] }),
  ...place,
  epfd,
  skip(10),
  flag('raim'),
  uint('radio', 19),
)

const acknowledge = message(
  'acknowledgement',
  [72, 168],
  skip(2),
  ...[1, 2, 3, 4].flatMap((n) => [uint(`mmsi${n}`, 30), uint(`mmsiseq${n}`, 2)]),
)

const classB: readonly Part[] = [
  uint('reserved', 8),
  uint('speed', 10, speed),
  ...place,
  course,
  heading,
  second,
]

/** Channel management: the area it holds for, or two stations, by a flag that comes behind them. */
const broadcastArea = layout(69, ...shortArea)
const addressedStations = layout(69, uint('dest1', 30), skip(5), uint('dest2', 30))

/** Static data of class B, in two parts that are sent apart. Vendor, model and serial overlap as gpsd reads them. */
const partA = layout(40, text('shipname', 20))
const vendor = [...layout(48, text('vendorid', 7)), ...layout(66, uint('model', 4), uint('serial', 20))]
const partB = [...layout(40, shipType), ...vendor, ...layout(90, text('callsign', 7), ...dimensions)]
const partBOfCraft = [
  ...layout(40, shipType),
  ...vendor,
  ...layout(90, text('callsign', 7), uint('mothership_mmsi', 30)),
]

function partOfStatic(six: Uint8Array): readonly Field[] {
  const part = readUint(six, 38, 2)
  if (part === 0) return partA
  return Math.floor(readUint(six, 8, 30) / 10_000_000) === 98 ? partBOfCraft : partB
}

/**
 * The message types 1 to 27 of ITU-R M.1371-5 by their number. Field names follow gpsd's "AIVDM/AIVDO protocol
 * decoding"; speeds are knots, angles degrees, lengths metres. Lengths are those stations are seen to send: some leave
 * out the spare bits at the end.
 */
export const messageTables: readonly (MessageTable | undefined)[] = [
  undefined,
  classA,
  classA,
  classA,
  baseStation,
  message(
    'static and voyage data, class A',
    [270, 424],
    uint('ais_version', 2),
    uint('imo', 30, { na: 0 }),
    text('callsign', 7),
    text('shipname', 20),
    shipType,
    ...dimensions,
    epfd,
    ...monthDayHourMinute(),
    uint('draught', 8, { per: 10, na: 0 }),
    text('destination', 20),
    flag('dte'),
  ),
  {
    ...message(
      'binary, addressed',
      [88, 1024],
      uint('seqno', 2),
      uint('dest_mmsi', 30),
      flag('retransmit'),
      skip(1),
      uint('dac', 10),
      uint('fid', 6),
    ),
    further: fieldsOfAddressed,
  },
  acknowledge,
  {
    ...message('binary, broadcast', [56, 1024], skip(2), uint('dac', 10), uint('fid', 6)),
    further: fieldsOfBroadcast,
  },
  message(
    'search and rescue aircraft',
    [168, 168],
    uint('alt', 12, { na: 4095 }),
    uint('speed', 10, { na: 1023 }),
    ...place,
    course,
    second,
    uint('regional', 8),
    flag('dte'),
    skip(3),
    flag('assigned'),
    flag('raim'),
    uint('radio', 20),
  ),
  message('date inquiry', [72, 72], skip(2), uint('dest_mmsi', 30)),
  baseStation,
  message(
    'safety text, addressed',
    [72, 1024],
    uint('seqno', 2),
    uint('dest_mmsi', 30),
    flag('retransmit'),
    skip(1),
    restText('text'),
  ),
  acknowledge,
  message('safety text, broadcast', [40, 1024], skip(2), restText('text')),
  message(
    'interrogation',
    [88, 168],
    skip(2),
    uint('mmsi1', 30),
    uint('type1_1', 6),
    uint('offset1_1', 12),
    skip(2),
    uint('type1_2', 6),
    uint('offset1_2', 12),
    skip(2),
    uint('mmsi2', 30),
    uint('type2_1', 6),
    uint('offset2_1', 12),
  ),
  message(
    'assignment',
    [96, 168],
    skip(2),
    ...[1, 2].flatMap((n) => [uint(`mmsi${n}`, 30), uint(`offset${n}`, 12), uint(`increment${n}`, 10)]),
  ),
  message('DGNSS corrections', [80, 816], skip(2), longitude(18), latitude(17), skip(5), rest('data')),
  message(
    'position report, class B',
    [168, 168],
    ...classB,
    uint('regional', 2),
    flag('cs'),
    flag('display'),
    flag('dsc'),
    flag('band'),
    flag('msg22'),
    flag('assigned'),
    flag('raim'),
    uint('radio', 20),
  ),
  message(
    'extended position report, class B',
    [312, 312],
    ...classB,
    uint('regional', 4),
    text('shipname', 20),
    shipType,
    ...dimensions,
    epfd,
    flag('raim'),
    flag('dte'),
    flag('assigned'),
  ),
  message(
    'data link management',
    [70, 168],
    skip(2),
    ...[1, 2, 3, 4].flatMap((n) => [
      uint(`offset${n}`, 12),
      uint(`number${n}`, 4),
      uint(`timeout${n}`, 3),
      uint(`increment${n}`, 11),
    ]),
  ),
  message(
    'aid to navigation',
    [268, 368],
    uint('aid_type', 5, { na: 0, words: aidWords }),
    text('name', 20),
    ...place,
    ...dimensions,
    epfd,
    second,
    flag('off_position'),
    uint('regional', 8),
    flag('raim'),
    flag('virtual_aid'),
    flag('assigned'),
    skip(1),
    restText('name_extension'),
  ),
  {
    ...message(
      'channel management',
      [168, 168],
      skip(2),
      uint('channel_a', 12),
      uint('channel_b', 12),
      uint('txrx', 4),
      flag('power'),
      skip(70),
      flag('addressed'),
      flag('band_a'),
      flag('band_b'),
      uint('zonesize', 3),
    ),
    further: (six) => (readUint(six, 139, 1) === 1 ? addressedStations : broadcastArea),
  },
  message(
    'group assignment',
    [160, 168],
    skip(2),
    ...shortArea,
    uint('stationtype', 4, { words: stationWords }),
    uint('shiptype', 8, { na: 0, words: shipTypeWords }),
    skip(22),
    uint('txrx', 2),
    uint('interval', 4),
    uint('quiet', 4),
  ),
  { ...message('static data, class B', [158, 168], uint('partno', 2)), further: partOfStatic },
  {
    ...message('binary, one slot', [40, 168], flag('addressed'), flag('structured')),
    further: fieldsOfSingleSlot,
  },
  {
    ...message('binary, several slots', [60, 1064], flag('addressed'), flag('structured')),
    further: fieldsOfMultiSlot,
  },
  message(
    'position report, long range',
    [96, 168],
    flag('accuracy'),
    flag('raim'),
    uint('status', 4, { na: 15, words: statusWords }),
    longitude(18),
    latitude(17),
    uint('speed', 6, { na: 63 }),
    uint('course', 9, { na: 511, range: [0, 359] }),
    flag('gnss'),
  ),
]
