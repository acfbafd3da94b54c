const paths = {
  search: 'M11 11l3.5 3.5M12.5 7.25a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0Z',
  cases: 'M2 5.5h12v7.5H2ZM5.5 5.5V3.5h5v2M2 8.8h12',
  findings: 'M2.5 4h11M2.5 8h7M2.5 12h5M10.5 11.5l1.7 1.7 3-3.2',
  network:
    'M8 2.2v3.3M8 5.5 3.8 10.2M8 5.5l4.2 4.7M3.8 10.2h8.4M8 1.2a1 1 0 1 0 0 2 1 1 0 0 0 0-2ZM3 10a1.7 1.7 0 1 0 0 3.4A1.7 1.7 0 0 0 3 10ZM13 10a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4Z',
  floor: 'M2 2.5h5v5H2ZM9 2.5h5v3.2H9ZM9 8.2h5v5.3H9ZM2 10h5v3.5H2Z',
  settings:
    'M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4ZM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M12.6 3.4l-1.4 1.4M4.8 11.2l-1.4 1.4',
  more: 'M3.2 8h.01M8 8h.01M12.8 8h.01',
  tour: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM10.8 5.2 9.2 9.2 5.2 10.8 6.8 6.8Z',
  links:
    'M6 4.2a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0ZM14.4 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM7.5 12.3a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM6 4.8l4.5 1.6M4.2 6.4l1 3.9M7.1 11.2l3.8-2.9',
  lists: 'M8 2 14 5 8 8 2 5Zm-6 6 6 3 6-3M2 11l6 3 6-3',
  audit: 'M8 1.8 13.5 4v4c0 3.2-2.3 5.4-5.5 6.4C4.8 13.4 2.5 11.2 2.5 8V4ZM5.7 8l1.7 1.7 3-3.3',
  sun: 'M8 4.9a3.1 3.1 0 1 0 0 6.2 3.1 3.1 0 0 0 0-6.2ZM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13',
  moon: 'M13.5 9.7A6 6 0 0 1 6.3 2.5a6 6 0 1 0 7.2 7.2Z',
  system: 'M2 3h12v8H2ZM6 14h4M8 11v3',
  keyboard: 'M1.5 4h13v8h-13ZM4 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M12 6.5h.01M5 9.7h6',
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
  check: 'M3 8.5l3.3 3.3L13 4.8',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  question:
    'M5.8 6a2.2 2.2 0 1 1 3.3 1.9c-.7.4-1.1.9-1.1 1.7M8 12.2h.01M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z',
  arrowOut: 'M3 8h10M9 4l4 4-4 4',
  arrowIn: 'M13 8H3M7 4 3 8l4 4',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  clock: 'M8 4.5V8l2.3 1.5M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z',
  warning: 'M8 2 15 14H1ZM8 6.5v3.2M8 11.8h.01',
  sea: 'M1.5 5.2c1.6 0 1.6 1.3 3.25 1.3S6.4 5.2 8 5.2s1.6 1.3 3.25 1.3S12.9 5.2 14.5 5.2M1.5 10c1.6 0 1.6 1.3 3.25 1.3S6.4 10 8 10s1.6 1.3 3.25 1.3S12.9 10 14.5 10',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  play: 'M5 3.2 12.6 8 5 12.8Z',
  pause: 'M5 3.5v9M11 3.5v9',
  forward: 'M3.5 3.5 8 8l-4.5 4.5M8.5 3.5 13 8l-4.5 4.5',
  rewind: 'M12.5 3.5 8 8l4.5 4.5M7.5 3.5 3 8l4.5 4.5',
  upload: 'M8 11V2.5M4.5 6 8 2.5 11.5 6M2.5 10.5v3h11v-3',
  eye: 'M1.5 8C3.7 4.9 5.8 3.8 8 3.8s4.3 1.1 6.5 4.2c-2.2 3.1-4.3 4.2-6.5 4.2S3.7 11.1 1.5 8ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z',
  target: 'M8 4.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6ZM8 1v3.2M8 11.8V15M1 8h3.2M11.8 8H15',
  person: 'M8 8.2a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM2.8 14c.3-2.7 2.3-4 5.2-4s4.9 1.3 5.2 4',
  organisation: 'M3 14V3h6v11M9 6.5h4V14M1.5 14h13M5 5.5h2M5 8h2M5 10.5h2',
  vessel: 'M2 9.5h12l-1.7 3.7a1 1 0 0 1-.9.6H4.6a1 1 0 0 1-.9-.6ZM4.5 9.5V5.5h5l2 4M7 5.5V2.5',
  payments: 'M1.5 4h13v8h-13ZM8 6.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4ZM3.6 6.2v3.6M12.4 6.2v3.6',
  bell: 'M4 11.5V7a4 4 0 0 1 8 0v4.5l1.3 1H2.7ZM6.6 14h2.8M8 1.6V3',
  pressure: 'M2 13.5h12M3 11l3-3.5 2.5 2L13 3.5M13 6.5v-3h-3',
  wallet: 'M2 5h11.5v8.5H2ZM2 5l8.5-2.7V5M10 9.3h3.5',
  thing: 'M8 1.8 13.5 5v6L8 14.2 2.5 11V5ZM2.5 5 8 8l5.5-3M8 8v6',
} as const

/** An icon's name. */
export type IconName = keyof typeof paths

/** A line icon beside words that say the same: hidden from assistive technology. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}

/** The icon of a FollowTheMoney schema. */
export function schemaIcon(schema: string): IconName {
  if (schema === 'Person') return 'person'
  if (schema === 'Vessel' || schema === 'Vehicle' || schema === 'Airplane') return 'vessel'
  if (schema === 'CryptoWallet' || schema === 'BankAccount' || schema === 'Security') return 'wallet'
  if (/Organi[sz]ation|Company|LegalEntity|PublicBody/.test(schema)) return 'organisation'
  return 'thing'
}
