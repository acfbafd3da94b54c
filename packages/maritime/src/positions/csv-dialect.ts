/** What a column of a position file can be. Speeds in knots, angles in degrees, lengths and draught in metres. */
export type CsvField =
  | 'mmsi'
  | 'time'
  | 'millisecond'
  | 'lat'
  | 'lon'
  | 'sog'
  | 'cog'
  | 'heading'
  | 'status'
  | 'type'
  | 'source'
  | 'name'
  | 'imo'
  | 'callsign'
  | 'shiptype'
  | 'length'
  | 'width'
  | 'draught'
  | 'destination'

/** All fields, in the order in which they are named to people. */
export const csvFields: readonly CsvField[] = [
  'mmsi',
  'time',
  'lat',
  'lon',
  'sog',
  'cog',
  'heading',
  'status',
  'millisecond',
  'type',
  'source',
  'name',
  'imo',
  'callsign',
  'shiptype',
  'length',
  'width',
  'draught',
  'destination',
]

/** A column by its name in the header line, and what its numbers are divided by. */
export type CsvColumn = string | { readonly column: string; readonly per: number }

/** How a publisher writes positions as CSV. `mmsi`, `time`, `lat` and `lon` must be there. */
export interface CsvDialect {
  readonly name: string
  readonly columns: Readonly<Partial<Record<CsvField, CsvColumn>>>
  /** Dates with slashes are month first. Otherwise day first, as in Denmark. */
  readonly monthFirst?: boolean
}

/** NOAA and US Coast Guard, marinecadastre.gov, until 2024. */
const marineCadastre: CsvDialect = {
  name: 'marinecadastre',
  columns: {
    mmsi: 'MMSI',
    time: 'BaseDateTime',
    lat: 'LAT',
    lon: 'LON',
    sog: 'SOG',
    cog: 'COG',
    heading: 'Heading',
    status: 'Status',
    name: 'VesselName',
    imo: 'IMO',
    callsign: 'CallSign',
    shiptype: 'VesselType',
    length: 'Length',
    width: 'Width',
    draught: 'Draft',
  },
}

/** The same from 2025 on. */
const marineCadastre2025: CsvDialect = {
  name: 'marinecadastre-2025',
  columns: {
    mmsi: 'mmsi',
    time: 'base_date_time',
    lat: 'latitude',
    lon: 'longitude',
    sog: 'sog',
    cog: 'cog',
    heading: 'heading',
    status: 'status',
    name: 'vessel_name',
    imo: 'imo',
    callsign: 'call_sign',
    shiptype: 'vessel_type',
    length: 'length',
    width: 'width',
    draught: 'draft',
  },
}

/** Danish Maritime Authority, web.ais.dk. */
const danish: CsvDialect = {
  name: 'dma',
  columns: {
    mmsi: 'MMSI',
    time: '# Timestamp',
    lat: 'Latitude',
    lon: 'Longitude',
    sog: 'SOG',
    cog: 'COG',
    heading: 'Heading',
    status: 'Navigational status',
    name: 'Name',
    imo: 'IMO',
    callsign: 'Callsign',
    shiptype: 'Ship type',
    length: 'Length',
    width: 'Width',
    draught: 'Draught',
    destination: 'Destination',
    source: 'Data source type',
  },
}

/** exactEarth (Spire), one column a field of any message type. */
const exactEarth: CsvDialect = {
  name: 'exactearth',
  columns: {
    mmsi: 'MMSI',
    time: 'Time',
    millisecond: 'Millisecond',
    lat: 'Latitude',
    lon: 'Longitude',
    sog: 'SOG',
    cog: 'COG',
    heading: 'Heading',
    status: 'Navigational_status',
    type: 'Message_ID',
    source: 'Region',
    name: 'Vessel_Name',
    imo: 'IMO',
    callsign: 'Call_sign',
    shiptype: 'Ship_Type',
    draught: 'Draught',
    destination: 'Destination',
  },
}

/** Global Fishing Watch's messages: `ssvid` is the MMSI. */
const globalFishingWatch: CsvDialect = {
  name: 'gfw',
  columns: {
    mmsi: 'ssvid',
    time: 'timestamp',
    lat: 'lat',
    lon: 'lon',
    sog: 'speed',
    cog: 'course',
    heading: 'heading',
  },
}

/** SkyTruth's and Global Fishing Watch's older form. */
const pelagos: CsvDialect = {
  name: 'pelagos',
  columns: {
    mmsi: 'mmsi',
    time: 'timestamp',
    lat: 'latitude',
    lon: 'longitude',
    sog: 'sog',
    cog: 'cog',
    heading: 'hdg',
    status: 'navstat',
  },
}

/** MarineTraffic's export, by semicolons; speed and draught are ten times what they are. */
const marineTraffic: CsvDialect = {
  name: 'marinetraffic',
  columns: {
    mmsi: 'MMSI',
    time: 'TIMESTAMP_UTC',
    lat: 'LAT',
    lon: 'LON',
    sog: { column: 'SPEED_KNOTSx10', per: 10 },
    cog: 'COURSE',
    heading: 'HEADING',
    status: 'STATUS',
    shiptype: 'VESSEL_TYPE',
    length: 'LENGTH',
    width: 'WIDTH',
    draught: { column: 'DRAUGHT_METERSx10', per: 10 },
  },
}

/** Sets of the Baltic as research passes them on, by semicolons: `long`, and times in milliseconds. */
const baltic: CsvDialect = {
  name: 'baltic',
  columns: {
    mmsi: 'mmsi',
    time: 'timestamp',
    lat: 'lat',
    lon: 'long',
    sog: 'sog',
    cog: 'cog',
    type: 'msgid',
    name: 'name',
    imo: 'imo',
    callsign: 'callsign',
    shiptype: 'shipType',
    draught: 'draught',
  },
}

/** Plain names, as many tools write them. */
const plain: CsvDialect = {
  name: 'plain',
  columns: {
    mmsi: 'mmsi',
    time: 'timestamp',
    lat: 'lat',
    lon: 'lon',
    sog: 'sog',
    cog: 'cog',
    heading: 'heading',
    status: 'status',
    name: 'name',
    imo: 'imo',
    callsign: 'callsign',
    source: 'source',
  },
}

/** The dialects that are recognised by their header line, in the order they are tried. */
export const csvDialects: readonly CsvDialect[] = [
  marineCadastre,
  marineCadastre2025,
  danish,
  exactEarth,
  globalFishingWatch,
  pelagos,
  marineTraffic,
  baltic,
  plain,
]

/** The first dialect whose time and place the header line has, or undefined. */
export function dialectOf(header: readonly string[]): CsvDialect | undefined {
  return csvDialects.find(({ columns }) =>
    [columns.mmsi, columns.time, columns.lat, columns.lon].every(
      (column) => typeof column === 'string' && header.includes(column),
    ),
  )
}
