const number = new Intl.NumberFormat('en-GB')
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`

/** The words of how things are linked. */
export const enGraph = {
  title: 'Links',
  lead: 'How people, companies, ships, wallets, groups, hosts and findings are linked, and who says so.',
  from: 'A thing',
  to: 'And another, to see the ways between',
  fromHint: 'ofac-27307, 8628597, G0032, host:srv-1',
  show: 'Show',
  emptyTitle: 'Begin with a thing',
  emptyText:
    'An id, an IMO number or MMSI, a wallet, a code of ATT&CK, or a name that one thing alone has. Pages of entities, ships, findings and cases lead here too.',
  examples: 'For example',
  unknownTitle: 'Nothing is linked to it',
  unknownText: 'Only what has links is here. Search for it first, or import more.',
  drawing: (thing: string) => `What ${thing} is linked to`,
  drawingOf: (n: number) => `${count(n, 'thing', 'things')} and their links`,
  several: (first: string, n: number) => `${first} +${n - 1}`,
  thing: (kind: string, name: string, designated: boolean, links: number) =>
    `${kind} ${name}, ${designated ? 'designated, ' : ''}${count(links, 'link', 'links')}`,
  kinds: {
    entity: 'Entity',
    stix: 'Threat object',
    vessel: 'Ship',
    payment: 'Payment',
    host: 'Host',
    account: 'Account',
    wallet: 'Wallet',
    party: 'Party',
    finding: 'Finding',
    indicator: 'Indicator',
    rule: 'Rule',
    place: 'Place',
    alias: 'Name',
  } as Readonly<Record<string, string>>,
  designated: 'designated',
  asked: 'asked about',
  says: (
    source: string,
    since: string | undefined,
    until: string | undefined,
    confidence: number | undefined,
  ) =>
    [
      `says ${source}`,
      since && until ? `${since} to ${until}` : since ? `since ${since}` : until ? `until ${until}` : '',
      confidence === undefined ? '' : `confidence ${confidence.toFixed(2)}`,
    ]
      .filter(Boolean)
      .join(', '),
  linksOf: (name: string, n: number) => `${count(n, 'link', 'links')} of ${name}`,
  all: 'All links that are drawn',
  clear: 'Show all',
  expand: 'Add what it is linked to',
  openPage: 'Open its page',
  centre: 'Begin from here',
  leftOut: (n: number) => `${count(n, 'further thing', 'further things')} next to these are not drawn.`,
  missing: (names: string) => `Nothing is linked to ${names}.`,
  asOf: (when: string) => `As of ${when}`,
  ways: 'Ways between the two',
  noWay: 'No way of up to six links leads from one to the other.',
  wayCount: (hops: number, n: number) =>
    `${count(hops, 'link', 'links')} long; ${count(n, 'way is', 'ways are')} as short`,
  way: (n: number, carry: number) => `Way ${n}, carries ${carry.toFixed(2)}`,
  shared: (name: string, links: number) =>
    `${name} has ${number.format(links)} links: many share it, so that this way may mean little.`,
  cut: (n: number) => `Of ${count(n, 'thing', 'things')} only the first thousand links were followed.`,
  exposure: 'Designated things it leads to',
  exposureHint:
    'Within three links. The figure ranks ways: identity carries all, ownership nine tenths, a meeting at sea four tenths. It is no probability, and no test of ownership.',
  noExposure: (reached: number) =>
    `None within three links; ${count(reached, 'thing was', 'things were')} looked at.`,
  legend: 'Forms',
  goTo: 'Go to links',
  open: 'See how it is linked',
}
