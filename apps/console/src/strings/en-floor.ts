const number = new Intl.NumberFormat('en-GB')
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`

/** The words of the floor. */
export const enFloor = {
  title: 'Floor',
  period: 'Period',
  periods: { 1: '24 hours', 14: '14 days', 30: '30 days' } as Readonly<Record<number, string>>,
  doors: 'What came in',
  door: {
    screening: 'Parties',
    payments: 'Payments',
    maritime: 'Sea',
    cyber: 'Network',
  } as Readonly<Record<string, string>>,
  toDecide: 'to decide',
  ofAll: (total: number) => `of ${count(total, 'finding', 'findings')}`,
  plot: (door: string, n: number, period: string) =>
    `${door}: ${count(n, 'finding', 'findings')} came in over ${period}`,
  bucket: (when: string, n: number) => `${when}: ${count(n, 'finding', 'findings')}`,
  came: (n: number, period: string) => `${number.format(n)} in ${period}`,
  open: (door: string) => `Open: ${door}`,
  noneCame: 'Nothing has come in through this door',
  empty: {
    screening: 'Screen a file of parties, or have it watched:',
    payments:
      'Payment messages are judged by their parties and by how the money moves. Begin with the profile: your BICs and accounts.',
    maritime: 'Give positions of ships, or look at a past operation on the map.',
    cyber: 'Match logs of hosts and networks against rules and indicators:',
  } as Readonly<Record<string, string>>,
  commands: {
    screening: 'npx cordon monitor add customers.csv',
    cyber: 'npx cordon network scan LOGS --watch first',
  } as Readonly<Record<string, string>>,
  actions: { payments: 'Fill in the profile', maritime: 'Look at the sea' } as Readonly<
    Record<string, string>
  >,
  urgent: 'Gravest first',
  oldest: 'Waiting longest',
  dueCases: 'Cases, the first due first',
  allCases: 'All cases',
  due: (when: string) => `due ${when}`,
  overdue: (age: string) => `was due ${age}`,
  caseFindings: (n: number) => count(n, 'finding', 'findings'),
  nobodys: 'nobody’s',
  nothingWaits: 'No finding waits for a decision',
  nothingWaitsHint: 'What comes in through the doors and resembles something known appears here at once.',
  allFindings: 'Open the queue',
  waitingSince: (age: string) => `came ${age}`,
  lists: 'Lists and feeds',
  allLists: 'All lists',
  noLists: 'No list is loaded: nothing can be screened.',
  issued: (age: string) => `issued ${age}`,
  states: { fresh: 'fresh', aging: 'aging', old: 'old', failing: 'fetching fails', held: 'held back' },
  scheduled: (when: string) => `next look at the publishers ${when}`,
  unscheduled: 'This server fetches nothing by itself.',
  running: 'What runs',
  nothingRuns: 'Nothing runs right now.',
  jobs: {
    import: (name: string) => `Importing ${name}`,
    watch: (name: string) => `Watching ${name}`,
    load: (name: string) => `Loading ${name}`,
  },
  progress: {
    bytes: (done: string, total: string) => (total === '' ? `${done} MB` : `${done} of ${total} MB`),
    observations: (done: string) => `${done} observations`,
    entities: (done: string, total: string) => `${done} of ${total} entities`,
  },
  severityOf: (n: number, severity: string) => `${number.format(n)} ${severity}`,
  starter: 'Begin here',
} as const

/** The words of the search over everything. */
export const enFind = {
  elsewhere: 'Elsewhere',
  pages: 'Pages and commands',
  rooms: {
    entities: 'On lists',
    findings: 'Findings',
    cases: 'Cases',
    vessels: 'Ships heard',
    threats: 'Threats and indicators',
    watched: 'Watched parties',
    payments: 'Payments',
    lists: 'Lists',
  } as Readonly<Record<string, string>>,
  late: 'answers late',
  failed: 'could not answer',
  near: 'spelt nearly so',
  more: 'more',
  placeholder: 'Find anything: a name, a ship, a finding, an indicator, a page',
} as const

/** The words of what is live. */
export const enLive = {
  live: 'Live',
  liveHint: 'What happens shows by itself',
  reconnecting: 'Reconnecting',
  reconnectingHint: 'The connection broke; what was missed comes when it is back',
  newFindings: (n: number) => `${count(n, 'new finding', 'new findings')}`,
} as const
