/** Addresses of the pages. */
export const paths = {
  search: '/',
  findings: '/findings',
  network: '/network',
  lists: '/lists',
  audit: '/audit',
  entity: (id: string) => `/entities/${encodeURIComponent(id)}`,
  finding: (id: string) => `/findings/${encodeURIComponent(id)}`,
  detection: (id: string) => `/network/${encodeURIComponent(id)}`,
  searchFor: (q: string) => `/?q=${encodeURIComponent(q)}`,
} as const
