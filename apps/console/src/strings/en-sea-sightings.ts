const number = new Intl.NumberFormat('en-GB')
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`

/** What the import of a file of sightings says, in English. */
export const seaSightings = {
  choice: 'What the file holds',
  kinds: { positions: 'Positions (AIS)', sightings: 'Sightings' },
  lead: 'What patrols, ships or satellites saw: CSV with a header, JSON or NDJSON, also detections of a radar satellite (SAR). Plain or gzip, up to 20,000 sightings. You see how the columns are read before anything is kept.',
  leadDrill: 'In a drill sightings are matched and shown, and kept nowhere.',
  looking: 'Reading the columns',
  columns: 'How the columns are read',
  field: 'What it says',
  column: 'Column of the file',
  none: 'Not in the file',
  fields: {
    time: 'Time (UTC)',
    lat: 'Latitude',
    lon: 'Longitude',
    accuracyM: 'Accuracy, metres',
    name: 'Name read off',
    imo: 'IMO number read off',
    lengthM: 'Length, metres',
    heading: 'Heading, degrees',
    source: 'Who or what saw it',
    photo: 'Photograph',
    confidence: 'Probability that it is a ship',
    id: 'Number of the sighting',
    report: 'Report or scene',
  },
  needed: (fields: string) => `Say which column holds: ${fields}.`,
  unread: (columns: string) => `Columns that are not read: ${columns}.`,
  found: (sightings: number, rejected: number, span: string) =>
    `${count(sightings, 'sighting', 'sightings')} can be read${span === '' ? '' : `, ${span}`}; ${count(rejected, 'record', 'records')} cannot.`,
  start: (n: number) => `Match ${count(n, 'sighting', 'sightings')}`,
  other: 'Another file',
  judging: (judged: number, of: number) =>
    `${number.format(judged)} of ${number.format(of)} matched to the tracks`,
  waiting: 'Matching to the tracks',
  done: (sightings: number, fitting: number, dark: number) =>
    `${count(sightings, 'sighting', 'sightings')}: ${number.format(fitting)} fit a ship that transmits, ${number.format(dark)} fit no track.`,
  findings: (n: number) => (n === 0 ? 'No finding came of them.' : `${count(n, 'finding', 'findings')}:`),
  more: (n: number) => `and ${count(n, 'more', 'more')}, in the list`,
  repeated: (n: number) =>
    `${count(n, 'record is', 'records are')} of a sighting that stands in the file before.`,
  show: 'Show among the events',
  cut: 'The answer broke off. What was matched is kept; import the same file again and it goes on.',
  large: 'More than that: by command.',
  command: 'npx cordon sea sighting detections.csv',
} as const
