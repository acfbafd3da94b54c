/** Addresses of the pages. */
export const paths = {
  search: '/',
  findings: '/findings',
  lists: '/lists',
  audit: '/audit',
  watched: '/watched',
  changes: (source: string) => `/lists/${encodeURIComponent(source)}/changes`,
  entity: (id: string) => `/entities/${encodeURIComponent(id)}`,
  finding: (id: string) => `/findings/${encodeURIComponent(id)}`,
  searchFor: (q: string) => `/?q=${encodeURIComponent(q)}`,
} as const
