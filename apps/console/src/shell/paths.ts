/** Addresses of the pages. */
export const paths = {
  search: '/',
  findings: '/findings',
  lists: '/lists',
  audit: '/audit',
  entity: (id: string) => `/entities/${encodeURIComponent(id)}`,
  finding: (id: string) => `/findings/${encodeURIComponent(id)}`,
  knowledge: '/network/indicators',
  knowledgeFor: (q: string) => `/network/indicators?q=${encodeURIComponent(q)}`,
  indicator: (kind: string, value: string) =>
    `/network/indicators/${encodeURIComponent(kind)}?value=${encodeURIComponent(value)}`,
  threat: (id: string) => `/network/threats/${encodeURIComponent(id)}`,
  searchFor: (q: string) => `/?q=${encodeURIComponent(q)}`,
} as const
