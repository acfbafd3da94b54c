const number = new Intl.NumberFormat('en-GB')
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`

/** The words of the page on networks. */
export const enNetwork = {
  title: 'Network',
  lead: 'What rules and indicators met in the logs of hosts and networks. One detection is a rule, a host and a day.',
  counts: (findings: number, hosts: number, techniques: number) =>
    `${count(findings, 'detection', 'detections')} on ${count(hosts, 'host', 'hosts')}, ${count(techniques, 'technique', 'techniques')}`,
  listedOf: (listed: number, total: number) =>
    `The gravest ${number.format(listed)} of ${number.format(total)} are shown.`,
  emptyTitle: 'Nothing was found in logs yet',
  emptyText:
    'Scan logs against Sigma rules: event logs of Windows, syslog, Zeek, Suricata, flows, cloud logs, archives.',
  command: 'npx cordon network scan LOGS --rules RULES --watch first',
  emptyPush: 'Or push them as they come:',
  pushCommand:
    'curl --data-binary @events.ndjson -H "content-type: application/x-ndjson" ORIGIN/api/network/events',
  filters: 'Narrow',
  severity: 'Severity',
  any: 'Any',
  text: 'Filter by rule, host or technique',
  matrix: 'ATT&CK matrix',
  matrixHint: 'Tactics as columns, techniques that were met below them, with the number of detections.',
  otherTactic: 'No tactic named',
  detectionsOf: (n: number) => (n === 1 ? 'detection' : 'detections'),
  group: 'Overlay a group',
  noGroup: 'No group',
  groupSeen: (seen: number, all: number, group: string) =>
    `${number.format(seen)} of the ${number.format(all)} techniques known of ${group} were met. Techniques alone attribute nothing.`,
  groupUses: (group: string) => `used by ${group}`,
  rules: 'Rules',
  hosts: 'Hosts',
  detections: 'Detections',
  shown: (n: number) => count(n, 'detection', 'detections'),
  records: (n: number) => count(n, 'record', 'records'),
  more: (n: number) => `Show ${number.format(n)} more`,
  fewer: 'Show fewer',
  active: (what: string, value: string) => `${what}: ${value}. Remove`,
  kinds: { rule: 'Rule', host: 'Host', technique: 'Technique', severity: 'Severity', q: 'Text' },
  clear: 'Clear all',
  noneTitle: 'No detection fits',
  columns: {
    severity: 'Severity',
    rule: 'Rule',
    host: 'Host',
    records: 'Records',
    first: 'First seen',
    verdict: 'Decision',
  },
  verdicts: { true: 'true', false: 'false', unsure: 'unsure' },
  undecided: 'to decide',
  undated: 'no time',
  back: 'All detections',
  unknown: 'There is no such detection',
  decide: 'Decide it',
  from: (start: string, end: string) => (start === end ? start : `${start} to ${end}`),
  about: 'What the rule looks for',
  techniques: 'Techniques',
  tags: 'Tags',
  harmless: 'May be harmless',
  references: 'What the rule rests on',
  judged: 'Judged against',
  quoted: (shown: number, all: number) =>
    shown === all
      ? count(all, 'record', 'records')
      : `The first ${number.format(shown)} of ${count(all, 'record', 'records')}`,
  correlated: 'Records that were correlated',
  matched: 'met the rule',
  unmatched: 'Other fields',
  noQuote: 'The finding quotes no record; it names where they stand.',
  shortcuts: {
    group: 'Network',
    go: 'Go to network',
    next: 'Next detection',
    previous: 'Previous detection',
    open: 'Open the detection',
    back: 'Back, or clear the filter',
  },
} as const
