/** Addresses of the pages. */
export const paths = {
  search: '/',
  findings: '/findings',
  cases: '/cases',
  case: (id: number) => `/cases/${id}`,
  network: '/network',
  payments: '/payments',
  payment: (id: string) => `/payments/${encodeURIComponent(id)}`,
  lists: '/lists',
  audit: '/audit',
  sea: '/sea',
  drill: (id: string) => `/sea?drill=${encodeURIComponent(id)}`,
  vessel: (mmsi: number, drill?: string) =>
    `/sea/vessels/${mmsi}${drill === undefined ? '' : `?drill=${encodeURIComponent(drill)}`}`,
  seaFinding: (id: string) => `/sea?finding=${encodeURIComponent(id)}`,
  graphPage: '/graph',
  graph: (of: string, to = '') =>
    `/graph?of=${encodeURIComponent(of)}${to === '' ? '' : `&to=${encodeURIComponent(to)}`}`,
  people: '/people',
  account: '/account',
  signIn: (returnTo?: string) =>
    `/sign-in${returnTo === undefined || returnTo === '/' ? '' : `?return=${encodeURIComponent(returnTo)}`}`,
  watched: '/watched',
  watchedFor: (q: string) => `/watched?q=${encodeURIComponent(q)}`,
  profile: '/profile',
  settings: '/settings',
  changes: (source: string) => `/lists/${encodeURIComponent(source)}/changes`,
  entity: (id: string) => `/entities/${encodeURIComponent(id)}`,
  finding: (id: string) => `/findings/${encodeURIComponent(id)}`,
  detection: (id: string) => `/network/${encodeURIComponent(id)}`,
  knowledge: '/network/indicators',
  knowledgeFor: (q: string) => `/network/indicators?q=${encodeURIComponent(q)}`,
  indicator: (kind: string, value: string) =>
    `/network/indicators/${encodeURIComponent(kind)}?value=${encodeURIComponent(value)}`,
  threat: (id: string) => `/network/threats/${encodeURIComponent(id)}`,
  searchFor: (q: string) => `/?q=${encodeURIComponent(q)}`,
} as const
