const number = new Intl.NumberFormat('en-GB')
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`

/** The words of the page on the pressure curve. */
export const enPressure = {
  nav: 'Pressure',
  go: 'Go to the pressure curve',
  title: 'Pressure curve',
  lead: 'The thesis: sanctions press a state, and a state so pressed turns to theft by computer. Here it is put to the test, with what the data can’t say.',
  lists: (lists: string) => `Designations counted from ${lists}.`,
  noLists: 'No loaded list holds designations of these programmes.',
  starter:
    'Only the starter pack is loaded, so that few designations are counted. Import the official lists.',
  span: 'Years shown',
  spans: { observed: 'Since incidents were looked for', all: 'All' },
  plot: 'Both curves on one time axis',
  plotLabel: (designations: number, incidents: number) =>
    `${count(designations, 'designation', 'designations')} by month above, ${count(incidents, 'incident', 'incidents')} with their sums below; the tables hold the same`,
  designations: 'Parties designated a month',
  sums: 'Taken in one incident, US dollars',
  unlooked: 'not looked for',
  legend: {
    resolution: 'Resolution',
    event: 'Diplomatic or other event',
    verified: 'Incident, sure',
    unverified: 'Incident, unsure',
    attempted: 'Attempt, or no sum stated',
  },
  monthOf: (month: string, n: number) => `${month}: ${count(n, 'party', 'parties')} designated`,
  resolution: (id: string, date: string, title: string) => `Resolution ${id}, ${date}: ${title}`,
  eventOf: (date: string, title: string) => `${date}: ${title}`,
  incidentOf: (victim: string, date: string, sum: string) => `${victim}, ${date}: ${sum}`,
  range: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
  noSum: 'no sum stated',
  attempted: 'attempted, nothing taken',
  says: 'What the data say',
  verdicts: {
    more: 'There were measurably more incidents after resolutions than before.',
    fewer: 'There were measurably fewer incidents after resolutions than before.',
    unclear:
      'Incidents were not measurably more or fewer after resolutions. That is no proof that there is no effect.',
    nothing: 'Of the thesis these data say nothing: no resolution has months to compare on both sides.',
  },
  causes: 'That one follows the other would not say that it is brought about by it.',
  ratio: 'Incidents after, compared with before',
  ratioHint: 'Ratio of rates with its 95 % interval; 1 is no difference.',
  sets: { verified: 'Sure rows', all: 'All rows', amounts: 'Sums (sure rows)' },
  ratioOf: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  unbounded: '∞',
  chance: (p: string) => `p ${p}`,
  smallest: '<0.001',
  permutation: (shifts: number, shifted: string, scattered: string) =>
    `p: how often as great a difference comes when all resolutions are moved to another time, their distances kept (${number.format(shifts)} placings, ${shifted}); scattered at random: ${scattered}.`,
  power: (incidents: number, rise: string | undefined, fall: string | undefined) =>
    `With ${count(incidents, 'incident', 'incidents')} and these months an effect smaller than ${rise ? `a rise to ${rise} times` : 'a rise to twenty times'} the usual rate could not be relied on to be seen, nor ${fall ? `a fall that is smaller than one to ${fall} of it` : 'even a fall to nothing'}.`,
  lagOf: (rho: string, months: number, p: string) =>
    `Designations and incidents later hang together most at a lag of ${count(months, 'month', 'months')} (correlation ${rho}); as much by chance, at some lag: p ${p}.`,
  hawkesNone: (incidents: number, needed: number) =>
    `A Hawkes model is not fitted: it takes ${number.format(needed)} sure incidents that are dated, and there are ${number.format(incidents)}.`,
  hawkes: (gain: string, low: string, high: string) =>
    `Hawkes model on held-out months: with pressure ${gain} nats of log-likelihood more than without (${low} to ${high}).`,
  missing: (undated: number) =>
    `${count(undated, 'incident is', 'incidents are')} dated to the year alone and counted nowhere. What was never attributed in public is missing.`,
  study: 'Around each resolution',
  studyHint: (before: number, after: number) =>
    `Sure incidents in the ${number.format(before)} months before and the ${number.format(after)} months from it on. Windows of resolutions that stand close overlap; taken together each month counts once.`,
  outside: (n: number) =>
    `${count(n, 'resolution lies', 'resolutions lie')} outside the span in which incidents were looked for.`,
  before: 'before',
  after: 'after',
  beforeAfter: (id: string, before: number, after: number) =>
    `Resolution ${id}: ${number.format(before)} before, ${number.format(after)} after`,
  incidents: 'Incidents',
  incidentsHint: 'Each with who says so. Unsure rows are those whose date, sum or attribution is not sure.',
  show: { verified: 'Sure', all: 'All' },
  columns: {
    date: 'Date',
    victim: 'Victim',
    kind: 'Kind',
    sum: 'US dollars',
    by: 'Attributed by',
    source: 'Source',
    what: 'What',
  },
  kinds: { bank: 'bank', crypto: 'cryptocurrency', atm: 'cash machines', extortion: 'extortion' } as Readonly<
    Record<string, string>
  >,
  bases: {
    indictment: 'indictment',
    forfeiture: 'forfeiture',
    statement: 'statement',
    'un-panel': 'UN panel',
    vendor: 'vendor or victim',
  } as Readonly<Record<string, string>>,
  unsure: 'unsure',
  events: 'Resolutions and events',
  eventKinds: {
    resolution: 'resolution',
    summit: 'summit',
    talks: 'talks',
    test: 'test',
    measure: 'measure',
    agreement: 'agreement',
    other: 'other',
  } as Readonly<Record<string, string>>,
}
