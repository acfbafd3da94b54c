import type { ReferredObjects } from './operation.ts'

const created = '2020-01-01T00:00:00.000Z'
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** What operations refer to: for tests. A group and a program share a name. */
export const objects: ReferredObjects = {
  C0001: { id: `campaign--${uuid(1)}`, name: 'A campaign', of: 'attack', created },
  G0001: { id: `intrusion-set--${uuid(2)}`, name: 'Twin', of: 'attack', created },
  S0001: { id: `malware--${uuid(3)}`, name: 'Twin', of: 'attack', created },
  T1566: { id: `attack-pattern--${uuid(4)}`, name: 'Phishing', of: 'attack', created },
}

/** An operation as parsed YAML: for tests. */
export const operationYaml = {
  id: 'theft-2016',
  title: 'A theft',
  aka: ['The theft'],
  period: { start: '2016-02', end: '2016-02-08' },
  doors: ['network', 'payments'],
  summary: 'Money was taken.',
  created: '2026-01-01',
  modified: '2026-01-02',
  amounts: [{ usd: 81, what: 'taken', source: 'press-2016' }],
  victims: [{ name: 'A bank', sectors: ['financial-services'], country: 'bd', source: 'press-2016' }],
  rules: ['off-hours'],
  timeline: [{ at: '2016-02-06T13:30+06:00', what: 'An e-mail.', source: 'press-2016' }],
  techniques: [{ id: 'T1566', how: 'By mail.', source: 'court-2018' }],
  software: [
    { attack: 'S0001', what: 'A back door.', source: 'court-2018' },
    { name: 'Toolkit', kinds: ['rootkit'], what: 'Deletes messages.', source: 'press-2016' },
  ],
  infrastructure: [
    { name: 'A server', kinds: ['command-and-control'], what: 'Answered.', source: 'press-2016' },
  ],
  indicators: [
    {
      name: 'a.exe',
      pattern: "[file:name = 'a.exe']",
      from: '2016-02',
      what: 'Its file.',
      source: 'press-2016',
      of: 'Toolkit',
    },
  ],
  sources: [
    {
      id: 'court-2018',
      title: 'A complaint',
      publisher: 'A court',
      date: '2018-06-08',
      verified: true,
      by: 'an index',
    },
    {
      id: 'press-2016',
      title: 'A report',
      publisher: 'A paper',
      date: '2016',
      url: 'https://paper.example/1',
    },
  ],
  claims: [{ to: 'G0001', by: 'court-2018', basis: 'indictment', confidence: 85, stated: 'They did it.' }],
  contested: [{ by: 'press-2016', says: 'Perhaps not.' }],
}

/** A playbook's source as parsed YAML: for tests. */
export const playbookYaml = {
  name: 'Money leaves',
  description: 'For orders that nobody gave.',
  created: '2026-01-01',
  modified: '2026-01-02',
  priority: 1,
  severity: 90,
  sectors: ['financial'],
  who: { desk: 'The desk', bank: 'Payment operations' },
  steps: [
    { name: 'Look', phase: 'detect', by: 'desk', does: 'Look.', rules: ['off-hours'] },
    {
      asks: 'Has money left?',
      variable: 'money_left',
      yes: [
        {
          name: 'At once',
          together: [
            { name: 'Stop', phase: 'contain', by: 'bank', does: 'Send MT192.' },
            { name: 'Ring', phase: 'contain', by: 'bank', does: 'Ring.' },
          ],
        },
      ],
      no: [],
    },
    { name: 'Report', phase: 'notify', by: 'desk', does: 'Report.' },
  ],
}
