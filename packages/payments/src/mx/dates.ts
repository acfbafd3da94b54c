/** ISO 8601 date and time as an instant; without an offset it is taken as UTC. Undefined where it is none. */
export function instantOfText(text: string | undefined): number | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return undefined
  const at = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`)
  return Number.isNaN(at) ? undefined : at
}
